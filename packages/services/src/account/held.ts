import { type AccountRow, lockAccount, type Tx } from '@mufakat/db'
import { AppError } from '@mufakat/kernel'
import { isRowId } from '../context'

/** An account that nobody else changes until the transaction ends; throws `not-found`, and `conflict` for an erased one. */
export async function heldAccount(tx: Tx, personId: string): Promise<AccountRow> {
  const row = isRowId(personId) ? await lockAccount(tx, personId) : null
  if (row === null) throw new AppError('not-found', 'account')
  if (row.erasedNumber !== null) throw new AppError('conflict', 'erased')
  return row
}
