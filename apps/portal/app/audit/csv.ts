import type { Words } from '@mufakat/i18n'
import type { AuditEntryView } from '@mufakat/services'
import { actionName, subjectOf } from './describe'

/** So that a spreadsheet reads it as UTF-8. */
const MARK = '\uFEFF'

/**
 * A cell as a spreadsheet takes it for text: what begins like a formula gets an apostrophe in front, also behind space
 * that is trimmed away.
 */
export function csvCell(value: string | number): string {
  const text = String(value)
  const safe = /^(?:\s*[=+\-@]|[\t\r\n])/.test(text) ? `'${text}` : text
  return /[",;\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const line = (cells: readonly (string | number)[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** The file as it is read from the database, a line at a time. Times are ISO 8601 in UTC, details as recorded. */
export async function* auditCsv(
  entries: AsyncIterable<AuditEntryView>,
  words: Words,
): AsyncGenerator<string> {
  const heads = ['number', 'at', 'actor', 'action', 'code', 'subject', 'details', 'hash'] as const
  yield MARK + line(heads.map(head => words.t(`audit.column.${head}`)))
  for await (const entry of entries)
    yield line([
      entry.number,
      entry.at.toISOString(),
      entry.actor?.name ?? words.t('audit.system'),
      actionName(entry.action, words),
      entry.action,
      subjectOf(entry, words)?.text ?? '',
      JSON.stringify(entry.details),
      entry.hash,
    ])
}
