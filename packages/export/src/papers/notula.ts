import type { ContentItem } from '@mufakat/doc-model'
import type { Tanggal, TindakLanjutStatus } from '@mufakat/domain'
import { dayIn, tenggatState } from '@mufakat/domain'
import type { PaperWords } from '@mufakat/i18n'
import type { Block, Figure, Paper } from '../paper'
import { readPicture } from '../picture'
import { attendanceTable } from './attendance'
import {
  clockText,
  countAttendance,
  dayText,
  fact,
  listed,
  paperOf,
  placeAndDate,
  sectionHeading,
  signaturesOf,
  timeText,
  titled,
  wordsOf,
} from './common'
import { type ContentContext, linesAsBlocks, loadPictures } from './content'
import { decisionsTable, linesOfKind, tindakLanjutTable } from './decided'
import type { AttendanceRow, NotulaSource, PaperFrame, RapatFacts, Signatory, Standing } from './facts'
import { type KoreksiEntry, koreksiBlocks } from './koreksi'
import { paragraph, runs, sentence, table } from './text'

/** Who led and wrote, each as it stands on the paper: "Nama, jabatan". */
export interface Officers {
  readonly ketua: string | null
  readonly sekretaris: string | null
  readonly pencatat: string | null
}

/** A tindak lanjut that the last rapat left, in the state it had at this one. */
export interface CarriedRow {
  readonly text: string
  readonly owner: string
  readonly from: string
  readonly tenggat: Tanggal | null
  readonly status: TindakLanjutStatus
  /** How often its tenggat was moved. */
  readonly postponed: number
  readonly remarks: string
}

export interface Photo {
  readonly bytes: Uint8Array | null
  readonly caption: string
}

export interface NotulaInput extends PaperFrame, NotulaSource {
  readonly rapat: RapatFacts
  readonly officers: Officers
  /** As they stand on the paper; empty: told from the attendance. */
  readonly participants: readonly string[]
  /** Kata pembukaan; null: who opened it and when. */
  readonly opening: string | null
  /** HH:MM. */
  readonly closedAt: string | null
  /** Null: not a rapat of a series. */
  readonly carried: readonly CarriedRow[] | null
  readonly signatories: readonly Signatory[]
  readonly signedAt: { readonly place: string | null; readonly date: Tanggal | null }
  readonly attendance: readonly AttendanceRow[]
  readonly photos: readonly Photo[]
  readonly koreksi: readonly KoreksiEntry[]
  readonly standing: Standing
}

const LETTERS = 'ABCDEFGH'
/** So many names can be read in the head; more are told as a number. */
const MOST_NAMES = 12

function participantsOf(input: NotulaInput, paper: PaperWords): readonly Block[] {
  const { present, represented, agencies } = countAttendance(input.attendance)
  const people = present + represented
  const { length } = input.participants
  if (length > 0 && length <= MOST_NAMES) return listed(input.participants, '')
  if (people > 0) return listed([paper.t('notula-paper.participants', { people, agencies })], '')
  if (length === 0) return listed([], paper.t('paper.none'))
  return listed([paper.t('notula-paper.participants.invited', { n: length })], '')
}

function headFacts(input: NotulaInput, paper: PaperWords): Block {
  const { rapat, officers } = input
  const none = paper.t('paper.none')
  const { invitation } = rapat
  const invited =
    invitation === null
      ? none
      : invitation.date === null
        ? invitation.number
        : paper.t('paper.fact.invitation.value', {
            number: invitation.number,
            date: paper.words.date(invitation.date),
          })
  return {
    type: 'facts',
    rows: [
      fact(paper.t('paper.fact.meeting'), rapat.title),
      fact(paper.t('paper.fact.day'), dayText(rapat.date, paper)),
      fact(paper.t('paper.fact.invitation'), invited),
      fact(paper.t('paper.fact.time'), timeText(rapat, paper)),
      fact(paper.t('paper.fact.place'), rapat.place ?? none),
      { label: paper.t('paper.fact.agenda'), value: listed(rapat.agenda, none) },
      {
        label: paper.t('paper.fact.chair'),
        value: [
          {
            type: 'facts',
            labelWidth: 70,
            rows: [
              fact(paper.t('paper.fact.ketua'), officers.ketua ?? none),
              fact(paper.t('paper.fact.sekretaris'), officers.sekretaris ?? none),
              fact(paper.t('paper.fact.pencatat'), officers.pencatat ?? none),
            ],
          },
        ],
      },
      { label: paper.t('paper.fact.participants'), value: participantsOf(input, paper) },
    ],
  }
}

function opening({ opening: said, officers, rapat }: NotulaInput, paper: PaperWords): string {
  if (said !== null) return said
  if (officers.ketua === null) return paper.t('notula-paper.empty')
  if (rapat.start === null) return paper.t('notula-paper.opened.by', { name: officers.ketua })
  const { zone } = paper.words
  return paper.t('notula-paper.opened', { name: officers.ketua, time: clockText(rapat.start), zone })
}

