import type { Actor } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import * as services from '../index'

type Call = (ctx: services.ServiceContext, actor: Actor | null, rapatId: string) => Promise<unknown>

const IN = 'not-signed-in'
const mailing = (ctx: services.ServiceContext) => ({ ...ctx, baseUrl: 'https://rapat.contoh.go.id' })
const link = (rapatId: string) => ({
  rapatId,
  canWrite: true,
  itemIds: null,
  lastDay: '2026-12-10',
  email: 'tamu@contoh.go.id',
})

/** For the table of `permissions.pg.test.ts`: guests by link, permissions explained, looking as another person. */
export const guestRows: Record<string, { call: Call; answers: readonly [string, string, string] }> = {
  guestLinks: { call: (c, a, id) => services.guestLinks(c, a, id), answers: [IN, 'yyffff', 'yyfnnn'] },
  inviteGuest: {
    call: (c, a, id) => services.inviteGuest(mailing(c), a, { ...link(id), name: 'Budi', agency: 'BPS' }),
    answers: [IN, 'yyffff', 'yyfnnn'],
  },
  renewGuestLink: {
    // Nobody has this id: who may, is told so.
    call: (c, a, id) => services.renewGuestLink(mailing(c), a, { ...link(id), personId: newId() }),
    answers: [IN, 'nnffff', 'nnfnnn'],
  },
  revokeGuestLink: {
    call: (c, a, rapatId) => services.revokeGuestLink(c, a, { rapatId, personId: newId() }),
    answers: [IN, 'nnffff', 'nnfnnn'],
  },
  explainPermissions: {
    call: (c, a, rapatId) => services.explainPermissions(c, a, { personId: a?.personId ?? '', rapatId }),
    answers: [IN, 'yfffff', 'yfffff'],
  },
  startViewing: {
    call: (c, a) => services.startViewing(c, a, { sessionId: newId(), personId: newId(), reason: 'bantuan' }),
    answers: [IN, 'nfffff', 'nfffff'],
  },
}

/** What asks for no actor, and why. */
export const guestsWithoutActor: readonly (readonly [string, string])[] = [
  ['guestDoor', 'asked by who holds the link'],
  ['enterAsGuest', 'is how a guest becomes somebody'],
  ['stopViewing', 'takes a session, and only gives it back'],
  ['endOverdueViewings', 'worker, by the clock'],
  ['noteViewing', 'names whose request it is'],
]
