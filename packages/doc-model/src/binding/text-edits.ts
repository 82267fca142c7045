import { type Json, sameJson } from '../json'
import type { Attrs, Segment } from '../line/segment'
import { type Edits, pushUnits } from './edits'
import type { Matched, NewLine, OldLine } from './match'
import type { Places } from './places'

// Words inside a line: what was typed goes right behind the unit to its left, so that it stays beside it whatever
// others do; formats are written for units whose marks changed.

/** How many units a line begins with that are new. */
export function leadingUnits(line: NewLine): number {
  const first = line.sources.findIndex(source => source !== null)
  return first < 0 ? line.units.length : first
}

function formatChange(before: Attrs, after: Attrs): Record<string, Json> | null {
  if (before === after) return null
  const change: Record<string, Json> = {}
  for (const name of Object.keys(before ?? {})) if (after?.[name] === undefined) change[name] = null
  for (const [name, value] of Object.entries(after ?? {}))
    if (!sameJson(before?.[name], value)) change[name] = value
  return Object.keys(change).length ? change : null
}

/** Plans what was typed and formatted in a line from unit `from` on. `start` is where its content begins. */
export function planText(edits: Edits, places: Places, line: NewLine, start: number, from: number): void {
  let behind = start
  for (let i = 0; i < line.units.length; i++) {
    const source = line.sources[i]
    if (source) {
      const held = source.line.units[source.unit]
      const at = held ? places.unit(held) : null
      if (!held || at === null) continue
      behind = at + 1
      const change = formatChange(held.attrs, line.units[i]?.attrs ?? null)
      if (change) edits.format(at, change)
      continue
    }
    let end = i
    while (end < line.units.length && !line.sources[end]) end++
    if (i >= from) pushUnits(edits.insertAt(behind).tokens, line.units.slice(i, end))
    i = end - 1
  }
}

/**
 * Where a line is cut for a half: right behind the last unit that stays above it, or at the start of the line.
 * `segment` is the one that is cut.
 */
export function splitPlace(
  places: Places,
  { next }: Matched,
  half: NewLine,
  old: OldLine,
): { at: number; segment: Segment } {
  const first = half.sources.find(source => source?.line === old)?.unit ?? 0
  for (let unit = first - 1; unit >= 0; unit--) {
    const keeper = old.keptBy[unit]
    const held = old.units[unit]
    const at = held && keeper && next.includes(keeper) ? places.unit(held) : null
    if (held && at !== null) return { at: at + 1, segment: held.segment }
  }
  return { at: places.contentStart(old.shown.root), segment: old.shown.root }
}
