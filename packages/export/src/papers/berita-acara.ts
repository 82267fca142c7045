import type { Tanggal } from '@mufakat/domain'
import type { PaperWords } from '@mufakat/i18n'
import type { Block, Paper } from '../paper'
import { attendanceTable } from './attendance'
import {
  clockText,
  countAttendance,
  paperOf,
  placeAndDate,
  sectionHeading,
  signaturesOf,
  titled,
  wordsOf,
} from './common'
import { type ContentContext, lineRuns } from './content'
import { linesOfKind } from './decided'
import type { AttendanceRow, NotulaSource, PaperFrame, RapatFacts, Signatory, Standing } from './facts'
import { type KoreksiEntry, koreksiSection } from './koreksi'
import { terbilang } from './terbilang'
import { numbered, paragraph, runs, sentence } from './text'

export interface BeritaAcaraInput extends PaperFrame, Omit<NotulaSource, 'loadPicture'> {
  /** `date` is the day in words. */
  readonly rapat: RapatFacts & { readonly date: Tanggal }
  readonly number: string | null
  readonly officers: { readonly ketua: string | null; readonly pencatat: string | null }
  readonly signatories: readonly Signatory[]
  readonly signedAt: { readonly place: string | null; readonly date: Tanggal | null }
  readonly attendance: readonly AttendanceRow[]
  readonly koreksi: readonly KoreksiEntry[]
  readonly standing: Standing
}

/** "Selasa", "tujuh belas", "Maret", "dua ribu dua puluh enam" and "17-03-2026" of a day. */
export function dateInWords(
  date: Tanggal,
  paper: PaperWords,
): Readonly<Record<'weekday' | 'day' | 'month' | 'year' | 'date', string>> {
  const [year = '', month = '', day = ''] = date.split('-')
  const [weekday = '', named = ''] = paper.words.date(date, 'full').split(', ')
  const spelled = (n: string) => (paper.words.locale === 'id' ? terbilang(Number(n)) : String(Number(n)))
  return {
    weekday,
    day: spelled(day),
    month: named.split(' ')[1] ?? month,
    year: spelled(year),
    date: `${day}-${month}-${year}`,
  }
}

export function beritaAcara(input: BeritaAcaraInput): Paper {
  const paper = wordsOf(input)
  const { rapat, officers } = input
  const { items } = input.content
  const context: ContentContext = { paper, names: input.names, pictures: new Map() }
  const { zone } = paper.words
  const none = paper.t('paper.none')
  const decisions = linesOfKind(items, 'keputusan')
  const { present, represented } = countAttendance(input.attendance)
  const time =
    rapat.start === null ? '' : paper.t('berita.opening.time', { time: clockText(rapat.start), zone })
  const said = [
    paper.t('berita.led', { chair: officers.ketua ?? none, notulis: officers.pencatat ?? none }),
    ...(present + represented > 0 ? [paper.t('berita.people', { people: present + represented })] : []),
  ]
  const blocks: Block[] = [
    ...titled(paper.t('berita.title'), [
      rapat.title.toLocaleUpperCase(paper.words.locale),
      ...(input.number === null ? [] : [paper.t('berita.number', { number: input.number })]),
    ]),
    paragraph(
      paper.t('berita.opening', {
        ...dateInWords(rapat.date, paper),
        time,
        place: rapat.place ?? none,
        title: rapat.title,
      }),
      { align: 'justify', above: 1.2 },
    ),
    paragraph(sentence(said.join(' ')), { align: 'justify' }),
    sectionHeading(`A. ${paper.t('berita.matters')}`),
    numbered(rapat.agenda.length > 0 ? rapat.agenda : items.map(item => item.title)),
    sectionHeading(`B. ${paper.t('berita.decisions')}`),
    ...(decisions.length === 0
      ? [paragraph(paper.t('notula-paper.decisions.none'))]
      : [
          paragraph(paper.t('berita.decided'), { align: 'justify', keep: true }),
          {
            type: 'list',
            items: decisions.map(({ line }, at) => ({
              level: 0,
              number: at + 1,
              runs: lineRuns(line, context),
            })),
          } as const,
        ]),
    ...koreksiSection('C', input.koreksi, context),
    paragraph(paper.t('berita.closing'), { align: 'justify', above: 1 }),
    signaturesOf(input.signatories, paper, placeAndDate(input.signedAt.place, input.signedAt.date, paper)),
    ...(input.attendance.length === 0
      ? []
      : [
          { type: 'page-break' } as const,
          {
            type: 'heading',
            level: 2,
            align: 'center',
            runs: runs(`${paper.t('paper.attached')}: ${paper.t('notula-paper.attendance')}`),
          } as const,
          attendanceTable(input.attendance, paper, { wetSignature: false, phones: false }),
        ]),
  ]
  return paperOf(input, paper, {
    title: `${paper.t('berita.title')} – ${rapat.title}`,
    blocks,
    standing: input.standing,
  })
}
