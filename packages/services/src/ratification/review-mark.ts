import {
  findHead,
  listApprovals,
  listKoreksiRows,
  listNotulaIndicators,
  listReviews,
  type Queryable,
  type RapatRow,
} from '@mufakat/db'
import type { Json } from '@mufakat/doc-model'
import { type Actor, KOREKSI_STATES } from '@mufakat/domain'
import { figuresOf } from '../angka/figures'
import type { ServiceContext } from '../context'
import { rapatFor } from '../rapat-access'
import { digestOf } from '../sealing/rows'

/** Of what indicators stand at, while an approval is for it. */
async function figuresMark(db: Queryable, rapat: RapatRow, now: Date): Promise<string> {
  if (rapat.notulaState !== 'diajukan') return ''
  const named = await listNotulaIndicators(db, rapat.id)
  const figures = await figuresOf(
    db,
    rapat,
    named.map(({ indicatorId }) => indicatorId),
    now,
  )
  return figures.size === 0
    ? ''
    : digestOf([...figures.values()].map(({ figure }) => figure as unknown as Json)).slice(0, 12)
}

/**
 * A short text that is another whenever a rapat's state or its way to ratification is: what an open page holds against
 * its own to know whether to load anew. An approval counts as standing while the text has not gone on from it.
 */
export async function reviewMark(ctx: ServiceContext, actor: Actor | null, rapatId: string): Promise<string> {
  const { db } = ctx.database
  const rapat = await rapatFor(db, actor, 'notula.read', rapatId)
  const [head, approvals, reviews, koreksi, figures] = await Promise.all([
    findHead(db, rapat.documentId),
    listApprovals(db, { rapatId }),
    listReviews(db, rapatId),
    listKoreksiRows(db, rapatId, KOREKSI_STATES),
    figuresMark(db, rapat, ctx.clock.now()),
  ])
  const standing = approvals.filter(one => one.headSeq === head?.seq)
  return [
    rapat.revision,
    rapat.status,
    rapat.notulaState,
    `${reviews.length}-${approvals.length}-${standing.length}`,
    ...(figures === '' ? [] : [figures]),
    ...koreksi.map(({ number, state }) => `${number}-${state}`),
  ].join(' ')
}
