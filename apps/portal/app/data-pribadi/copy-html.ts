// The readable form of a copy of somebody's data: one file that opens without Mufakat, without script and without
// fetching anything. Everything in it is text that people wrote: all of it is escaped.
import type { Words } from '@mufakat/i18n'
import type { OwnData } from '@mufakat/services'
import { type Cell, workSections } from './copy-work'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, sign => ENTITIES[sign] ?? sign)

const STYLE = [
  'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b2421}',
  'h1{font-size:1.5rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}',
  'table{border-collapse:collapse;width:100%;font-size:.9rem}td{border:1px solid #cdd5d1;padding:.35rem .5rem;',
  'vertical-align:top;overflow-wrap:anywhere}',
].join('')

/** The whole document. */
export function copyAsHtml(data: OwnData, words: Words): string {
  const when = (moment: string | null): string => (moment === null ? '–' : words.dateTime(new Date(moment)))
  const table = (name: keyof OwnData, rows: readonly (readonly Cell[])[]): string => {
    const lines = rows.map(
      row =>
        `<tr>${row.map(cell => `<td>${escaped(cell === null ? '–' : String(cell))}</td>`).join('')}</tr>`,
    )
    const body =
      lines.length === 0
        ? `<p>${escaped(words.t('salinan.empty'))}</p>`
        : `<table>${lines.join('\n')}</table>`
    const cut = data.shortened.includes(name) ? `<p>${escaped(words.t('salinan.shortened'))}</p>` : ''
    return `<h2>${escaped(words.lookup(`salinan.${name}`, name))}</h2>\n${body}${cut}`
  }
  const { person } = data
  const title = words.t('salinan.title')
  const parts = [
    table('person', [
      [words.t('profil.name'), person.name],
      [words.t('profil.email'), person.email],
      [words.t('profil.nip'), person.nip],
      [words.t('profil.golongan'), person.golongan],
      [words.t('pribadi.phone'), person.phone],
      [words.t('profil.role'), words.t(`role.${person.role}`)],
      [words.t('pengguna.added'), when(person.createdAt)],
    ]),
    table(
      'jabatan',
      data.jabatan.map(one => [one.jabatan, one.opd, one.kind, one.from, one.until]),
    ),
    table(
      'duties',
      data.duties.map(one => [words.t(`salinan.duty.${one.kind}`), one.of, one.from, one.until]),
    ),
    table(
      'sessions',
      data.sessions.map(one => [when(one.createdAt), when(one.endedAt), one.address, one.userAgent]),
    ),
    table(
      'factors',
      data.factors.map(one => [words.t(`salinan.factor.${one.kind}`), one.name, when(one.createdAt)]),
    ),
    table(
      'links',
      data.links.map(one => [one.kind, one.email, when(one.createdAt), when(one.usedAt)]),
    ),
    table(
      'letters',
      data.letters.map(one => [one.template, one.state, when(one.createdAt), when(one.sentAt)]),
    ),
    table(
      'rapat',
      data.rapat.map(one => [
        one.title,
        one.date,
        one.parts.map(part => words.t(`salinan.part.${part}`)).join(', '),
      ]),
    ),
    table(
      'attendance',
      data.attendance.map(one => [
        one.rapat,
        one.date,
        one.isDeputy ? words.t('salinan.part.deputy') : null,
        one.name,
        one.jabatan,
        one.answer && words.t(`salinan.answer`, { answer: words.t(`presence.${one.answer}`) }),
        one.reason,
        one.presence && words.t(`presence.${one.presence}`),
        when(one.arrivedAt),
        when(one.leftAt),
      ]),
    ),
    table(
      'texts',
      data.texts.map(one => [one.rapat, one.item, one.text]),
    ),
    table(
      'remarks',
      data.remarks.map(one => [when(one.at), one.rapat, one.text]),
    ),
    ...workSections(data, words).map(([name, rows]) => table(name, rows)),
    table(
      'files',
      data.files.map(one => [one.name, one.size, when(one.addedAt), when(one.removedAt)]),
    ),
    table(
      'fetched',
      data.fetched.map(one => [when(one.at), one.file]),
    ),
    table(
      'entries',
      data.entries.map(one => [
        when(one.at),
        words.lookup(`audit.action.${one.action}`, one.action),
        words.t(one.byOneself ? 'salinan.by.self' : 'salinan.by.other'),
        one.rapat,
        JSON.stringify(one.details),
      ]),
    ),
    table(
      'requests',
      data.requests.map(one => [one.state, one.wish, when(one.askedAt), when(one.decidedAt), one.reason]),
    ),
  ]
  return [
    `<!doctype html><html lang="${words.locale}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escaped(title)}</title><style>${STYLE}</style></head><body>`,
    `<h1>${escaped(title)}</h1>`,
    `<p>${escaped(words.t('salinan.lead', { when: when(data.madeAt), name: person.name }))}</p>`,
    ...parts,
    '</body></html>',
  ].join('\n')
}
