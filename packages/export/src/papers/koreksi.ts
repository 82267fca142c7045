import { isTanggal, type KoreksiField } from '@mufakat/domain'
import type { Block } from '../paper'
import { sectionHeading } from './common'
import type { ContentContext } from './content'
import { paragraph, runs, table } from './text'

export interface KoreksiChangeEntry {
  /** Title of the agenda item it stands in. */
  readonly item: string
  readonly field: KoreksiField
  /** Words, or what a decided fact is kept as: an id, a day, a code. */
  readonly before: string | null
  readonly after: string | null
}

/** A correction of what is sealed, once it is sealed itself. */
export interface KoreksiEntry {
  readonly number: number
  readonly at: Date
  readonly reason: string
  readonly changes: readonly KoreksiChangeEntry[]
}

type Context = Pick<ContentContext, 'names' | 'paper'>

function valueText({ field }: KoreksiChangeEntry, value: string | null, { names, paper }: Context): string {
  const { words } = paper
  if (value === null || value === '') return paper.t('paper.none')
  switch (field) {
    case 'owner':
      return names.opd.get(value) ?? value
    case 'jabatan':
      return names.jabatan.get(value) ?? value
    case 'tenggat':
      return isTanggal(value) ? words.date(value) : value
    case 'prioritas':
      return words.lookup(`priority.${value}`, value)
    case 'strategi':
      return words.lookup(`strategy.${value}`, value)
    case 'text':
      return value
  }
}

/** Both texts of every line that was corrected, one beside the other; the sealed text itself stays as it is. */
export function koreksiBlocks(entries: readonly KoreksiEntry[], context: Context): Block[] {
  const { paper } = context
  return entries.flatMap(entry => [
    {
      type: 'heading',
      level: 3,
      runs: runs(
        paper.t('notula-paper.koreksi.entry', { n: entry.number, date: paper.words.date(entry.at) }),
      ),
    },
    table(
      [
        { title: paper.t('notula-paper.koreksi.place'), weight: 4 },
        { title: paper.t('notula-paper.koreksi.before'), weight: 5 },
        { title: paper.t('notula-paper.koreksi.after'), weight: 5 },
      ],
      entry.changes.map(change => [
        [change.item, paper.t(`notula-paper.koreksi.field.${change.field}`)].filter(Boolean).join(' – '),
        valueText(change, change.before, context),
        valueText(change, change.after, context),
      ]),
      { size: 9.5 },
    ),
    paragraph(paper.t('notula-paper.koreksi.reason', { reason: entry.reason }), { small: true }),
  ])
}

/** The same as a section by itself, at the end of a paper that has others; nothing where nothing was corrected. */
export const koreksiSection = (
  letter: string,
  entries: readonly KoreksiEntry[],
  context: Context,
): readonly Block[] =>
  entries.length === 0
    ? []
    : [
        sectionHeading(`${letter}. ${context.paper.t('notula-paper.koreksi')}`),
        ...koreksiBlocks(entries, context),
      ]
