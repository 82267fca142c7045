import type { Words } from '@mufakat/i18n'
import type { JudgedRow } from '@mufakat/services'

/** Whose words say what rows are and why one is wrong: of tables of the organisation, or of values. */
export type Judged = 'tabel' | 'impor-nilai'

/** Why a row is wrong, or what it changes; one line for each field. */
export function verdictLines(words: Words, row: JudgedRow, of: Judged): string[] {
  if (row.verdict === 'wrong') {
    const reason = words.lookup(`${of}.reason.${row.reason}`, words.t('field.invalid'))
    return [
      row.cell === null
        ? words.t('tabel.in', { column: row.column ?? '', reason })
        : words.t('tabel.at', { cell: `${row.cell} (${row.column})`, reason }),
    ]
  }
  const shown = (text: string) => text || words.t('tabel.empty-value')
  return row.fields.map(({ column, before, after }) =>
    words.t('tabel.field', { column, before: shown(before), after: shown(after) }),
  )
}
