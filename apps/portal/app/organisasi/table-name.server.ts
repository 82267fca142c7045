import { AppError } from '@mufakat/kernel'
import { TABLE_NAMES, type TableName, tablesFor } from '@mufakat/services'
import { type AppLoadContext, actorOf } from '~/request/context.server'

/** The table that the address names, to who may take it out and put it in. */
export function tableOf(name: string | undefined, context: AppLoadContext): TableName {
  const actor = actorOf(context)
  if (actor === null) throw new AppError('not-signed-in')
  const table = TABLE_NAMES.find(one => one === name)
  if (table === undefined) throw new AppError('not-found', 'table')
  if (!tablesFor(actor).includes(table)) throw new AppError('forbidden', table)
  return table
}
