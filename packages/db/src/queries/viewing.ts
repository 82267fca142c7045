import { and, eq, isNotNull, isNull, lte, or } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { session } from '../schema/session'

/** Lets a session look as another person; false when it does so already, or is over. */
export async function beginViewing(
  tx: Tx,
  params: { sessionId: string; personId: string; until: Date },
): Promise<boolean> {
  const rows = await tx
    .update(session)
    .set({ viewingPersonId: params.personId, viewingUntil: params.until })
    .where(and(eq(session.id, params.sessionId), isNull(session.endedAt), isNull(session.viewingPersonId)))
    .returning({ id: session.id })
  return rows.length === 1
}

export interface EndedViewing {
  readonly adminId: string
  readonly personId: string
  readonly until: Date
}

/** Ends the looking of one session, or of every one whose time or session is over; answers what ended. */
export async function endViewings(
  tx: Queryable,
  which: { sessionId: string } | { overAt: Date },
): Promise<EndedViewing[]> {
  const ended = await tx
    .select({
      sessionId: session.id,
      adminId: session.personId,
      personId: session.viewingPersonId,
      until: session.viewingUntil,
    })
    .from(session)
    .where(
      and(
        isNotNull(session.viewingPersonId),
        'sessionId' in which
          ? eq(session.id, which.sessionId)
          : or(
              lte(session.viewingUntil, which.overAt),
              isNotNull(session.endedAt),
              lte(session.expiresAt, which.overAt),
            ),
      ),
    )
    .for('update')
  for (const { sessionId } of ended)
    await tx
      .update(session)
      .set({ viewingPersonId: null, viewingUntil: null })
      .where(eq(session.id, sessionId))
  return ended.flatMap(({ adminId, personId, until }) =>
    personId === null || until === null ? [] : [{ adminId, personId, until }],
  )
}
