/** A row of a document's log: when it was committed and whose edits are in it, one entry per edit. */
export interface WorkRow {
  readonly seq: number
  readonly at: Date
  readonly personIds: readonly string[]
}

/** Work without a longer pause in it: what the history shows as one version. */
export interface Stretch {
  readonly fromSeq: number
  readonly toSeq: number
  readonly from: Date
  readonly to: Date
  /** Most edits first. */
  readonly people: readonly { readonly personId: string; readonly edits: number }[]
}

const MINUTE = 60_000
const PAUSE = 5 * MINUTE
const LONGEST = 30 * MINUTE

/**
 * Rows in sequence as stretches of work [H1]. A row without edits belongs to nobody and makes no stretch.
 * @param named sequences that somebody gave a name: a stretch ends there
 */
export function stretchesOf(rows: Iterable<WorkRow>, named: ReadonlySet<number> = new Set()): Stretch[] {
  const stretches: Stretch[] = []
  let open: { rows: WorkRow[] } | null = null
  const close = (): void => {
    if (open !== null) stretches.push(stretchOf(open.rows))
    open = null
  }
  for (const row of rows) {
    if (row.personIds.length === 0) continue
    const [first, last] = [open?.rows[0], open?.rows.at(-1)]
    if (first && last) {
      const [pause, length] = [row.at.getTime() - last.at.getTime(), row.at.getTime() - first.at.getTime()]
      if (pause >= PAUSE || length >= LONGEST) close()
    }
    open ??= { rows: [] }
    open.rows.push(row)
    if (named.has(row.seq)) close()
  }
  close()
  return stretches
}

function stretchOf(rows: readonly WorkRow[]): Stretch {
  const [first, last] = [rows[0] as WorkRow, rows.at(-1) as WorkRow]
  const edits = new Map<string, number>()
  for (const { personIds } of rows) for (const id of personIds) edits.set(id, (edits.get(id) ?? 0) + 1)
  return {
    fromSeq: first.seq,
    toSeq: last.seq,
    from: first.at,
    to: last.at,
    people: [...edits]
      .map(([personId, count]) => ({ personId, edits: count }))
      .sort((a, b) => b.edits - a.edits),
  }
}
