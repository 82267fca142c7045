import { type CardColumn, toldProgress } from '@mufakat/domain'
import type { Words } from '@mufakat/i18n'
import type { CardTableView, CardView } from '@mufakat/services'

interface Known {
  readonly opd: ReadonlyMap<string, string>
  readonly rapat: ReadonlyMap<string, CardTableView['rapat'][number]>
}

function textOf(card: CardView, column: CardColumn, { opd, rapat }: Known, words: Words): string {
  switch (column) {
    case 'opd':
      return opd.get(card.opdId ?? '') ?? ''
    case 'jabatan':
      return card.jabatan ?? ''
    case 'tenggat':
      return card.due ?? ''
    case 'status':
      return words.t(`status.tl.${card.status}`)
    case 'prioritas':
      return card.priority === null ? '' : words.t(`priority.${card.priority}`)
    case 'strategi':
      return card.strategy ?? ''
    case 'progres':
      return String(toldProgress(card))
    case 'bukti':
      return `${card.accepted}/${card.evidence}`
    case 'rapat':
      return rapat.get(card.from?.rapatId ?? '')?.title ?? ''
  }
}

/** The rows of a table as texts, its head first; days are ISO 8601. */
export const cardRows = (
  cards: readonly CardView[],
  columns: readonly CardColumn[],
  known: Known,
  words: Words,
): string[][] => [
  [words.t('tampilan.column.judul'), ...columns.map(column => words.t(`tampilan.column.${column}`))],
  ...cards.map(card => [card.title, ...columns.map(column => textOf(card, column, known, words))]),
]
