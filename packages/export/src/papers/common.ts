import { type PaperWords, paperWords } from '@mufakat/i18n'
import type { Block, Facts, Paper, Signature, Signatures } from '../paper'
import { readPicture } from '../picture'
import { printable } from '../printable'
import type { AttendanceRow, PaperFrame, RapatFacts, Signatory, Standing } from './facts'
import { cell, numbered, paragraph } from './text'

export const wordsOf = (frame: PaperFrame): PaperWords =>
  paperWords(frame.locale ?? 'id', frame.zone ?? 'WIB')

/** "09.00" of "09:00". */
export const clockText = (time: string): string => time.replace(':', '.')

/** "09.00 WIB – selesai", "09.00 s.d. 12.00 WIB". */
export function timeText({ start, end }: Pick<RapatFacts, 'start' | 'end'>, paper: PaperWords): string {
  if (start === null) return paper.t('paper.none')
  const { zone } = paper.words
  if (end === null) return `${clockText(start)} ${zone} ${paper.t('paper.until.open')}`
  return `${clockText(start)} ${paper.t('paper.until', { time: clockText(end), zone })}`
}

export const dayText = (date: string | null, paper: PaperWords): string =>
  date === null ? paper.t('paper.none') : paper.words.date(date, 'full')

export const fact = (label: string, value: string): Facts['rows'][number] => ({ label, value: cell(value) })

/** One thing as a sentence, several as a numbered list. */
export const listed = (texts: readonly string[], none: string): readonly Block[] =>
  texts.length > 1 ? [numbered(texts)] : cell(texts[0] ?? none)

export function signaturesOf(
  people: readonly Signatory[],
  paper: PaperWords,
  placeAndDate: string | null,
): Signatures {
  const last = people.length - 1
  return {
    type: 'signatures',
    people: people.map((person, at): Signature => {
      // The place and date stand above the last, who signs on the right; the others keep its line free.
      const place = placeAndDate === null ? [] : [at === last ? placeAndDate : '']
      const role = person.role === undefined ? [] : [`${paper.t(`paper.role.${person.role}`)},`]
      const post =
        person.jabatan === '' ? [] : [person.role === undefined ? `${person.jabatan},` : person.jabatan]
      return {
        above: [...place, ...role, ...post].map(printable),
        signed: person.ratifiedAt
          ? printable(paper.t('paper.signed', { at: paper.words.dateTime(person.ratifiedAt) }))
          : null,
        // A line to write the name on, where nobody is named yet.
        name: printable(person.name) || '(……………………………………)',
        below: [person.rank ?? '', person.nip ? paper.t('paper.nip', { nip: person.nip }) : '']
          .filter(Boolean)
          .map(printable),
      }
    }),
  }
}

export interface PaperBody {
  readonly title: string
  readonly blocks: readonly Block[]
  readonly landscape?: boolean
  /** Left out: a paper that nobody ratifies. */
  readonly standing?: Standing
}

/** Eight characters of either end tell two records apart; the whole stands behind the code. */
const shortHash = (hash: string): string => `${hash.slice(0, 16)}…${hash.slice(-8)}`

/** The frame around every paper: kop, foot, mark of a draft. */
export function paperOf(frame: PaperFrame, paper: PaperWords, body: PaperBody): Paper {
  const { kop } = frame
  const { standing } = body
  return {
    locale: frame.locale ?? 'id',
    title: printable(body.title),
    author: printable(frame.author),
    madeAt: frame.madeAt,
    size: frame.size ?? 'A4',
    landscape: body.landscape ?? false,
    logoAlt: paper.t('paper.logo'),
    kop: kop && {
      lines: kop.lines.map(printable),
      address: kop.address.map(printable),
      logo: kop.logo && readPicture(kop.logo),
    },
    blocks: body.blocks,
    draft: standing === null ? { long: paper.t('paper.draft'), short: paper.t('paper.draft.mark') } : null,
    seal: standing
      ? {
          url: printable(standing.url),
          lines: [
            `${paper.t('paper.seal.when', { at: paper.words.dateTime(standing.at) })} ${paper.t('paper.seal.code', { code: standing.code })}`,
            paper.t('paper.seal.hash', { hash: shortHash(standing.hash) }),
            paper.t('paper.seal.check', { url: standing.url }),
          ].map(printable),
        }
      : null,
    pageOf: (page, pages) => paper.t('paper.page', { page, pages }),
  }
}

/** The paper's own name in the middle, with what it is about below. */
export const titled = (title: string, below: readonly string[] = []): readonly Block[] => [
  { type: 'heading', level: 1, runs: [{ text: printable(title) }], align: 'center' },
  ...below.map(line => paragraph(line, { align: 'center', above: 0 })),
]

export const sectionHeading = (title: string): Block => ({
  type: 'heading',
  level: 2,
  runs: [{ text: printable(title) }],
})

export const placeAndDate = (place: string | null, date: string | null, paper: PaperWords): string | null => {
  const parts = [place ?? '', date === null ? '' : paper.words.date(date)].filter(Boolean)
  return parts.length === 0 ? null : parts.join(', ')
}

export interface AttendanceCount {
  readonly present: number
  readonly represented: number
  readonly excused: number
  readonly absent: number
  readonly all: number
  /** Agencies of whoever came or was represented. */
  readonly agencies: number
}

export function countAttendance(rows: readonly AttendanceRow[]): AttendanceCount {
  const of = (presence: AttendanceRow['presence']) => rows.filter(row => row.presence === presence).length
  const came = rows.filter(row => row.presence === 'hadir' || row.presence === 'diwakilkan')
  return {
    present: of('hadir'),
    represented: of('diwakilkan'),
    excused: of('izin'),
    absent: of('tanpa_keterangan'),
    all: rows.length,
    agencies: new Set(came.map(row => row.agency)).size,
  }
}
