import type { Locale, Zone } from '@mufakat/domain'
import { mailWords } from '@mufakat/i18n'
import type { Letter } from './author'
import { type CalendarNotice, MAIL_TEMPLATES, type MailTemplate } from './catalogue'
import { writeLetter } from './letter'

export type { Letter }

export interface RenderedMail {
  /** One line, at most 120 characters. */
  readonly subject: string
  readonly text: string
  readonly html: string
  /** What goes along for calendars; null: nothing. */
  readonly calendar:
    | (CalendarNotice & { readonly name: string; readonly link: string; readonly zone: Zone })
    | null
}

/** What phones show of a subject is less; what a header may hold is more. */
const MAX_SUBJECT = 120
/** C0, DEL, C1, and the separators that some readers break lines at. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g

/** Text that stays in its line, whatever is in it: no header or paragraph can be begun by a name. */
const oneLine = (text: string): string => text.replace(CONTROL, ' ').trim()

function bounded(subject: string): string {
  const line = oneLine(subject)
  return line.length <= MAX_SUBJECT ? line : `${line.slice(0, MAX_SUBJECT - 1).trimEnd()}…`
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, sign => ENTITIES[sign] ?? sign)

/**
 * A letter as plain text and as simple HTML that says the same: no pictures, no styles from elsewhere, nothing that
 * tells the sender it was read.
 * @param mail.data as it was stored; refused when its template does not know it
 * @param mail.regency name of the regency, null before it is set
 */
export function renderMail(mail: {
  template: MailTemplate
  locale: Locale
  data: unknown
  regency: string | null
}): RenderedMail {
  const words = mailWords(mail.locale)
  const data = MAIL_TEMPLATES[mail.template].parse(mail.data)
  const letter = writeLetter(words, mail.template, data)
  const hello = oneLine(words.t('mail.hello', { name: letter.name }))
  const paragraphs = letter.paragraphs.map(oneLine)
  const facts = (letter.facts ?? []).map(oneLine)
  const sections = (letter.sections ?? []).map(({ title, link, lines }) => ({
    title: oneLine(title),
    link,
    lines: lines.map(line => `– ${oneLine(line)}`),
  }))
  const closing = letter.closing.map(oneLine)
  const foot = oneLine(
    mail.regency === null
      ? words.t('mail.automatic.plain')
      : words.t('mail.automatic', { regency: mail.regency }),
  )
  const { action } = letter
  const text = [
    hello,
    ...paragraphs,
    ...(facts.length === 0 ? [] : [facts.join('\n')]),
    ...sections.map(({ title, link, lines }) => [title, ...lines, link].join('\n')),
    ...(action === null ? [] : [`${action.label}:\n${action.link}`, action.note]),
    ...closing,
    `-- \n${foot}`,
  ].join('\n\n')
  const block = (line: string) => `<p>${escaped(line)}</p>`
  const html = [
    `<!doctype html><html lang="${mail.locale}"><head><meta charset="utf-8"><title>${escaped(bounded(letter.subject))}</title></head>`,
    '<body style="margin:0;padding:24px;font:16px/1.6 sans-serif;color:#1f2933;background:#ffffff">',
    '<div style="max-width:560px;margin:0 auto">',
    ...[hello, ...paragraphs].map(block),
    ...(facts.length === 0 ? [] : [`<p style="${FACTS}">${facts.map(escaped).join('<br>')}</p>`]),
    ...sections.map(
      ({ title, link, lines }) =>
        `<p style="${FACTS}"><a href="${escaped(link)}" style="${TITLE}">${escaped(title)}</a><br>${lines.map(escaped).join('<br>')}</p>`,
    ),
    ...(action === null
      ? []
      : [
          `<p><a href="${escaped(action.link)}" style="${BUTTON}">${escaped(action.label)}</a></p>`,
          `<p style="${SMALL}">${escaped(words.t('mail.link'))}<br><span style="word-break:break-all">${escaped(action.link)}</span></p>`,
          block(action.note),
        ]),
    ...closing.map(block),
    `<p style="${SMALL};border-top:1px solid #d5dae0;padding-top:12px;margin-top:24px">${escaped(foot)}</p>`,
    '</div></body></html>',
  ].join('\n')
  const calendar =
    'calendar' in data ? { ...data.calendar, name: data.name, link: data.link, zone: data.zone } : null
  return { subject: bounded(letter.subject), text: `${text}\n`, html, calendar }
}

const BUTTON =
  'display:inline-block;padding:12px 20px;border-radius:8px;background:#0b5d57;color:#ffffff;text-decoration:none;font-weight:600'
const FACTS = 'border-left:3px solid #0b5d57;padding-left:12px'
const TITLE = 'color:#0b5d57;font-weight:600'
const SMALL = 'font-size:14px;color:#52606d'
