import type { ContentItem, ContentLine, NotulaContent, Pointed } from '@mufakat/doc-model'
import { lineText } from '@mufakat/doc-model'

const text = (form: FormData, name: string): string => String(form.get(name) ?? '')

/** What a form of remarks points at; numbers that are none are refused by the schema. */
const pointedOf = (form: FormData): Pointed => ({
  root: text(form, 'root'),
  lineId: text(form, 'lineId'),
  from: Number(text(form, 'from')),
  to: Number(text(form, 'to')),
  quote: text(form, 'quote'),
})

export const newRemarkOf = (form: FormData, rapatId: string) => ({
  rapatId,
  kind: text(form, 'kind'),
  place: pointedOf(form),
  body: text(form, 'body'),
  proposal: text(form, 'kind') === 'usulan' ? text(form, 'proposal') : null,
  nikConfirmed: form.get('nik') === 'ya',
})

export const replyOf = (form: FormData, rapatId: string) => ({
  rapatId,
  remarkId: text(form, 'komentar'),
  body: text(form, 'body'),
  nikConfirmed: form.get('nik') === 'ya',
})

export const deedOf = (form: FormData, rapatId: string) => ({
  rapatId,
  remarkId: text(form, 'komentar'),
  deed: text(form, 'maksud'),
  note: text(form, 'note'),
  nikConfirmed: form.get('nik') === 'ya',
})

const lengthOf = (line: ContentLine): number =>
  line.spans.reduce((sum, span) => sum + ('text' in span ? span.text.length : 1), 0)

const pointAt = (root: string, line: ContentLine): Pointed => ({
  root,
  lineId: line.id,
  from: 0,
  to: lengthOf(line),
  quote: lineText(line),
})

/** A whole line of the stored text by its id, as if somebody had selected it; null when there is none. */
export function lineToPointAt({ items }: NotulaContent, lineId: string): Pointed | null {
  for (const item of items) {
    const line = item.lines.find(one => one.id === lineId)
    if (line) return pointAt(rootOf(item), line)
  }
  return null
}

const rootOf = (item: ContentItem): string => `item:${item.id}`
