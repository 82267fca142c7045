import type { Words } from '@mufakat/i18n'
import type { ReportIndicatorView } from '@mufakat/services'
import { amountText } from '~/target/amount'
import { remarkKey } from './cell-names'
import { cellWords, faultWords } from './cell-words'
import type { Verdicts } from './save.server'
import type { SavedAnswer, SavedPart } from './saved-answer'
import type { TypedReport } from './typed-report.server'

interface Saved {
  readonly typed: TypedReport
  readonly verdicts: Verdicts
  readonly indicators: readonly ReportIndicatorView[]
  readonly now: Date
}

/** What became of what was typed, for the script of the page. */
export function answerIn(words: Words, { typed, verdicts, indicators, now }: Saved): SavedAnswer {
  const of = (id: string) => indicators.find(one => one.id === id)
  const cells = typed.cells.map(({ key, indicatorId }): [string, SavedPart] => {
    const verdict = verdicts.cells[key]
    const unit = of(indicatorId) ?? { unit: '', decimals: 4 }
    if (verdict?.saved !== true) {
      const revision = verdict?.standing?.revision ?? null
      const told = cellWords(words, null, verdict ?? { saved: false, fields: {}, standing: null }, unit)
      return [key, { saved: false, state: 'tidak_sah', revision, number: '', words: told }]
    }
    const { cell } = verdict
    const number = cell.number === null ? '' : amountText(words, cell.number, unit)
    const told = cellWords(words, cell, null, unit)
    return [key, { saved: true, state: cell.state, revision: cell.revision, number, words: told }]
  })
  const remarks = typed.remarks.map(({ indicatorId }): [string, SavedPart] => {
    const verdict = verdicts.remarks[remarkKey(indicatorId)]
    const fields = verdict !== undefined && 'fields' in verdict ? Object.values(verdict.fields) : []
    const told = fields.map(key => faultWords(words, key))
    return [
      remarkKey(indicatorId),
      {
        saved: fields.length === 0,
        state: fields.length === 0 ? 'tersimpan' : 'tidak_sah',
        revision: of(indicatorId)?.remark.revision ?? null,
        number: '',
        words: told.join(' '),
      },
    ]
  })
  return { cells: Object.fromEntries(cells), remarks: Object.fromEntries(remarks), time: words.clock(now) }
}
