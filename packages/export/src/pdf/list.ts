import { listLabel } from '../list-label'
import type { List } from '../paper'
import type { Box } from './box'
import type { Element } from './sheet'
import type { Slice } from './slice'
import { indentOf, layText, STEP } from './text'

interface OpenList {
  readonly level: number
  readonly list: Element
  /** Of its last item: where a deeper list stands in. */
  body: Element | null
}

export function layList({ items }: List, box: Box): Slice[] {
  const { sheet, size } = box
  const open: OpenList[] = []
  const listAt = (level: number): OpenList => {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > level) open.pop()
    const last = open.at(-1)
    if (last && last.level >= level) return last
    const list = sheet.element(last?.body ?? last?.list ?? box.parent, 'L')
    const made: OpenList = { level, list, body: null }
    open.push(made)
    return made
  }
  const labels = items.map(
    item => sheet.lines([{ text: listLabel(item) }], { size, width: 1e3, align: 'left' })[0],
  )
  // One list has one edge at each level, whatever its widest number is.
  const hangs = new Map<number, number>()
  items.forEach(({ level }, at) => {
    hangs.set(level, Math.max(hangs.get(level) ?? STEP, (labels[at]?.width ?? 0) + 5))
  })
  return items.flatMap((item, at) => {
    const own = listAt(item.level)
    const entry = sheet.element(own.list, 'LI')
    const label = sheet.element(entry, 'Lbl')
    const body = sheet.element(entry, 'LBody')
    own.body = body
    const indent = indentOf(item.level, box)
    const x = box.x + indent
    const hang = hangs.get(item.level) ?? STEP
    const slices = layText(box, body, item.runs, {
      type: 'LBody',
      x: x + hang,
      width: box.width - indent - hang,
      size,
      align: 'justify',
      before: at === 0 ? size * 0.35 : size * 0.15,
      keep: false,
    })
    const mark = labels[at]
    return slices.map((slice, line) =>
      line > 0 || !mark
        ? slice
        : {
            ...slice,
            draw: (top: number) => {
              sheet.text(label, 'Lbl', mark, x, top, size)
              slice.draw(top)
            },
          },
    )
  })
}
