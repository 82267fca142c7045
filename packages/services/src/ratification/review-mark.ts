import { findHead, listApprovals, listKoreksiRows, listReviews } from '@mufakat/db'
import { type Actor, KOREKSI_STATES } from '@mufakat/domain'
import type { ServiceContext } from '../context'
import { rapatFor } from '../rapat-access'

/**
 * A short text that is another whenever a rapat's state or its way to ratification is: what an open page holds against
 * its own to know whether to load anew. An approval counts as standing while the text has not gone on from it.
 */
export async function reviewMark(ctx: ServiceContext, actor: Actor | null, rapatId: string): Promise<string> {
  const { db } = ctx.database
  const rapat = await rapatFor(db, actor, 'notula.read', rapatId)
  const [head, approvals, reviews, koreksi] = await Promise.all([
    findHead(db, rapat.documentId),
    listApprovals(db, { rapatId }),
    listReviews(db, rapatId),
    listKoreksiRows(db, rapatId, KOREKSI_STATES),
  ])
  const standing = approvals.filter(one => one.headSeq === head?.seq)
  return [
    rapat.revision,
    rapat.status,
    rapat.notulaState,
    `${reviews.length}-${approvals.length}-${standing.length}`,
    ...koreksi.map(({ number, state }) => `${number}-${state}`),
  ].join(' ')
}
