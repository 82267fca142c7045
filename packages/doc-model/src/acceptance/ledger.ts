import type * as Y from 'yjs'
import { listAllItems } from '../items'
import { layOut } from '../line/layout'
import { isShown, readSegments } from '../line/segment'
import { tableGrid } from '../tables'

// Which units a document shows, by Yjs' name for them. A name tells letters apart that look alike, and shows a
// copy for what it is: a word that is gone and another one that came.

export interface Seen {
  /** Root text and line, e.g. `item:i/l2`; words of removed items and lines are seen in them. */
  readonly line: string
  readonly at: number
  readonly key: string
}

/** Every name → where its unit is read (more than one place would be a doubled unit). */
export function unitsOf(doc: Y.Doc): Map<string, Seen[]> {
  const seen = new Map<string, Seen[]>()
  const read = (name: string) => {
    const { lines } = layOut(readSegments(doc.getText(name)))
    lines.forEach((line, n) => {
      let at = 0
      for (const part of line.parts)
        for (const piece of part.pieces) {
          if (!isShown(piece)) continue
          for (let i = 0; i < piece.length; i++) {
            const id = `${piece.client}:${piece.clock + i}`
            const key = piece.type === 'text' ? piece.text.charAt(i) : '▢'
            const place = { line: `${name}/${n}`, at: at++, key }
            seen.set(id, [...(seen.get(id) ?? []), place])
          }
        }
    })
  }
  // By the names of roots: while updates of others are still on their way, an item may have no rank for a while.
  const texts = new Set(listAllItems(doc).map(item => `item:${item.id}`))
  for (const name of doc.share.keys()) if (name.startsWith('item:')) texts.add(name)
  for (const name of texts) {
    read(name)
    for (const segment of readSegments(doc.getText(name))) {
      const id: unknown = segment.marker?.get('id')
      // Also of a line that is no table any more: its cells come back with the kind.
      if (typeof id !== 'string') continue
      const { rows, columns } = tableGrid(doc, id)
      for (const row of rows) for (const column of columns) read(`k:${id}:${row.id}:${column.id}`)
    }
  }
  return seen
}

/** Names of every line's units, in order. */
export function linesOf(units: ReadonlyMap<string, readonly Seen[]>): string[][] {
  const lines = new Map<string, [number, string][]>()
  for (const [id, places] of units)
    for (const { line, at } of places) lines.set(line, [...(lines.get(line) ?? []), [at, id]])
  return [...lines.values()].map(line => line.sort((a, b) => a[0] - b[0]).map(([, id]) => id))
}

/** What one act did on its author's own screen. */
export interface Deed {
  readonly typed: ReadonlySet<string>
  readonly gone: ReadonlySet<string>
  /** Units that stood side by side and no longer do: `left|right`. */
  readonly parted: ReadonlySet<string>
  /** For every typed unit, what stood on its left, and on its right, when it was typed. */
  readonly beside: ReadonlyMap<string, { left: string | null; right: string | null }>
}

export function perform(doc: Y.Doc, act: () => void): Deed {
  const before = unitsOf(doc)
  act()
  const after = unitsOf(doc)
  const typed = new Set([...after.keys()].filter(id => !before.has(id)))
  const gone = new Set([...before.keys()].filter(id => !after.has(id)))
  const parted = new Set<string>()
  for (const line of linesOf(before))
    for (let i = 1; i < line.length; i++) {
      const left = line[i - 1] as string
      const right = line[i] as string
      if (!gone.has(left) && !gone.has(right) && after.get(left)?.[0]?.line !== after.get(right)?.[0]?.line)
        parted.add(`${left}|${right}`)
    }
  const beside = new Map<string, { left: string | null; right: string | null }>()
  for (const line of linesOf(after))
    line.forEach((id, i) => {
      if (typed.has(id)) beside.set(id, { left: line[i - 1] ?? null, right: line[i + 1] ?? null })
    })
  return { typed, gone, parted, beside }
}

/** What is wrong with a merge of two deeds on the same start: lost, doubled, misplaced. Empty when all is well. */
export function judge(start: Y.Doc, deeds: readonly [Deed, Deed], merged: Y.Doc): string[] {
  const wrong: string[] = []
  const units = unitsOf(merged)
  const dead = new Set(deeds.flatMap(deed => [...deed.gone]))
  const all = [...unitsOf(start).keys(), ...deeds.flatMap(deed => [...deed.typed])]
  for (const id of all) {
    const count = units.get(id)?.length ?? 0
    if (!dead.has(id) && count !== 1) wrong.push(`${id} is read ${count} times`)
    if (dead.has(id) && count > 0) wrong.push(`${id} came back`)
  }
  const lines = linesOf(units)
  const at = new Map(lines.flatMap((line, n) => line.map((id, i) => [id, { n, i }] as const)))
  const typed = new Set(deeds.flatMap(deed => [...deed.typed]))
  /** Both in one line, in order, with nothing between them but what was typed at the same time. */
  const together = (left: string, right: string): boolean => {
    const [a, b] = [at.get(left), at.get(right)]
    if (!a || !b) return true
    const between = lines[a.n]?.slice(a.i + 1, b.i) ?? []
    return a.n === b.n && a.i < b.i && between.every(id => typed.has(id))
  }
  for (const line of linesOf(unitsOf(start))) {
    const alive = line.filter(id => !dead.has(id))
    for (let i = 1; i < alive.length; i++) {
      const [left, right] = [alive[i - 1] as string, alive[i] as string]
      const stretch = line.slice(line.indexOf(left), line.indexOf(right) + 1)
      const apart = stretch.some((id, k) => deeds.some(deed => deed.parted.has(`${id}|${stretch[k + 1]}`)))
      // A cut inside a stretch another person deleted can't be seen as a parted pair of living units.
      if (!apart && right === stretch[1] && !together(left, right))
        wrong.push(`${left} and ${right} were torn apart`)
    }
  }
  deeds.forEach((deed, who) => {
    const other = deeds[1 - who] as Deed
    for (const [id, { left, right }] of deed.beside) {
      const tie = (a: string | null, b: string | null) =>
        [...other.parted].some(pair => pair.startsWith(`${a}|`) || pair.endsWith(`|${b}`))
      if (left !== null && !tie(left, right) && !together(left, id)) wrong.push(`${id} is not beside ${left}`)
      else if (left === null && right !== null && !tie(left, right) && !together(id, right))
        wrong.push(`${id} is not beside ${right}`)
    }
  })
  return wrong
}
