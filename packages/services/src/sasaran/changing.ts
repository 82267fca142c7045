import { holdSasaran, type Tx } from '@mufakat/db'
import type { Action, Actor } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { type AuditAction, recordAudit } from '../audit'
import { authorise, inTransaction, type ServiceContext } from '../context'

/** A change under way that nobody else changes targets beside. */
export interface Changing {
  readonly tx: Tx
  readonly actor: Actor
  readonly now: Date
  /** Leaves the entry of the change. */
  readonly audit: (action: AuditAction, subjectId: string, details?: Record<string, unknown>) => Promise<void>
}

/** Goes on with the mark of targets held: one change after the other. */
export const whileHeld = <T>(
  ctx: ServiceContext,
  actor: Actor,
  work: (at: Changing) => Promise<T>,
): Promise<T> => {
  const now = ctx.clock.now()
  return inTransaction(ctx, async tx => {
    await holdSasaran(tx)
    const audit: Changing['audit'] = (action, subjectId, details = {}) =>
      recordAudit(tx, { at: now, actorId: actor.personId, action, subjectId, details })
    return work({ tx, actor, now, audit })
  })
}

/** The same for who may do this. */
export async function changing<T>(
  ctx: ServiceContext,
  actor: Actor | null,
  action: Extract<Action, 'target.edit' | 'capaian.correct' | 'laporan-opd.review'>,
  work: (at: Changing) => Promise<T>,
): Promise<T> {
  authorise(actor, action)
  return whileHeld(ctx, actor, work)
}

/** A form that can't be kept as it is. */
export const fault = (field: string, key: string): AppError =>
  new AppError('invalid-input', field, { fields: { [field]: `field.${key}` } })

/** Fields of a form that say something else than what is kept. */
export const changedFields = <Field extends string>(
  fields: readonly Field[],
  before: Readonly<Record<Field, unknown>>,
  after: Readonly<Record<Field, unknown>>,
): Field[] => fields.filter(field => before[field] !== after[field])
