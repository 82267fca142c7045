import type { Words } from '@mufakat/i18n'
import type { ValueReview } from '@mufakat/services'

export type JudgedValue = ValueReview['rows'][number]

/** Why a row is wrong, or what it changes; one line for each field. */
export function verdictLines(row: JudgedValue, words: Words): string[] {
  if (row.verdict === 'wrong') {
    const reason = words.lookup(`impor-nilai.reason.${row.reason}`, words.t('field.invalid'))
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
