import type { Block, Paper } from '../paper'
import { type AttendanceLook, attendanceTable } from './attendance'
import {
  countAttendance,
  dayText,
  fact,
  paperOf,
  placeAndDate,
  signaturesOf,
  timeText,
  titled,
  wordsOf,
} from './common'
import type { AttendanceRow, PaperFrame, RapatFacts, Signatory, Standing } from './facts'
import { paragraph } from './text'

export interface DaftarHadirInput extends PaperFrame, AttendanceLook {
  readonly rapat: RapatFacts
  readonly rows: readonly AttendanceRow[]
  readonly signatories: readonly Signatory[]
  /** Where it is signed; left out, no place and date stand above the signatures. */
  readonly place: string | null
  /** Left out: a list to sign, which nobody ratifies. */
  readonly standing?: Standing
}

export function daftarHadir(input: DaftarHadirInput): Paper {
  const paper = wordsOf(input)
  const { rapat, rows } = input
  const count = countAttendance(rows)
  const blocks: Block[] = [
    ...titled(paper.t('hadir.title')),
    {
      type: 'facts',
      rows: [
        fact(paper.t('paper.fact.agenda'), rapat.title),
        fact(paper.t('paper.fact.day'), dayText(rapat.date, paper)),
        fact(paper.t('paper.fact.time'), timeText(rapat, paper)),
        fact(paper.t('paper.fact.place'), rapat.place ?? paper.t('paper.none')),
      ],
    },
    rows.length === 0 ? paragraph(paper.t('hadir.none')) : attendanceTable(rows, paper, input),
  ]
  if (rows.some(row => row.presence !== null)) {
    const { agencies: _, ...counted } = count
    blocks.push(paragraph(paper.t('hadir.summary', counted), { small: true }))
  }
  if (input.signatories.length > 0) {
    blocks.push(signaturesOf(input.signatories, paper, placeAndDate(input.place, rapat.date, paper)))
  }
  return paperOf(input, paper, {
    title: `${paper.t('hadir.title')} – ${rapat.title}`,
    blocks,
    // Seven columns and room to sign need the long side.
    landscape: input.wetSignature && input.phones,
    ...(input.standing === undefined ? {} : { standing: input.standing }),
  })
}