function discussion(item: ContentItem, at: number, context: ContentContext): Block[] {
  const { paper } = context
  const blocks = linesAsBlocks(item.lines, context)
  const presenter = item.presenter ? paper.t('notula-paper.presenter', { name: item.presenter }) : ''
  return [
    { type: 'heading', level: 3, runs: runs(`${at + 1}. ${item.title}`) },
    ...(presenter === '' ? [] : [paragraph(presenter, { small: true, above: 0.1, keep: true })]),
    ...(blocks.length === 0 ? [paragraph(paper.t('notula-paper.empty'), { small: true })] : blocks),
  ]
}

function carriedTable(rows: readonly CarriedRow[], today: Tanggal, paper: PaperWords): Block {
  const { words } = paper
  return table(
    [
      { title: paper.t('paper.column.no'), weight: 9, align: 'center' },
      { title: paper.t('paper.column.tindak-lanjut'), weight: 46 },
      { title: paper.t('paper.column.owner'), weight: 28 },
      { title: paper.t('paper.column.from'), weight: 26 },
      { title: paper.t('paper.column.tenggat'), weight: 24 },
      { title: paper.t('paper.column.status'), weight: 24 },
      { title: paper.t('paper.column.postponed'), weight: 16, align: 'center' },
      { title: paper.t('paper.column.remarks'), weight: 26 },
    ],
    rows.map((row, at) => {
      const status = words.t(`status.tl.${row.status}`)
      const isLate = tenggatState(row, today) === 'terlambat'
      return [
        String(at + 1),
        row.text,
        row.owner,
        row.from,
        row.tenggat === null ? paper.t('paper.none') : words.date(row.tenggat, 'short'),
        isLate ? paper.t('matriks.late', { status }) : status,
        row.postponed === 0
          ? paper.t('paper.none')
          : paper.t('notula-paper.carried.times', { n: row.postponed }),
        row.remarks,
      ]
    }),
    { size: 9.5 },
  )
}

function annexes(input: NotulaInput, paper: PaperWords): Block[] {
  const annex = (title: string): Block[] => [
    { type: 'page-break' },
    { type: 'heading', level: 2, align: 'center', runs: runs(`${paper.t('paper.attached')}: ${title}`) },
  ]
  const figures = input.photos.map((photo): Figure => {
    const picture = photo.bytes && readPicture(photo.bytes)
    const missing = picture ? [] : runs(` (${paper.t('paper.picture.missing')})`, { italic: true })
    return { type: 'figure', picture, caption: [...runs(photo.caption), ...missing] }
  })
  return [
    ...(input.attendance.length === 0
      ? []
      : [
          ...annex(paper.t('notula-paper.attendance')),
          attendanceTable(input.attendance, paper, { wetSignature: false, phones: false }),
        ]),
    ...(figures.length === 0
      ? []
      : [...annex(paper.t('notula-paper.photos')), { type: 'gallery', figures } as const]),
  ]
}

export async function notula(input: NotulaInput): Promise<Paper> {
  const paper = wordsOf(input)
  const { items } = input.content
  const pictures = await loadPictures(items, input.loadPicture)
  const context: ContentContext = { paper, names: input.names, pictures }
  const decisions = linesOfKind(items, 'keputusan')
  const actions = linesOfKind(items, 'tindak-lanjut')
  const { zone } = paper.words
  const today = input.rapat.date ?? dayIn(input.zone ?? 'WIB', input.madeAt)

  const sections: { title: string; blocks: readonly Block[] }[] = [
    {
      title: paper.t('notula-paper.opening'),
      blocks: [paragraph(sentence(opening(input, paper)), { align: 'justify' })],
    },
    {
      title: paper.t('notula-paper.discussion'),
      blocks: items.flatMap((item, at) => discussion(item, at, context)),
    },
    {
      title: paper.t('notula-paper.decisions'),
      blocks: [decisionsTable(decisions, context) ?? paragraph(paper.t('notula-paper.decisions.none'))],
    },
    {
      title: paper.t('notula-paper.actions'),
      blocks: [tindakLanjutTable(actions, context) ?? paragraph(paper.t('notula-paper.actions.none'))],
    },
    {
      title: paper.t('notula-paper.closing'),
      blocks: [
        paragraph(
          input.closedAt === null
            ? paper.t('notula-paper.closed.unknown')
            : paper.t('notula-paper.closed', { time: clockText(input.closedAt), zone }),
        ),
      ],
    },
    ...(input.carried === null || input.carried.length === 0
      ? []
      : [{ title: paper.t('notula-paper.carried'), blocks: [carriedTable(input.carried, today, paper)] }]),
    ...(input.koreksi.length === 0
      ? []
      : [
          {
            title: paper.t('notula-paper.koreksi'),
            blocks: koreksiBlocks(input.koreksi, context),
          },
        ]),
  ]
  return paperOf(input, paper, {
    title: `${paper.t('notula-paper.title')} – ${input.rapat.title}`,
    standing: input.standing,
    blocks: [
      ...titled(paper.t('notula-paper.title')),
      headFacts(input, paper),
      sectionHeading(paper.t('notula-paper.activity')),
      ...sections.flatMap(({ title, blocks }, at) => [
        sectionHeading(`${LETTERS[at] ?? ''}. ${title}`),
        ...blocks,
      ]),
      signaturesOf(input.signatories, paper, placeAndDate(input.signedAt.place, input.signedAt.date, paper)),
      ...annexes(input, paper),
    ],
  })
}
