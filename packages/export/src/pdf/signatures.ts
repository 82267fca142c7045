import type { Run, Signatures } from '../paper'
import type { Box } from './box'
import type { Element } from './sheet'
import { type Slice, stack } from './slice'
import { layText } from './text'

/** Room to sign by hand. */
const SIGNING = 62

export function laySignatures({ people }: Signatures, box: Box): Slice[] {
  const { sheet, size } = box
  const columns = people.length === 1 ? 2 : Math.min(people.length, 3)
  const width = box.width / columns
  const lineOf = (parent: Element, x: number, run: Run) =>
    stack(
      layText(box, sheet.element(parent, 'P'), [run], {
        type: 'P',
        x,
        width: width - 8,
        size,
        align: 'center',
        before: 0,
        keep: false,
      }),
    )
  const blocks = people.map((person, at) => {
    const x = box.x + ((people.length === 1 ? 1 : at) % columns) * width + 4
    const parent = sheet.element(box.parent, 'Sect')
    const line = (text: string, style: Omit<Run, 'text'> = {}) => lineOf(parent, x, { text, ...style })
    const above = person.above.map(text => line(text))
    const signed = person.signed === null ? null : line(person.signed, { italic: true })
    const below = [
      line(person.name, { bold: true, underline: true }),
      ...person.below.map(text => line(text)),
    ]
    return { above, signed, below }
  })
  const sum = (parts: readonly { height: number }[]) => parts.reduce((total, part) => total + part.height, 0)
  const slices: Slice[] = []
  for (let from = 0; from < blocks.length; from += columns) {
    const row = blocks.slice(from, from + columns)
    const head = Math.max(...row.map(({ above }) => sum(above)))
    slices.push({
      height: head + SIGNING + Math.max(...row.map(({ below }) => sum(below))),
      before: 18,
      keep: from + columns < blocks.length,
      draw: top => {
        for (const { above, signed, below } of row) {
          let y = top
          for (const part of above) {
            part.draw(y)
            y += part.height
          }
          signed?.draw(top + head + (SIGNING - signed.height) / 2)
          y = top + head + SIGNING
          for (const part of below) {
            part.draw(y)
            y += part.height
          }
        }
      },
    })
  }
  return slices
}
