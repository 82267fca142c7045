import { listRemarkReplies, listRemarks, type RemarkRow } from '@mufakat/db'
import { type Place, readNotula, readPlaces } from '@mufakat/doc-model'
import { type Actor, may, setRemarkState } from '@mufakat/domain'
import { defined } from '@mufakat/kernel'
import type { ServiceContext } from '../context'
import { documentAt, headOf } from '../history/document-at'
import { personRefs } from '../people'
import { rapatFor, subjectOf } from '../rapat-access'
import { todayOf } from '../settings/today'
import { anchorOf } from './anchors'
import type { RemarkList, RemarkReplyView, RemarkView } from './views'

/** Everything that was remarked beside a notula, where it stands in the newest text. */
export async function listRemarksOf(
  ctx: ServiceContext,
  actor: Actor | null,
  rapatId: string,
): Promise<RemarkList> {
  const { db } = ctx.database
  const rapat = await rapatFor(db, actor, 'komentar.read', rapatId)
  const subject = subjectOf(rapat)
  const mayWrite = may(actor, 'komentar.write', subject)
  const rows = await listRemarks(db, rapatId)
  if (rows.length === 0) return { remarks: [], openCount: 0, mayWrite }
  const replies = await listRemarkReplies(db, rapatId)
  const people = await personRefs(
    db,
    [...rows.flatMap(row => [row.authorId, row.settledBy]), ...replies.map(reply => reply.authorId)],
    await todayOf(ctx),
  )
  const personOf = (id: string) => defined(people.get(id), 'author of a remark')
  const repliesOf = (remarkId: string): RemarkReplyView[] =>
    replies
      .filter(reply => reply.remarkId === remarkId)
      .map(({ id, authorId, at, body, mentions }) => ({ id, author: personOf(authorId), at, body, mentions }))
  const { places, orderOf, titleOf } = await standing(ctx, rapat.documentId, rows)
  const remarks = rows.map((row, i): RemarkView => {
    const { id, kind, state, at, body, mentions, quote, proposal } = row
    const place = places[i] ?? null
    const leads = (to: RemarkView['state']) => setRemarkState(row, to).ok
    const closes = may(actor, 'komentar.close', { ...subject, addedBy: row.authorId })
    const decides = may(actor, 'usulan.decide', subject)
    return {
      ...{ id, kind, state, at, body, mentions, quote, proposal, place },
      author: personOf(row.authorId),
      anchor: anchorOf(row.anchor),
      item: place === null ? '' : titleOf(place.itemId),
      replies: repliesOf(id),
      settled:
        row.settledBy === null || row.settledAt === null
          ? null
          : { by: personOf(row.settledBy), at: row.settledAt, note: row.note },
      allowed: {
        reply: mayWrite,
        close: closes && leads('selesai'),
        reopen: closes && leads('terbuka'),
        withdraw: closes && leads('ditarik'),
        decline: decides && leads('ditolak'),
        take: decides && leads('diterima'),
      },
      hasChanged: place === null || place.text !== quote,
    }
  })
  return {
    remarks: remarks.sort((a, b) => orderOf(a.place) - orderOf(b.place)),
    openCount: remarks.filter(({ state }) => state === 'terbuka').length,
    mayWrite,
  }
}

/** Where remarks stand in the document, and the order in which a reader comes upon them. */
async function standing(ctx: ServiceContext, documentId: string, rows: readonly RemarkRow[]) {
  const { db } = ctx.database
  const head = await headOf(db, documentId)
  const doc = await documentAt(db, head, head.seq)
  const places = readPlaces(
    doc,
    rows.map(row => anchorOf(row.anchor)),
  )
  const { items } = readNotula(doc)
  doc.destroy()
  const lines = new Map(items.flatMap(item => item.lines).map((line, at) => [line.id, at]))
  const titles = new Map(items.map(item => [item.id, item.title]))
  // A cell stands where its table does: `k:<table>:<row>:<column>`.
  const lineOf = ({ root, lineId }: Place) => (root.startsWith('k:') ? (root.split(':')[1] ?? '') : lineId)
  return {
    places,
    orderOf: (place: Place | null): number =>
      place === null
        ? Number.MAX_SAFE_INTEGER
        : (lines.get(lineOf(place)) ?? lines.size) + place.from / 1_000_000,
    titleOf: (itemId: string): string => titles.get(itemId) ?? '',
  }
}
