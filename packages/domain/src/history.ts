/** A row of a document's log: when it was committed. */
export interface WorkRow {
  readonly seq: number
  readonly at: Date
}

/** Work without a longer pause in it: what the history shows as one version. */
export interface Stretch {
  readonly fromSeq: number
  readonly toSeq: number
  readonly from: Date
  readonly to: Date
}

const MINUTE = 60_000
const PAUSE = 5 * MINUTE
const LONGEST = 30 * MINUTE

/**
 * Rows with edits, in sequence, as stretches of work [H1].
 * @param ends sequences after which something was done with the text as a whole: a stretch ends there
 */
export function stretchesOf(rows: Iterable<WorkRow>, ends: ReadonlySet<number> = new Set()): Stretch[] {
  const stretches: Stretch[] = []
  let first: WorkRow | null = null
  let last: WorkRow | null = null
  const close = (): void => {
    if (first !== null && last !== null)
      stretches.push({ fromSeq: first.seq, toSeq: last.seq, from: first.at, to: last.at })
    first = null
  }
  for (const row of rows) {
    if (first !== null && last !== null && isBreak(first, last, row, ends)) close()
    first ??= row
    last = row
  }
  close()
  return stretches
}

function isBreak(first: WorkRow, last: WorkRow, row: WorkRow, ends: ReadonlySet<number>): boolean {
  const [pause, length] = [row.at.getTime() - last.at.getTime(), row.at.getTime() - first.at.getTime()]
  if (pause >= PAUSE || length >= LONGEST) return true
  // What was done may stand at a row without edits between the two.
  for (let seq = last.seq; seq < row.seq; seq++) if (ends.has(seq)) return true
  return false
}

/** Who did the work, most edits first; one entry per edit. */
export function busiestFirst(personIds: Iterable<string>): string[] {
  const edits = new Map<string, number>()
  for (const id of personIds) edits.set(id, (edits.get(id) ?? 0) + 1)
  return [...edits].sort(([, a], [, b]) => b - a).map(([id]) => id)
}
