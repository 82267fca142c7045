import type { Tanggal } from '@mufakat/domain'
import type { Block, Paper } from '../paper'
import { dayText, fact, listed, paperOf, signaturesOf, timeText, wordsOf } from './common'
import type { PaperFrame, RapatFacts, Signatory } from './facts'
import { numbered, paragraph } from './text'

export interface UndanganInput extends PaperFrame {
  readonly rapat: RapatFacts
  /** Where and when the letter is written. */
  readonly place: string
  readonly date: Tanggal
  /** Nomor, Sifat, Lampiran, Hal; the number may still be missing when it is not yet given. */
  readonly number: string | null
  readonly nature: string
  readonly attachments: string | null
  /** Null: an invitation to the rapat by its name. */
  readonly subject: string | null
  /** Whom it is for; more than fit above the text stand in a list of their own. */
  readonly recipients: readonly string[]
  /** "Menindaklanjuti Peraturan Bupati Nomor 12 Tahun 2026"; null: no basis is named. */
  readonly basis: string | null
  readonly notes: readonly string[]
  /** Null: the usual closing sentence. */
  readonly closing: string | null
  readonly signatory: Signatory
  readonly copies: readonly string[]
  /** The letter is a draft until it is sent out. */
  readonly isDraft: boolean
}

/** So many names stand above the text without pushing it down the page. */
const ON_THE_LETTER = 5

export function undangan(input: UndanganInput): Paper {
  const paper = wordsOf(input)
  const { rapat, recipients } = input
  const none = paper.t('paper.none')
  const isList = recipients.length > ON_THE_LETTER
  const date = paper.words.date(input.date)
  const addressed: Block[] = isList
    ? [paragraph(paper.t('undangan.to.list'), { align: 'left', above: 1 })]
    : [
        paragraph(paper.t('undangan.to'), { align: 'left', above: 1 }),
        ...(recipients.length === 1
          ? recipients.map(name => paragraph(name, { align: 'left', above: 0 }))
          : [numbered(recipients)]),
      ]
  const blocks: Block[] = [
    paragraph(`${input.place}, ${date}`, { align: 'right' }),
    {
      type: 'facts',
      labelWidth: 62,
      rows: [
        fact(paper.t('paper.fact.number'), input.number ?? none),
        fact(paper.t('undangan.nature'), input.nature),
        fact(paper.t('undangan.attachments'), input.attachments ?? none),
        fact(
          paper.t('undangan.subject'),
          input.subject ?? paper.t('undangan.subject.usual', { title: rapat.title }),
        ),
      ],
    },
    ...addressed,
    paragraph(paper.t('undangan.at'), { align: 'left', above: 0 }),
    paragraph(paper.t('undangan.at.place'), { align: 'left', above: 0, indent: 1 }),
    paragraph(
      input.basis === null ? paper.t('undangan.invite') : paper.t('undangan.basis', { basis: input.basis }),
      { align: 'justify', above: 1 },
    ),
    {
      type: 'facts',
      indent: 1,
      rows: [
        fact(paper.t('undangan.meeting'), rapat.title),
        fact(paper.t('paper.fact.day'), dayText(rapat.date, paper)),
        fact(paper.t('paper.fact.time'), timeText(rapat, paper)),
        fact(paper.t('paper.fact.place'), rapat.place ?? none),
        { label: paper.t('paper.fact.agenda'), value: listed(rapat.agenda, none) },
      ],
    },
    ...(input.notes.length === 0
      ? []
      : [paragraph(paper.t('undangan.notes'), { align: 'left', keep: true }), numbered(input.notes)]),
    paragraph(input.closing ?? paper.t('undangan.closing'), { align: 'justify' }),
    signaturesOf([input.signatory], paper, null),
    ...(input.copies.length === 0
      ? []
      : [
          paragraph(paper.t('undangan.copies'), { align: 'left', keep: true, above: 1 }),
          numbered(input.copies),
        ]),
    ...(isList
      ? [
          { type: 'page-break' } as const,
          paragraph(paper.t('undangan.list.of', { number: input.number ?? none, date }), {
            align: 'right',
            small: true,
          }),
          { type: 'heading', level: 1, align: 'center', runs: [{ text: paper.t('undangan.list') }] } as const,
          numbered(recipients),
        ]
      : []),
  ]
  return paperOf(input, paper, {
    title: `${paper.t('undangan.title')} – ${rapat.title}`,
    blocks,
    ...(input.isDraft ? { standing: null } : {}),
  })
}
