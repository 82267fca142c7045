import { may, refusal } from '@mufakat/domain'
import {
  listProjectable,
  projectNotula,
  rapatOfDocument,
  readSession,
  type ServiceContext,
  type Session,
} from '@mufakat/services'
import type { Ports } from './ports'

/** Name of the session cookie; the prefix makes browsers insist on https and this very host. */
const cookieName = (secure: boolean): string => (secure ? '__Host-mufakat_sesi' : 'mufakat_sesi')

/** The engine's outside world, as the services of Mufakat are. */
export function servicePorts(ctx: ServiceContext, { secure }: { secure: boolean }): Ports {
  const sessionOf = (cookieHeader: string | undefined): Promise<Session | null> =>
    readSession(ctx, cookieOf(cookieHeader, cookieName(secure)))
  return {
    async visitor(cookieHeader) {
      const session = await sessionOf(cookieHeader)
      if (session === null) return null
      const { person, sessionId } = session
      return {
        sessionId,
        personId: person.id,
        name: person.name,
        opd: person.opd?.shortName ?? person.jabatan,
      }
    },

    async permit(cookieHeader, documentId) {
      const [session, rapat] = await Promise.all([
        sessionOf(cookieHeader),
        rapatOfDocument(ctx.database, documentId),
      ])
      if (session === null || rapat === null) return null
      const { actor } = session
      if (!may(actor, 'notula.read', rapat.subject)) return null
      if (may(actor, 'notula.write', rapat.subject)) return { access: 'write', code: null }
      return { access: 'read', code: refusal(actor, 'notula.write', rapat.subject) }
    },

    async unprojected() {
      return (await listProjectable(ctx.database)).map(({ documentId }) => documentId)
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

function cookieOf(cookieHeader: string | undefined, name: string): string | null {
  for (const pair of cookieHeader?.split(';') ?? []) {
    const at = pair.indexOf('=')
    if (at !== -1 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return null
}
