import { openIndicatorsFile } from '@mufakat/services'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { openAnswer } from '~/data/answer.server'
import { guarded } from '~/request/guard.server'

/** Every open indicator with its metadata. */
export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const { services, address } = context
  const file = await openIndicatorsFile(services, { format: 'csv', address })
  return openAnswer(request, file, 'indikator.csv')
})
