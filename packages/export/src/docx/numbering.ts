import { BULLETS, NUMBER_FORMATS } from '../list-label'
import type { ListItem } from '../paper'
import { el, NAMESPACES, twips, val } from './xml'

const LEVELS = 9
const STEP = 18
const BULLET_LIST = 1

const level = (at: number, format: string, label: string): string =>
  el(
    'w:lvl',
    { 'w:ilvl': at },
    val('w:start', 1),
    val('w:numFmt', format),
    val('w:lvlText', label),
    val('w:lvlJc', 'left'),
    el('w:pPr', {}, el('w:ind', { 'w:left': twips((at + 1) * STEP), 'w:hanging': twips(STEP) })),
  )

/**
 * Lists as a word processor counts them. It counts by itself, so a list is begun anew wherever its own count would not
 * be the number that the paper has.
 */
export class Numbering {
  /** Of each list of numbers: the level and number that it begins with. */
  private readonly begun: { readonly level: number; readonly number: number }[] = []
  private counts: number[] = []

  /** `w:numPr` of an item. */
  of({ level: at, number }: ListItem): string {
    const ilvl = Math.min(at, LEVELS - 1)
    if (number === null) return el('w:numPr', {}, val('w:ilvl', ilvl), val('w:numId', BULLET_LIST))
    const isNext = this.begun.length > 0 && (this.counts[at] ?? 0) + 1 === number
    if (!isNext) {
      this.begun.push({ level: ilvl, number })
      this.counts = []
    }
    this.counts.length = Math.min(this.counts.length, at + 1)
    this.counts[at] = number
    return el('w:numPr', {}, val('w:ilvl', ilvl), val('w:numId', BULLET_LIST + this.begun.length))
  }

  xml(): string {
    const bullets = Array.from({ length: LEVELS }, (_, at) => level(at, 'bullet', BULLETS[at === 1 ? 1 : 0]))
    const numbers = Array.from({ length: LEVELS }, (_, at) => {
      const { format, end } = NUMBER_FORMATS[at] ?? NUMBER_FORMATS[0]
      return level(at, format, `%${at + 1}${end}`)
    })
    const abstract = (id: number, levels: readonly string[]) =>
      el('w:abstractNum', { 'w:abstractNumId': id }, val('w:multiLevelType', 'multilevel'), ...levels)
    const begun = this.begun.map(({ level: first, number }, at) =>
      el(
        'w:num',
        { 'w:numId': BULLET_LIST + at + 1 },
        val('w:abstractNumId', 1),
        ...Array.from({ length: LEVELS }, (_, ilvl) =>
          el('w:lvlOverride', { 'w:ilvl': ilvl }, val('w:startOverride', ilvl === first ? number : 1)),
        ),
      ),
    )
    return el(
      'w:numbering',
      NAMESPACES,
      abstract(0, bullets),
      abstract(1, numbers),
      el('w:num', { 'w:numId': BULLET_LIST }, val('w:abstractNumId', 0)),
      ...begun,
    )
  }
}
