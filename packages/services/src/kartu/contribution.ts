import {
  countContributions,
  findContribution,
  listDistricts,
  listIndicatorNames,
  listVillages,
  putContribution,
  removeContribution as removeContributionRow,
  type Tx,
} from '@mufakat/db'
import { type Actor, contributionStep, MAX_CONTRIBUTIONS, WHOLE_REGENCY } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import type { ServiceContext } from '../context'
import { auditCard, type CommandDone, changeCard, commanded, commandedCard, unchanged } from './command'
import type { RemoveContributionInput, SetContributionInput } from './edit-inputs'

// What a card contributes to indicators (domain, SK1–SK4). It is the card's own: a notula that is a draft says nothing
// of it, and it stays when its line goes.

const invalid = (field: string, key: string) =>
  new AppError('invalid-input', 'contribution', { fields: { [field]: `field.${key}` } })

/** Of what is no longer used nothing new is said (domain, SK4). */
async function mustBeActive(tx: Tx, indicatorId: string): Promise<void> {
  const found = (await listIndicatorNames(tx)).find(({ id }) => id === indicatorId)
  if (found === undefined || !found.active) throw invalid('indicatorId', 'choose')
}

async function mustBePlace(tx: Tx, code: string): Promise<void> {
  if (code === WHOLE_REGENCY) return
  const regions = [...(await listDistricts(tx)), ...(await listVillages(tx))]
  if (!regions.some(region => region.code === code && region.active)) throw invalid('regionCode', 'choose')
}

/**
 * Says what a card contributes to an indicator, and where.
 * @throws AppError `conflict` with fields where both have written; `invalid-input` with fields
 */
export const setContribution = (
  ctx: ServiceContext,
  actor: Actor | null,
  input: SetContributionInput,
): Promise<CommandDone> =>
  commanded(ctx, actor, input.commandId, async at => {
    const { tx, now } = at
    const { indicatorId, from, to } = input
    const { card } = await commandedCard(at, 'kartu.contribute', input.cardId)
    const about = { cardId: card.id, indicatorId }
    const held = await findContribution(tx, about)
    const step = contributionStep(held, { from, to })
    if (step === 'same') return unchanged(at, card)
    // Who adds what is there already has not seen it: it is among the list, and is changed there.
    if (step === 'changed' && from === null) throw invalid('indicatorId', 'contributed')
    if (step === 'changed')
      throw new AppError('conflict', 'said meanwhile', { fields: { quantity: 'field.changed' } })
    if (held === null) {
      await mustBeActive(tx, indicatorId)
      if ((await countContributions(tx, card.id)) >= MAX_CONTRIBUTIONS)
        throw invalid('indicatorId', 'contributions')
    }
    if (held?.regionCode !== to.regionCode) await mustBePlace(tx, to.regionCode)
    await putContribution(tx, { ...about, ...to, addedBy: at.actor.personId, addedAt: now })
    await auditCard(at, 'kartu.contribute', card, { indicatorId, from: held, to })
    return changeCard(at, card.id, {}, { kind: 'contribution', details: { indicatorId, from: held, to } })
  })

/** Says that a card does not contribute to an indicator. */
export const removeContribution = (
  ctx: ServiceContext,
  actor: Actor | null,
  input: RemoveContributionInput,
): Promise<CommandDone> =>
  commanded(ctx, actor, input.commandId, async at => {
    const { card } = await commandedCard(at, 'kartu.contribute', input.cardId)
    const { indicatorId } = input
    const about = { cardId: card.id, indicatorId }
    const from = await findContribution(at.tx, about)
    if (from === null) return unchanged(at, card)
    await removeContributionRow(at.tx, about)
    await auditCard(at, 'kartu.contribute', card, { indicatorId, from, to: null })
    return changeCard(at, card.id, {}, { kind: 'contribution', details: { indicatorId, from, to: null } })
  })
