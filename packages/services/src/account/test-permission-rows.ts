import type { Actor } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import type { ServiceContext } from '../context'
import * as accounts from './index'
import { ADDRESS, BASE_URL, PASSWORD } from './test-accounts'

type Call = (ctx: ServiceContext, actor: Actor | null) => Promise<unknown>

/** Somebody without a password, whom every call is about. */
export const SOMEBODY = {
  id: '01900000-0000-7000-8000-0000000000aa',
  name: 'Contoh – Pegawai',
  email: 'pegawai@contoh.go.id',
  role: 'tamu',
} as const

const IN = 'not-signed-in'
const ADMIN = [IN, 'yfffff', 'yfffff'] as const
/** Done by admin, if what it is about were there. */
const ADMIN_MISSES = [IN, 'nfffff', 'nfffff'] as const
const OWN = [IN, 'yyyyyy', 'yyyyyy'] as const

const mailing = (ctx: ServiceContext) => ({ ...ctx, baseUrl: BASE_URL })
const personId = SOMEBODY.id
const nobodys = () => ({ holdingId: newId(), until: '2026-12-31' })

/** For the table of `permissions.pg.test.ts`: use-cases of accounts, and what each role is answered. */
export const accountRows: Record<string, { call: Call; answers: readonly [string, string, string] }> = {
  listAccounts: {
    call: (c, a) => accounts.listAccounts(c, a, accounts.accountFilterInput.parse({})),
    answers: ADMIN,
  },
  getAccount: { call: (c, a) => accounts.getAccount(c, a, personId), answers: ADMIN },
  addAccount: {
    call: (c, a) =>
      accounts.addAccount(c, a, {
        name: 'Baru',
        email: `${newId()}@contoh.go.id`,
        nip: null,
        golongan: null,
        phone: null,
        role: 'tamu',
      }),
    answers: ADMIN,
  },
  editAccount: {
    call: (c, a) =>
      accounts.editAccount(mailing(c), a, {
        ...SOMEBODY,
        ...{ personId, nip: null, golongan: null, phone: null, revision: 1 },
      }),
    answers: ADMIN,
  },
  setAccountActive: {
    call: (c, a) => accounts.setAccountActive(c, a, { personId, active: true }),
    answers: ADMIN,
  },
  invite: { call: (c, a) => accounts.invite(mailing(c), a, { personId, byMail: true }), answers: ADMIN },
  revokeInvitation: { call: (c, a) => accounts.revokeInvitation(c, a, personId), answers: ADMIN },
  makeResetLink: { call: (c, a) => accounts.makeResetLink(c, a, personId), answers: ADMIN },
  liftLimits: { call: (c, a) => accounts.liftLimits(c, a, personId), answers: ADMIN },
  revokeSession: {
    call: (c, a) => accounts.revokeSession(c, a, { personId, sessionId: newId() }),
    answers: ADMIN_MISSES,
  },
  revokeSessions: {
    call: (c, a) => accounts.revokeSessions(c, a, { personId, except: null }),
    answers: ADMIN,
  },
  accountSettings: { call: (c, a) => accounts.accountSettings(c, a), answers: ADMIN },
  setAccountSettings: {
    call: (c, a) => accounts.setAccountSettings(c, a, { invitationDays: 7, objectionDays: 7 }),
    answers: ADMIN,
  },
  listJabatan: { call: (c, a) => accounts.listJabatan(c, a), answers: ADMIN },
  assignJabatan: {
    // The OPD is not there: who may, is told so.
    call: (c, a) =>
      accounts.assignJabatan(c, a, {
        personId: newId(),
        opdId: newId(),
        jabatan: 'Staf',
        isHead: false,
        kind: 'definitif',
        from: '2026-01-01',
        until: null,
      }),
    answers: ADMIN_MISSES,
  },
  endHolding: { call: (c, a) => accounts.endHolding(c, a, nobodys()), answers: ADMIN_MISSES },
  handOverView: { call: (c, a) => accounts.handOverView(c, a, newId()), answers: ADMIN_MISSES },
  handOverJabatan: {
    call: (c, a) =>
      accounts.handOverJabatan(c, a, {
        ...nobodys(),
        personId,
        kind: 'plt',
        from: '2026-12-01',
        rapatIds: [],
      }),
    answers: ADMIN_MISSES,
  },
  changePassword: {
    call: (c, a) =>
      accounts.changePassword(c, a, {
        current: PASSWORD,
        password: PASSWORD,
        endOthers: false,
        sessionId: newId(),
        address: ADDRESS,
      }),
    answers: OWN,
  },
  askEmailChange: {
    call: (c, a) =>
      accounts.askEmailChange(mailing(c), a, {
        email: `${a?.personId}@baru.go.id`,
        current: PASSWORD,
        address: ADDRESS,
      }),
    answers: OWN,
  },
}

export const accountsWithoutActor: readonly (readonly [string, string])[] = [
  ['makeHostResetLink', 'a command of who runs the server'],
  ['askReset', 'is how one comes back in'],
  ['readLink', 'asked by who holds the link'],
  ['setPasswordByLink', 'done by who holds the link'],
  ['confirmEmail', 'done by who holds the link'],
  ['objectToEmail', 'done by who holds the link'],
  ['confirmPassword', 'part of what asks for the password again'],
]
