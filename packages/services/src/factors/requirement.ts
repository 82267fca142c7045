import { readSetting, writeSetting } from '@mufakat/db'
import type { Actor, FactorGroup, FactorRequirement } from '@mufakat/domain'
import { changedRequirement, FACTOR_GROUPS, NO_FACTOR_REQUIREMENT } from '@mufakat/domain'
import { z } from 'zod'
import { recordAudit } from '../audit'
import { authorise, inTransaction, type ServiceContext } from '../context'

/** Key of the setting; the reader of sessions asks for it in its own statement. */
export const FACTOR_RULE = 'second-factor'

const since = z.iso
  .datetime()
  .transform(text => new Date(text))
  .nullable()
const stored = z.object({
  since: z.object({ admin: since, sekretariat: since, pimpinan: since, lainnya: since }),
  graceDays: z.number().int().min(0).max(90),
})

/** Nothing stored: nobody must. What cannot be read is an error, never the same as nothing. */
export const factorRequirementOf = (value: unknown): FactorRequirement =>
  value === undefined || value === null ? NO_FACTOR_REQUIREMENT : stored.parse(value)

export const factorRuleInput = z.object({
  groups: z.array(z.enum(FACTOR_GROUPS, 'field.choose')),
  graceDays: z.coerce
    .number('field.number')
    .int('field.number')
    .min(0, 'field.number')
    .max(90, 'field.number'),
})
export type FactorRuleInput = z.infer<typeof factorRuleInput>

export interface FactorRuleView {
  readonly groups: readonly FactorGroup[]
  readonly graceDays: number
}

export async function factorRule(ctx: ServiceContext, actor: Actor | null): Promise<FactorRuleView> {
  authorise(actor, 'door.manage')
  const { since: begun, graceDays } = factorRequirementOf(await readSetting(ctx.database.db, FACTOR_RULE))
  return { groups: FACTOR_GROUPS.filter(group => begun[group] !== null), graceDays }
}

/** Sets which roles must have a second factor, and how long somebody without one may go on. */
export async function setFactorRule(
  ctx: ServiceContext,
  actor: Actor | null,
  input: FactorRuleInput,
): Promise<void> {
  authorise(actor, 'door.manage')
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const before = factorRequirementOf(await readSetting(tx, FACTOR_RULE))
    const value = changedRequirement(before, input, now)
    await writeSetting(tx, { key: FACTOR_RULE, value, now })
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'door.factor-rule',
      details: { groups: input.groups, graceDays: input.graceDays },
    })
  })
}
