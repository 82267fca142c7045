import { AppError } from '@mufakat/kernel'
import { openValuesFile } from '@mufakat/services'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { formatOfFile, openAnswer } from '~/data/answer.server'
import { guarded } from '~/request/guard.server'

/** Every value of one open indicator. */
export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => {
  const { services, address } = context
  const format = formatOfFile(params.file)
  if (format === null) throw new AppError('not-found', 'file')
  const file = await openValuesFile(services, { id: params.id ?? '', format, address })
  return openAnswer(request, file, `${params.id}.${format}`)
})
