import { AppError } from '@mufakat/kernel'
import { exampleTable, exportTable, TABLE_FORMATS, type TableFormat } from '@mufakat/services'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { tableOf } from '~/organisasi/table-name.server'
import { actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'

const TYPES: Record<TableFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The format, when the file's name is `stem` and the ending of one. */
function formatOf(file: string | undefined, stem: string): TableFormat {
  const format = TABLE_FORMATS.find(one => file === `${stem}.${one}`)
  if (format === undefined) throw new AppError('not-found', 'file')
  return format
}

const download = (bytes: Uint8Array, name: string, format: TableFormat): Response =>
  new Response(bytes as BodyInit, {
    headers: {
      'Content-Type': TYPES[format],
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })

/** An example to be filled in. */
export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => {
  const table = tableOf(params.table, context)
  const format = formatOf(params.file, `contoh-${table}`)
  return download(await exampleTable(actorOf(context), { table, format }), params.file ?? '', format)
})

/** What there is, to be changed and handed in again. It is asked for by a form: taking it along is recorded. */
export const action = guarded(async ({ params, context }: ActionFunctionArgs) => {
  const table = tableOf(params.table, context)
  const format = formatOf(params.file, table)
  const bytes = await exportTable(context.services, actorOf(context), { table, format })
  return download(bytes, params.file ?? '', format)
})
