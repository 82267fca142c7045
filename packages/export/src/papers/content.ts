import type { ContentItem, ContentLine, ContentTable, Json, JsonObject, Span } from '@mufakat/doc-model'
import { embedText, indicatorOf, lineText } from '@mufakat/doc-model'
import { isCode, isTanggal, PRIORITIES, STRATEGIES } from '@mufakat/domain'
import { figureParts, type PaperWords } from '@mufakat/i18n'
import type { Aside, Block, Cell, Figure, ListItem, Paragraph, Run } from '../paper'
import { type Picture, readPicture } from '../picture'
import { printable } from '../printable'
import type { LoadPicture, Names } from './facts'
import { runs } from './text'

// The canonical content as blocks. Total, as the content is: an unknown kind, mark or embed is shown as what it holds.

export interface ContentContext {
  readonly paper: PaperWords
  readonly names: Names
  /** Loaded before: composing never waits. */
  readonly pictures: ReadonlyMap<string, Picture | null>
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

/** Only addresses that mean the same on paper as in the portal, and cannot run anything. */
function href(mark: Json | undefined): string | null {
  const value = isObject(mark) ? mark.href : mark
  if (typeof value !== 'string') return null
  const address = printable(value).trim()
  if (!/^(?:https?:\/\/|mailto:|tel:)\S+$/i.test(address)) return null
  // Word refuses a whole file for one address that is none.
  return URL.canParse(address) ? new URL(address).href : null
}

/** "Stunting (4,73%, Triwulan I 2025)". */
function embedWords(embed: Json, { paper, names }: Pick<ContentContext, 'paper' | 'names'>): string {
  const said = embedText(embed)
  const figure = names.figures?.get(indicatorOf(embed)?.id ?? '')
  if (said !== '' && figure !== undefined)
    return paper.t('notula-paper.figure', { name: said, figure: figureParts(paper.words, figure).join(', ') })
  const kind = isObject(embed) ? (Object.keys(embed)[0] ?? '?') : '?'
  return said || `[${paper.t('paper.unknown', { kind })}]`
}

function runOf(span: Span, context: Pick<ContentContext, 'paper' | 'names'>): Run {
  const link = href(span.marks?.link)
  const style = {
    ...(span.marks?.bold ? { bold: true as const } : {}),
    ...(span.marks?.italic ? { italic: true as const } : {}),
    ...(span.marks?.underline ? { underline: true as const } : {}),
    ...(link === null ? {} : { href: link }),
  }
  if ('text' in span) return { text: printable(span.text).replaceAll('\n', ' '), ...style }
  return { text: printable(embedWords(span.embed, context)), ...style }
}

export const lineRuns = (
  line: ContentLine,
  context: Pick<ContentContext, 'paper' | 'names'>,
): readonly Run[] => line.spans.map(span => runOf(span, context)).filter(run => run.text !== '')

export interface TindakLanjutFacts {
  /** OPD and jabatan, as far as they are known. */
  readonly owner: string
  readonly tenggat: string
  readonly priority: string
  readonly strategy: string
}

/** What a tindak lanjut line says beside its words; an empty text where it says nothing. */
export function tindakLanjutFacts(line: ContentLine, { names, paper }: ContentContext): TindakLanjutFacts {
  const { owner, jabatan, tenggat, prioritas, strategi } = line.attrs
  const { words } = paper
  const who = [
    names.opd.get(text(owner)) ?? text(owner),
    names.jabatan.get(text(jabatan)) ?? text(jabatan),
  ].filter(Boolean)
  return {
    owner: printable(who.join(' – ')),
    tenggat: isTanggal(text(tenggat)) ? words.date(text(tenggat)) : '',
    priority: isCode(PRIORITIES, prioritas) ? words.t(`priority.${prioritas}`) : '',
    strategy: isCode(STRATEGIES, strategi) ? words.t(`strategy.${strategi}`) : '',
  }
}

function factLine(line: ContentLine, context: ContentContext): Paragraph[] {
  const { paper } = context
  const facts = tindakLanjutFacts(line, context)
  const told = [
    facts.owner && paper.t('notula-paper.owner', { name: facts.owner }),
    facts.tenggat && paper.t('notula-paper.tenggat', { date: facts.tenggat }),
    facts.priority && paper.t('notula-paper.priority', { name: facts.priority }),
    facts.strategy && paper.t('notula-paper.strategy', { name: facts.strategy }),
  ].filter(Boolean)
  return told.length === 0
    ? []
    : [{ type: 'paragraph', runs: runs(told.join(' · ')), small: true, align: 'left', above: 0.15 }]
}

function aside(line: ContentLine, context: ContentContext): Aside {
  const own: Paragraph = { type: 'paragraph', runs: lineRuns(line, context) }
  if (line.kind === 'kutipan') {
    const quoted = own.runs.map(run => ({ ...run, italic: true as const }))
    return { type: 'aside', blocks: [{ ...own, runs: quoted }] }
  }
  const isAction = line.kind === 'tindak-lanjut'
  const label = context.paper.words.t(isAction ? 'notula.tindak-lanjut' : 'notula.keputusan')
  return { type: 'aside', label, blocks: [own, ...(isAction ? factLine(line, context) : [])] }
}

/** Widths by what the cells hold: the longest word must fit, long texts get more, none takes all. */
function weightsOf(table: ContentTable): number[] {
  return table.columns.map((_, at) => {
    const texts = table.rows.map(row => (row.cells[at] ?? []).map(lineText).join('\n'))
    const longest = Math.max(4, ...texts.map(cell => cell.length))
    const word = Math.max(4, ...texts.flatMap(cell => cell.split(/[\s-]+/).map(part => part.length)))
    return Math.min(24, word) + Math.sqrt(Math.min(longest, 400)) * 2
  })
}

function figure(line: ContentLine, context: ContentContext): Figure {
  const { paper, pictures } = context
  const picture = pictures.get(text(line.attrs.file)) ?? null
  const caption = lineRuns(line, context)
  if (picture) return { type: 'figure', picture, caption }
  const name = caption.length === 0 ? runs(`${paper.t('paper.picture')} `) : [...caption, { text: ' ' }]
  return {
    type: 'figure',
    picture: null,
    caption: [...name, ...runs(`(${paper.t('paper.picture.missing')})`, { italic: true })],
  }
}

/** Beside a word as long as a line, word processors would draw the few others apart. */
const alignOf = (line: ContentLine): 'left' | 'justify' =>
  /\S{50}/.test(lineText(line)) ? 'left' : 'justify'

const isListKind = (kind: string): boolean => kind === 'butir' || kind === 'nomor'

/** Numbers as the screen counts them: a line ends those of every deeper level, and of its own unless it has one. */
class Numbers {
  private readonly counts: number[] = []
  next({ kind, level }: ContentLine): number | null {
    const number = (this.counts[level] ?? 0) + 1
    this.counts.length = Math.min(this.counts.length, level)
    if (kind !== 'nomor') return null
    this.counts[level] = number
    return number
  }
}

export function linesAsBlocks(lines: readonly ContentLine[], context: ContentContext): Block[] {
  const blocks: Block[] = []
  const numbers = new Numbers()
  let list: ListItem[] | null = null
  for (const line of lines) {
    const number = numbers.next(line)
    if (isListKind(line.kind)) {
      const item = { level: line.level, number, runs: lineRuns(line, context) }
      if (list) list.push(item)
      else {
        list = [item]
        blocks.push({ type: 'list', items: list })
      }
      continue
    }
    list = null
    blocks.push(...blocksOf(line, context))
  }
  return blocks
}

function blocksOf(line: ContentLine, context: ContentContext): Block[] {
  const own = lineRuns(line, context)
  switch (line.kind) {
    case 'judul':
      return [{ type: 'heading', level: 4, runs: own }]
    case 'keputusan':
    case 'tindak-lanjut':
    case 'kutipan':
      return [aside(line, context)]
    case 'gambar':
      return [figure(line, context)]
    case 'batas-halaman':
      return [{ type: 'page-break' }]
    case 'paragraf':
      return own.length === 0
        ? []
        : [{ type: 'paragraph', runs: own, indent: line.level, align: alignOf(line) }]
    case 'tabel':
      return tableBlocks(line, own, context)
    default: {
      const note = runs(`[${context.paper.t('paper.unknown', { kind: line.kind })}] `, { italic: true })
      const told: Block = { type: 'paragraph', runs: [...note, ...own], indent: line.level }
      return line.table ? [told, ...tableBlocks(line, [], context)] : [told]
    }
  }
}

function tableBlocks(line: ContentLine, caption: readonly Run[], context: ContentContext): Block[] {
  const { table } = line
  const above: Block[] =
    caption.length === 0 ? [] : [{ type: 'paragraph', runs: caption, align: 'left', keep: true, small: true }]
  if (!table || table.columns.length === 0 || table.rows.length === 0) return above
  const rows = table.rows.map(row => row.cells.map(lines => linesAsBlocks(lines, context)))
  const [first = [], ...rest] = rows
  const hasHead = rest.length > 0 && first.every(isHeadCell)
  const head = hasHead ? first : null
  return [...above, { type: 'table', weights: weightsOf(table), head, rows: hasHead ? rest : rows }]
}

/** The content marks no head; people do, by writing a whole first row in bold. */
const isHeadCell = (cell: Cell): boolean =>
  cell.length === 1 &&
  cell.every(
    block => block.type === 'paragraph' && block.runs.every(run => run.bold ?? run.text.trim() === ''),
  )

const filesOf = (lines: readonly ContentLine[]): string[] =>
  lines.flatMap(line => [
    ...(line.kind === 'gambar' ? [text(line.attrs.file)] : []),
    ...(line.table?.rows.flatMap(row => row.cells.flatMap(filesOf)) ?? []),
  ])

/** Every picture of the content, one after the other so that only one is on its way at a time. */
export async function loadPictures(
  items: readonly ContentItem[],
  load: LoadPicture,
): Promise<ReadonlyMap<string, Picture | null>> {
  const pictures = new Map<string, Picture | null>()
  for (const file of items.flatMap(item => filesOf(item.lines))) {
    if (file === '' || pictures.has(file)) continue
    const bytes = await load(file)
    pictures.set(file, bytes && readPicture(bytes))
  }
  return pictures
}
