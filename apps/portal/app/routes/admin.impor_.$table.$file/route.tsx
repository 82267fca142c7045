import { exampleTable, exportTable } from '@mufakat/services'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { download, formatOf } from '~/impor/table-file.server'
import { tableOf } from '~/organisasi/table-name.server'
import { actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'

/** An example to be filled in. */
export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => {
  const table = tableOf(params.table, context)
  const stem = `contoh-${table}`
  const format = formatOf(params.file, stem)
  return download(await exampleTable(actorOf(context), { table, format }), stem, format)
})

/** What there is, to be changed and handed in again. It is asked for by a form: taking it along is recorded. */
export const action = guarded(async ({ params, context }: ActionFunctionArgs) => {
  const table = tableOf(params.table, context)
  const format = formatOf(params.file, table)
  return download(await exportTable(context.services, actorOf(context), { table, format }), table, format)
})
