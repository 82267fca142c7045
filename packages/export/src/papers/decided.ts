import type { ContentItem, ContentLine } from '@mufakat/doc-model'
import type { Table } from '../paper'
import { type ContentContext, lineRuns, tindakLanjutFacts } from './content'
import { table } from './text'

export interface PlacedLine {
  readonly item: ContentItem
  readonly line: ContentLine
}

export const linesOfKind = (
  items: readonly ContentItem[],
  kind: 'keputusan' | 'tindak-lanjut',
): PlacedLine[] =>
  items.flatMap(item => item.lines.filter(line => line.kind === kind).map(line => ({ item, line })))

/** What was decided, with the agenda item it stands in; null when nothing was. */
export function decisionsTable(lines: readonly PlacedLine[], context: ContentContext): Table | null {
  const { paper } = context
  if (lines.length === 0) return null
  return table(
    [
      { title: paper.t('paper.column.no'), weight: 8, align: 'center' },
      { title: paper.t('paper.column.keputusan'), weight: 72 },
      { title: paper.t('paper.column.agenda'), weight: 36 },
    ],
    lines.map(({ item, line }, at) => [
      String(at + 1),
      [{ type: 'paragraph', runs: lineRuns(line, context), align: 'left' }],
      item.title,
    ]),
  )
}

/** Who does what until when; null when nobody does anything. */
export function tindakLanjutTable(lines: readonly PlacedLine[], context: ContentContext): Table | null {
  const { paper } = context
  if (lines.length === 0) return null
  const none = paper.t('paper.none')
  return table(
    [
      { title: paper.t('paper.column.no'), weight: 8, align: 'center' },
      { title: paper.t('paper.column.tindak-lanjut'), weight: 46 },
      { title: paper.t('paper.column.owner'), weight: 34 },
      { title: paper.t('paper.column.tenggat'), weight: 22 },
      { title: paper.t('paper.column.priority'), weight: 18 },
      { title: paper.t('paper.column.strategy'), weight: 28 },
    ],
    lines.map(({ line }, at) => {
      const { owner, tenggat, priority, strategy } = tindakLanjutFacts(line, context)
      return [
        String(at + 1),
        [{ type: 'paragraph', runs: lineRuns(line, context), align: 'left' }],
        ...[owner, tenggat, priority, strategy].map(value => value || none),
      ]
    }),
  )
}
