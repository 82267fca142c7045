import {
  keepState,
  listLogRows,
  listThinnable,
  listVersions,
  lockHead,
  lockRapat,
  removeRows,
} from '@mufakat/db'
import { type HistoryPoint, keptPoints, stretchesOf } from '@mufakat/domain'
import { defined, newId } from '@mufakat/kernel'
import * as Y from 'yjs'
import { recordAudit } from '../audit'
import { inTransaction, type ServiceContext } from '../context'
import { documentAt } from './document-at'
import { peopleOfLeases, workRows } from './read-history'

/**
 * Thins the history of a notula out, as far as the policy says (domain, H2): states of the points that stay are
 * stored, the rows are removed. Opening goes on from the newest state, and what stays can be read and compared.
 * @returns how many rows went
 */
export async function thinHistory(ctx: ServiceContext, rapatId: string): Promise<number> {
  const now = ctx.clock.now()
  return inTransaction(ctx, async tx => {
    const rapat = defined(await lockRapat(tx, rapatId), 'rapat to thin')
    const { documentId } = rapat
    const head = defined(await lockHead(tx, documentId), 'document of a rapat')
    const rows = await listLogRows(tx, { documentId, after: 0, upTo: head.seq })
    const newest = rows.at(-1)
    if (newest === undefined) return 0
    const versions = await listVersions(tx, documentId)
    const named = versions.filter(version => version.name !== null)
    const ends = new Set(named.map(version => version.seq))
    const points: HistoryPoint[] = [
      ...stretchesOf(workRows(rows, await peopleOfLeases(tx, documentId)), ends).map(stretch => ({
        seq: stretch.toSeq,
        at: stretch.to,
        named: false,
      })),
      ...named.map(({ seq, at }) => ({ seq, at, named: true })),
    ]
    const kept = keptPoints(rapat.notulaState, { seq: head.seq, at: newest.at }, points, now)
    if (kept === null) return 0
    const hashes = new Map(rows.map(({ seq, hash, at }) => [seq, { hash, at }]))
    for (const seq of kept) {
      const row = hashes.get(seq)
      // Kept by an earlier thinning.
      if (row === undefined) continue
      const doc = await documentAt(tx, head, seq)
      const state = Y.encodeStateAsUpdateV2(doc)
      doc.destroy()
      const id = newId(now.getTime())
      const point = {
        id,
        documentId,
        lineage: head.lineage,
        at: row.at,
        head: { seq, hash: row.hash },
        state,
      }
      await keepState(tx, point)
    }
    await removeRows(tx, { documentId, upTo: head.seq, at: now })
    await recordAudit(tx, {
      at: now,
      actorId: null,
      action: 'riwayat.thin',
      rapatId,
      details: { rows: rows.length, kept: kept.length },
    })
    return rows.length
  })
}

/** Every notula whose time has come. @returns how many were thinned out */
export async function thinHistories(ctx: ServiceContext): Promise<number> {
  let thinned = 0
  for (const { rapatId } of await listThinnable(ctx.database.db))
    if ((await thinHistory(ctx, rapatId)) > 0) thinned++
  return thinned
}
