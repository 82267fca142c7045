import type { ContentItem, ContentLine, Json } from '@mufakat/doc-model'
import type { Block, Paper } from '../paper'
import {
  dayText,
  fact,
  paperOf,
  placeAndDate,
  sectionHeading,
  signaturesOf,
  timeText,
  titled,
  wordsOf,
} from './common'
import type { ContentContext } from './content'
import { decisionsTable, type PlacedLine, tindakLanjutTable } from './decided'
import type { NotulaSource, PaperFrame, RapatFacts, Signatory, Standing } from './facts'
import { type KoreksiEntry, koreksiSection } from './koreksi'
import { paragraph } from './text'

export interface CuplikanInput extends PaperFrame, Omit<NotulaSource, 'loadPicture'> {
  readonly rapat: RapatFacts
  readonly opd: { readonly id: string; readonly name: string }
  readonly signatories: readonly Signatory[]
  readonly signedAt: { readonly place: string | null; readonly date: string | null }
  /** Of what is in it. */
  readonly koreksi: readonly KoreksiEntry[]
  readonly standing: Standing
}

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const names = (line: ContentLine, opd: string): boolean =>
  line.attrs.owner === opd ||
  line.spans.some(
    span =>
      'embed' in span &&
      isObject(span.embed) &&
      isObject(span.embed.mention) &&
      span.embed.mention.kind === 'opd' &&
      span.embed.mention.id === opd,
  )

/**
 * What of a notula is an OPD's: the tindak lanjut it owns, and the decisions that name it or that one of those follows
 * from, which is the nearest decision above it in the same agenda item.
 */
export function ofOpd(
  items: readonly ContentItem[],
  opd: string,
): { readonly decisions: readonly PlacedLine[]; readonly actions: readonly PlacedLine[] } {
  const decisions: PlacedLine[] = []
  const actions: PlacedLine[] = []
  for (const item of items) {
    const own = new Set<ContentLine>()
    let above: ContentLine | null = null
    for (const line of item.lines) {
      if (line.kind === 'keputusan') {
        above = line
        if (names(line, opd)) own.add(line)
      } else if (line.kind === 'tindak-lanjut' && line.attrs.owner === opd) {
        actions.push({ item, line })
        if (above) own.add(above)
      }
    }
    decisions.push(...item.lines.filter(line => own.has(line)).map(line => ({ item, line })))
  }
  return { decisions, actions }
}

export function cuplikan(input: CuplikanInput): Paper {
  const paper = wordsOf(input)
  const { rapat, opd } = input
  const context: ContentContext = { paper, names: input.names, pictures: new Map() }
  const { decisions, actions } = ofOpd(input.content.items, opd.id)
  const blocks: Block[] = [
    ...titled(paper.t('cuplikan.title'), [paper.t('cuplikan.for', { opd: opd.name })]),
    {
      type: 'facts',
      rows: [
        fact(paper.t('paper.fact.meeting'), rapat.title),
        fact(paper.t('paper.fact.day'), dayText(rapat.date, paper)),
        fact(paper.t('paper.fact.time'), timeText(rapat, paper)),
        fact(paper.t('paper.fact.place'), rapat.place ?? paper.t('paper.none')),
        fact(paper.t('paper.fact.opd'), opd.name),
      ],
    },
    sectionHeading(`A. ${paper.t('notula-paper.decisions')}`),
    decisionsTable(decisions, context) ?? paragraph(paper.t('notula-paper.decisions.none')),
    sectionHeading(`B. ${paper.t('notula-paper.actions')}`),
    tindakLanjutTable(actions, context) ?? paragraph(paper.t('notula-paper.actions.none')),
    ...koreksiSection('C', input.koreksi, context),
    paragraph(paper.t('cuplikan.note'), { small: true }),
    signaturesOf(input.signatories, paper, placeAndDate(input.signedAt.place, input.signedAt.date, paper)),
  ]
  return paperOf(input, paper, {
    title: `${paper.t('cuplikan.title')} – ${opd.name} – ${rapat.title}`,
    blocks,
    standing: input.standing,
  })
}
