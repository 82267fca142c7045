import { AppError } from '@mufakat/kernel'
import { exportRegions } from '@mufakat/services'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'

const FILES = { 'kecamatan.csv': 'district', 'desa.csv': 'village' } as const

const isFile = (name: string | undefined): name is keyof typeof FILES => name !== undefined && name in FILES

/** The present tables, to be changed and handed in again. */
export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => {
  if (!isFile(params.file)) throw new AppError('not-found')
  const table = await exportRegions(context.services, actorOf(context), FILES[params.file])
  return new Response(table, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${params.file}"`,
      'Cache-Control': 'private, no-store',
    },
  })
})
