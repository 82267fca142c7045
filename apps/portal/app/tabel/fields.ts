import type { CardColumn } from '@mufakat/domain'
import type { CardView, ChangedField, ChangeFault } from '@mufakat/services'
import { mayMove } from '~/papan/moves'
import type { TableNames } from './table-names'

/** Columns that are changed in the table. */
export const EDITED = ['status', 'prioritas', 'opd', 'tenggat'] as const satisfies readonly ChangedField[]

export const fieldOf = (column: CardColumn | null): ChangedField | null =>
  EDITED.find(field => field === column) ?? null

/** Owner and tenggat change with a reason, which is kept. */
export const needsReason = (field: ChangedField): boolean => field === 'opd' || field === 'tenggat'

/** What stands there, as a change names it; empty: nothing. */
export function standingValue(card: CardView, field: ChangedField): string {
  switch (field) {
    case 'status':
      return card.status
    case 'prioritas':
      return card.priority ?? ''
    case 'opd':
      return card.opdId ?? ''
    case 'tenggat':
      return card.due ?? ''
  }
}

/** Why this person does not change it here (domain, PP8–PP10); null: they may. The service asks again. */
export function lockOf(card: CardView, field: ChangedField, { rights }: TableNames): ChangeFault | null {
  if (!mayMove(card, rights)) return 'not-own'
  if (field === 'status') return null
  if (card.from?.isDraft) return 'draft'
  if (card.from !== null && !rights.movesAll) return 'forbidden'
  return field === 'tenggat' && (card.status === 'selesai' || card.status === 'dibatalkan') ? 'closed' : null
}
