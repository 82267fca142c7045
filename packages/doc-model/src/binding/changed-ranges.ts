import type { Node } from '@tiptap/pm/model'
import type { StepMap } from '@tiptap/pm/transform'

/** A stretch of the old document and what stands in its place in the new one (positions, ends exclusive). */
export interface ChangedRange {
  readonly from: number
  readonly to: number
  readonly newFrom: number
  readonly newTo: number
}

/**
 * What a run of steps changed, as sorted stretches that do not touch. Everything outside of them is the same
 * unit before and after: with repeated letters no comparison of texts could say which one was typed.
 */
export function changedRanges(maps: readonly StepMap[]): ChangedRange[] {
  let ranges: ChangedRange[] = []
  for (const map of maps)
    map.forEach((start, end, newStart, newEnd) => {
      // `start` counts in the document before this map; earlier ranges of the same map have shifted `newStart`.
      ranges = addRange(ranges, newStart, newStart + (end - start), newEnd - newStart)
    })
  return ranges
}

/** Adds a replacement of [start, end) of the current document by `size` positions. */
function addRange(ranges: readonly ChangedRange[], start: number, end: number, size: number): ChangedRange[] {
  const grow = size - (end - start)
  const out: ChangedRange[] = []
  let { from, to, newFrom, newTo } = { from: start, to: end, newFrom: start, newTo: start + size }
  let shiftBefore = 0
  let shiftAfter = 0
  const after: ChangedRange[] = []
  let low = start
  let high = end
  for (const range of ranges) {
    if (range.newTo < start) {
      out.push(range)
      shiftBefore = range.to - range.newTo
    } else if (range.newFrom > end) {
      after.push({ ...range, newFrom: range.newFrom + grow, newTo: range.newTo + grow })
    } else {
      low = Math.min(low, range.newFrom)
      high = Math.max(high, range.newTo)
    }
    if (range.newFrom <= end) shiftAfter = range.to - range.newTo
  }
  from = low + shiftBefore
  to = high + shiftAfter
  newFrom = low
  newTo = high + grow
  return [...out, { from, to, newFrom, newTo }, ...after]
}

/** Without steps to go by: the one stretch in which two documents differ. */
export function differingRange(before: Node, after: Node): ChangedRange[] {
  const start = before.content.findDiffStart(after.content)
  const ends = before.content.findDiffEnd(after.content)
  if (start === null || ends === null) return []
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b))
  return [{ from: start, to: ends.a + overlap, newFrom: start, newTo: ends.b + overlap }]
}
