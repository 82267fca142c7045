import { createHash } from 'node:crypto'
import type { Tx } from '@mufakat/db'
import {
  advanceNotulaContent,
  holdUnsealed,
  knownIndicatorIds,
  knownOpdIds,
  replaceAgendaItems,
  replaceKeputusan,
  replaceNotulaIndicators,
  replaceTindakLanjut,
} from '@mufakat/db'
import type { ContentLine, NotulaContent } from '@mufakat/doc-model'
import { canonicalJson, lineText, namedIndicators } from '@mufakat/doc-model'
import { isCode, isTanggal, MAX_MINUTES, PRIORITIES, STRATEGIES } from '@mufakat/domain'
import { isRowId } from './context'
import { syncCards } from './kartu/of-notula'

/*
 * A notula becomes facts. Invariants:
 * 1. Only a sequence past the stored one changes anything; the content row is locked by taking it in, so
 *    two projectors of one rapat follow each other and the later text wins.
 * 2. Running it again changes nothing (idempotent).
 * 3. A row whose line is gone keeps its place as a tombstone, and comes back with its state when the line does.
 * 4. Of two lines with one id the first keeps it.
 * 5. What is sealed is not projected again: its rows are frozen (docs/decisions/0017).
 * 6. A document may hold what no rule knows (an owner that is no OPD, a day that is none): it stays in the
 *    document and is null in the row. An indicator that nobody knows has no row.
 */

export interface Projection {
  readonly rapatId: string
  /** Sequence in the document's log that the content stands for. */
  readonly seq: number
  readonly content: NotulaContent
  readonly now: Date
}

/** Postgres takes no U+0000 and no half of a surrogate pair in text. */
const storable = (text: string): string => text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\ufffd')

const attr = (line: ContentLine, key: string): string | null => {
  const value = line.attrs[key]
  return typeof value === 'string' && value !== '' ? storable(value) : null
}

interface Placed {
  readonly line: ContentLine
  readonly itemId: string
  readonly position: number
}

/** Every line in reading order, each id once. */
function placedLines(content: NotulaContent): Placed[] {
  const seen = new Set<string>()
  const placed: Placed[] = []
  for (const item of content.items)
    for (const line of item.lines) {
      if (seen.has(line.id)) continue
      seen.add(line.id)
      placed.push({ line, itemId: item.id, position: placed.length })
    }
  return placed
}

const minutesOf = (minutes: number | null): number | null =>
  minutes !== null && Number.isInteger(minutes) && minutes >= 0 && minutes <= MAX_MINUTES ? minutes : null

const lineRow = ({ line, itemId, position }: Placed) => ({
  lineId: storable(line.id),
  itemId: storable(itemId),
  position,
  text: storable(lineText(line)),
})

/** Stores the content and its rows; `stale` when the stored sequence is not behind this one, or it is sealed. */
export async function projectNotula(tx: Tx, projection: Projection): Promise<'projected' | 'stale'> {
  const { rapatId, seq, content, now } = projection
  if (!(await holdUnsealed(tx, rapatId))) return 'stale'
  const canonical = canonicalJson(content)
  const hash = new Uint8Array(createHash('sha256').update(canonical).digest())
  if (!(await advanceNotulaContent(tx, { rapatId, seq, content: canonical, hash, projectedAt: now })))
    return 'stale'

  const items = [...new Map([...content.items].reverse().map(item => [item.id, item])).values()].reverse()
  await replaceAgendaItems(tx, {
    rapatId,
    now,
    rows: items.map((item, position) => ({
      itemId: storable(item.id),
      position,
      title: storable(item.title),
      minutes: minutesOf(item.minutes),
      presenter: item.presenter === null ? null : storable(item.presenter),
    })),
  })

  const lines = placedLines(content)
  const ofKind = (kind: string): Placed[] => lines.filter(({ line }) => line.kind === kind)
  await replaceKeputusan(tx, { rapatId, now, rows: ofKind('keputusan').map(lineRow) })

  const actions = ofKind('tindak-lanjut')
  const owners = actions.flatMap(({ line }) => attr(line, 'owner') ?? []).filter(isRowId)
  const known = await knownOpdIds(tx, [...new Set(owners.map(id => id.toLowerCase()))])
  await replaceTindakLanjut(tx, {
    rapatId,
    now,
    rows: actions.map(placed => {
      const owner = attr(placed.line, 'owner')?.toLowerCase() ?? ''
      const tenggat = attr(placed.line, 'tenggat')
      const priority = attr(placed.line, 'prioritas')
      const strategy = attr(placed.line, 'strategi')
      return {
        ...lineRow(placed),
        ownerOpdId: known.has(owner) ? owner : null,
        jabatan: attr(placed.line, 'jabatan'),
        tenggat: tenggat !== null && isTanggal(tenggat) ? tenggat : null,
        priority: isCode(PRIORITIES, priority) ? priority : null,
        strategy: isCode(STRATEGIES, strategy) ? strategy : null,
      }
    }),
  })
  const named = namedIndicators(content).map(one => ({ ...one, id: one.id.toLowerCase() }))
  const indicators = await knownIndicatorIds(tx, named.map(({ id }) => id).filter(isRowId))
  const first = new Map([...named].reverse().map(one => [one.id, storable(one.lineId)]))
  await replaceNotulaIndicators(tx, {
    rapatId,
    rows: [...first].flatMap(([indicatorId, lineId]) =>
      indicators.has(indicatorId) ? [{ indicatorId, lineId }] : [],
    ),
  })
  await syncCards(tx, rapatId, now)
  return 'projected'
}
