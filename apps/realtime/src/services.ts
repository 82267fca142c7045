import { type Actor, may, type RapatSubject, refusal, writableItems } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import {
  boardRevision,
  boardScope,
  changesSince,
  changesWithin,
  listProjectable,
  moveCard,
  projectNotula,
  rapatOfDocument,
  readableCard,
  readSessions,
  type ServiceContext,
  type Session,
  subjectsOfDocuments,
} from '@mufakat/services'
import { batched } from './batched'
import type { Asked, BoardAsker, Permit, Ports } from './ports'

/** Name of the session cookie; the prefix makes browsers insist on https and this very host. */
const cookieName = (secure: boolean): string => (secure ? '__Host-mufakat_sesi' : 'mufakat_sesi')

/** The engine's outside world, as the services of Mufakat are. */
export function servicePorts(ctx: ServiceContext, { secure }: { secure: boolean }): Ports {
  const sessionOf = batched((tokens: readonly string[]) => readSessions(ctx, tokens))
  const actorOf = async ({ cookie, visitor }: BoardAsker): Promise<Actor> => {
    const token = cookieOf(cookie, cookieName(secure))
    const session = token === null ? undefined : await sessionOf(token)
    if (session === undefined || !isStill(session, visitor)) throw new AppError('not-signed-in', 'board')
    return session.actor
  }
  return {
    async visitor(cookieHeader) {
      const token = cookieOf(cookieHeader, cookieName(secure))
      const session = token === null ? undefined : await sessionOf(token)
      if (session === undefined) return null
      const { person, sessionId } = session
      return {
        sessionId,
        personId: person.id,
        name: person.name,
        opd: person.opd?.shortName ?? person.jabatan,
        viewerId: session.viewing?.adminId ?? null,
      }
    },

    async permits(asked) {
      const tokens = asked.map(({ cookie }) => cookieOf(cookie, cookieName(secure)))
      const [sessions, documents] = await Promise.all([
        readSessions(ctx, [...new Set(tokens.filter(token => token !== null))]),
        subjectsOfDocuments(ctx.database, [...new Set(asked.flatMap(({ documentIds }) => documentIds))]),
      ])
      return asked.map(({ documentIds, as }, index) => {
        const session = sessions.get(tokens[index] ?? '')
        if (session === undefined || !isStill(session, as)) return null
        const permits = new Map<string, Permit>()
        for (const documentId of documentIds) {
          const document = documents.get(documentId)
          const permit = document === undefined ? null : permitOf(session.actor, document)
          if (permit !== null) permits.set(documentId, permit)
        }
        return permits
      })
    },

    async unprojected() {
      return (await listProjectable(ctx.database)).map(({ documentId }) => documentId)
    },

    board: {
      scope: async asker => boardScope(ctx, await actorOf(asker)),
      revision: () => boardRevision(ctx),
      changes: since => changesSince(ctx, since),
      within: changesWithin,
      card: async (asker, cardId) => readableCard(ctx, await actorOf(asker), cardId),
      move: async (asker, move) => moveCard(ctx, await actorOf(asker), move),
    },

    async project({ documentId, seq, content }) {
      const rapat = await rapatOfDocument(ctx.database, documentId)
      if (rapat === null) return
      const now = ctx.clock.now()
      await ctx.database.db.transaction(tx =>
        projectNotula(tx, { rapatId: rapat.rapatId, seq, content, now }),
      )
    },
  }
}

/** One session is its admin's, and for a while another person's as they look at it: never both at one socket. */
const isStill = ({ actor, viewing }: Session, { personId, viewerId }: Asked['as']): boolean =>
  actor.personId === personId && (viewing?.adminId ?? null) === viewerId

function permitOf(
  actor: Actor,
  { subject, isClosed }: { subject: RapatSubject; isClosed: boolean },
): Permit | null {
  if (!may(actor, 'notula.read', subject)) return null
  if (!may(actor, 'notula.write', subject)) {
    return { access: 'read', code: refusal(actor, 'notula.write', subject) }
  }
  if (isClosed) return { access: 'read', code: 'document-closed' }
  const items = writableItems(actor, subject)
  return { access: 'write', code: null, ...(items === null ? {} : { items }) }
}

function cookieOf(cookieHeader: string | undefined, name: string): string | null {
  for (const pair of cookieHeader?.split(';') ?? []) {
    const at = pair.indexOf('=')
    if (at !== -1 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return null
}
