import type { Words } from '@mufakat/i18n'
import type { AuditEntryView } from '@mufakat/services'

/** Long enough to tell ids apart, short enough for a line. */
const ID_LENGTH = 8
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-/

export const actionName = (action: string, words: Words): string =>
  words.lookup(`audit.action.${action}`, action)

/** What it was done to; a rapat has a page, the others a name or the head of their id. */
export function subjectOf(entry: AuditEntryView, words: Words): { text: string; to: string | null } | null {
  if (entry.rapat !== null) return { text: entry.rapat.title, to: `/rapat/${entry.rapat.id}` }
  if (entry.subject === null) return null
  const { id, name } = entry.subject
  if (name !== null) return { text: name, to: null }
  const kind = entry.action.startsWith('session.')
    ? words.t('audit.subject.session')
    : entry.action.startsWith('journal-key.')
      ? words.t('audit.subject.device')
      : null
  return { text: [kind, shortened(id)].filter(Boolean).join(' '), to: null }
}

const shortened = (id: string): string => (ID.test(id) ? id.slice(0, ID_LENGTH) : id)

function told(value: unknown): string {
  if (typeof value === 'string') return shortened(value)
  if (Array.isArray(value)) return value.map(told).join(', ')
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, part]) => `${name} ${told(part)}`)
      .join(', ')
  return String(value)
}

/** Codes become words where there are some; the rest is told as it was recorded. Empty parts are left out. */
export function detailsOf({ details }: AuditEntryView, words: Words): string {
  const { from, to, fields, ...rest } = details
  const parts: string[] = []
  const status = (code: string): string => words.lookup(`status.rapat.${code}`, code)
  if (typeof from === 'string' && typeof to === 'string')
    parts.push(words.t('audit.detail.from-to', { from: status(from), to: status(to) }))
  else
    for (const [name, value] of Object.entries({ from, to }))
      if (value !== undefined) parts.push(`${name}: ${told(value)}`)
  if (Array.isArray(fields))
    parts.push(fields.map(field => words.lookup(`riwayat.field.${field}`, String(field))).join(', '))
  for (const [name, value] of Object.entries(rest)) {
    if (value === null || (Array.isArray(value) && value.length === 0)) continue
    // Ids say nothing to a reader: how many there were does.
    const isIds = Array.isArray(value) && value.every(one => typeof one === 'string' && ID.test(one))
    parts.push(
      isIds
        ? words.t('audit.detail.count', { name, n: value.length })
        : words.t('audit.detail.value', { name, value: told(value) }),
    )
  }
  return parts.join(' · ')
}
