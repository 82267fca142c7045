import type { ProposalRow } from '@mufakat/db'
import { type Actor, may } from '@mufakat/domain'
import type { ProposalView } from './views'

export const mayDecide = (actor: Actor): boolean => may(actor, 'agenda.decide')

export function proposalView(actor: Actor, row: ProposalRow): ProposalView {
  const { id, seriesId, seriesName, title, reason, minutes, proposedAt, state, note } = row
  const isOnAgenda = row.rapatId !== null && row.rapatStatus !== 'dibatalkan'
  return {
    id,
    seriesId,
    seriesName,
    title,
    reason,
    minutes,
    opd: { id: row.opdId, shortName: row.opdShortName, name: row.opdName },
    proposedBy: row.proposedByName,
    proposedAt,
    state,
    note,
    rapat: isOnAgenda
      ? { id: row.rapatId ?? '', title: row.rapatTitle ?? '', itemId: row.itemId ?? '' }
      : null,
    mayWithdraw: state === 'open' && may(actor, 'agenda.withdraw', { personId: row.proposedBy }),
  }
}
