import type { Words } from '@mufakat/i18n'
import type { ReportCellView, ReportIndicatorView } from '@mufakat/services'
import { useAllWords } from '~/frame/words'
import { numberText, type Unit } from '~/target/amount'
import type { CellVerdict } from './save.server'

type Refused = Extract<CellVerdict, { saved: false }> | null

/** A schema gives the short key, a use-case the whole one. */
export const faultWords = (words: Words, key: string): string =>
  words.lookup(
    /^(?:error|lapor)\./.test(key) ? key : `field.${key.replace(/^field\./, '')}`,
    words.t('field.invalid'),
  )

/** What somebody else has put into a cell, as it is told to who typed something else. */
function standingWords(words: Words, standing: ReportCellView, unit: Unit): string {
  const amount = standing.notAvailable
    ? words.t('sasaran.na')
    : standing.number === null
      ? words.t('lapor.cell.kosong')
      : numberText(words, standing.number, unit)
  return words.t('lapor.changed', { by: standing.changedBy ?? '–', amount })
}

/** What is wrong with a cell or unusual about it, in words; empty: nothing. */
export function cellWords(words: Words, cell: ReportCellView | null, refused: Refused, unit: Unit): string {
  if (refused !== null) {
    if (refused.standing !== null) return standingWords(words, refused.standing, unit)
    return [...new Set(Object.values(refused.fields))].map(key => faultWords(words, key)).join(' ')
  }
  if (cell === null) return ''
  if (cell.fault !== null) return faultWords(words, `cell-${cell.fault}`)
  return cell.hints.map(hint => words.t(`lapor.hint.${hint}`)).join(' ')
}

export function useCellWords() {
  const words = useAllWords()
  return (cell: ReportCellView, refused: Refused, indicator: ReportIndicatorView): string =>
    cellWords(words, cell, refused, indicator)
}
