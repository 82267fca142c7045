import type { Database, Tx } from '@mufakat/db'
import type { Action, Actor, Subject } from '@mufakat/domain'
import { may, refusal } from '@mufakat/domain'
import type { Clock } from '@mufakat/kernel'
import { AppError } from '@mufakat/kernel'
import type { Vault } from './vault'

/** What every use-case works with. */
export interface ServiceContext {
  readonly database: Database
  readonly clock: Clock
}

/** What use-cases of the way in work with besides. */
export interface DoorContext extends ServiceContext {
  readonly vault: Vault
  /** Origin by which people come. */
  readonly baseUrl: string
}

/** One use-case, one transaction: everything in `work` is committed together or not at all. */
export const inTransaction = <T>(ctx: ServiceContext, work: (tx: Tx) => Promise<T>): Promise<T> =>
  ctx.database.db.transaction(work)

/** Goes on only for a signed-in person who may do this. */
export function authorise(actor: Actor | null, action: Action, subject?: Subject): asserts actor is Actor {
  if (actor === null || !may(actor, action, subject))
    throw new AppError(refusal(actor, action, subject), action)
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether the text can be the id of a row; asking the database about anything else is an error there. */
export const isRowId = (text: string): boolean => UUID.test(text)
