import { insertPeople } from '@mufakat/db'
import type { Role } from '@mufakat/domain'
import { defined, newId } from '@mufakat/kernel'
import { fingerprint, type TestDatabase, testDatabase } from '@mufakat/testing'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { changePassword } from '../account/password'
import { PENDING_MS } from '../begin-session'
import type { DoorContext } from '../context'
import { hashPassword } from '../password'
import { readSession, readSessionAtDoor, signIn } from '../session'
import { makeOrganisation, TEST_NOW, TestClock } from '../test-organisation'
import { openVault } from '../vault'
import type { Session } from '../views'
import {
  confirmTotp,
  inviteTotp,
  ownFactors,
  removeTotp,
  renewRecoveryCodes,
  totpInvitationOf,
} from './own-factors'
import { factorRule, setFactorRule } from './requirement'
import { answerWithCode, pendingSignIn } from './second-step'

const PASSWORD = 'kata sandi yang panjang'
const visitor = { address: '10.0.0.1', userAgent: 'peramban' }
const proof = { ...visitor, password: PASSWORD }

describe('a second factor', () => {
  let test: TestDatabase
  let passwordHash: string
  let clock: TestClock
  let ctx: DoorContext
  beforeAll(async () => {
    test = await testDatabase()
    passwordHash = await hashPassword(PASSWORD)
  })
  afterAll(() => test.close())
  beforeEach(() => {
    clock = new TestClock()
    ctx = { database: test.database, clock, vault: openVault('x'.repeat(32)), baseUrl: 'http://localhost' }
  })

  const makePerson = async (role: Role = 'staf_opd') => {
    const id = newId()
    const email = `${id}@contoh.id`
    await insertPeople(test.database.db, [
      { id, name: 'Contoh – Pegawai', email, role, passwordHash, createdAt: TEST_NOW },
    ])
    return { id, email }
  }
  const attempt = (email: string, from = visitor) =>
    signIn(ctx, { login: email, password: PASSWORD, ...from })
  const sessionOf = async (token: string): Promise<Session> =>
    defined(await readSession(ctx, token), 'a session just begun')
  const code = (attempted: Promise<unknown>): Promise<string> =>
    attempted.then(
      () => 'done',
      error => error.code,
    )
  /** The app on the person's phone. */
  const appOf = async (session: Session) => {
    await inviteTotp(ctx, session, proof)
    const { typed } = defined(await totpInvitationOf(ctx, session), 'an invitation')
    const totp = new TOTP({ secret: Secret.fromBase32(typed.replaceAll(' ', '')) })
    return () => totp.generate({ timestamp: clock.now().getTime() })
  }
  const enrolled = async () => {
    const person = await makePerson()
    const { token } = await attempt(person.email)
    const session = await sessionOf(token)
    const app = await appOf(session)
    const codes = defined(await confirmTotp(ctx, session, { code: app() }), 'codes of the first factor')
    clock.forward(60)
    return { ...person, token, session, app, codes }
  }
  const entries = async (personId: string) => {
    const rows = await test.database.sql<{ action: string }[]>`
      select action from audit_entry where actor_id = ${personId}`
    return rows.map(row => row.action).sort()
  }

  it('is asked for after the password, and only then is there a session', async () => {
    const { id, email, app, token: before } = await enrolled()
    const step = await attempt(email)
    expect(step.next).toBe('second-factor')
    expect(await readSession(ctx, step.token)).toBeNull()
    expect(await readSessionAtDoor(ctx, step.token)).toEqual({ session: null, settingUp: null })
    expect(await pendingSignIn(ctx, step.token)).toEqual({ personId: id, totp: true, passkey: false })
    const token = await answerWithCode(ctx, step.token, { ...visitor, code: app() })
    expect((await sessionOf(token)).person.id).toBe(id)
    expect(await pendingSignIn(ctx, step.token)).toBeNull()
    // Who was in before it was added stays in.
    expect(await readSession(ctx, before)).not.toBeNull()
    expect(await entries(id)).toEqual(['factor.totp-on', 'session.start', 'session.start'])
  })

  it('takes a code once, and none that is older', async () => {
    const { email, app } = await enrolled()
    const used = app()
    const [first, second] = [await attempt(email), await attempt(email)]
    await answerWithCode(ctx, first.token, { ...visitor, code: used })
    expect(await code(answerWithCode(ctx, second.token, { ...visitor, code: used }))).toBe('wrong-code')
    clock.forward(30)
    const newer = app()
    await answerWithCode(ctx, second.token, { ...visitor, code: newer })
    const third = await attempt(email)
    clock.forward(-30)
    expect(await code(answerWithCode(ctx, third.token, { ...visitor, code: app() }))).toBe('wrong-code')
  })

  it('is asked for anew when the password was changed meanwhile', async () => {
    const { email, session, app } = await enrolled()
    const step = await attempt(email)
    const change = { current: PASSWORD, password: 'kerbau lewat pematang', endOthers: false }
    const { actor, sessionId } = session
    await changePassword(ctx, actor, { ...change, sessionId, address: visitor.address })
    expect(await code(answerWithCode(ctx, step.token, { ...visitor, code: app() }))).toBe('not-signed-in')
  })

  it('is answered at the same time by one only', async () => {
    const { email, app } = await enrolled()
    const step = await attempt(email)
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => code(answerWithCode(ctx, step.token, { ...visitor, code: app() }))),
    )
    expect(answers.filter(answer => answer === 'done')).toHaveLength(1)
  })

  it('is asked for five minutes', async () => {
    const { email, app } = await enrolled()
    const step = await attempt(email)
    clock.forward(PENDING_MS / 1000)
    const before = await fingerprint(test.database)
    expect(await code(answerWithCode(ctx, step.token, { ...visitor, code: app() }))).toBe('not-signed-in')
    for (const token of [null, '', 'x', 'A'.repeat(43)])
      expect(await code(answerWithCode(ctx, token, { ...visitor, code: app() }))).toBe('not-signed-in')
    expect(await fingerprint(test.database)).toBe(before)
  })

  it('is limited per person and address, apart from passwords; a right code waits too', async () => {
    const { email, app } = await enrolled()
    const step = await attempt(email)
    const answer = (text: string, address = visitor.address) =>
      code(answerWithCode(ctx, step.token, { ...visitor, address, code: text }))
    for (let i = 0; i < 6; i++) expect(await answer('000000')).toBe('wrong-code')
    const again = await attempt(email)
    expect(again.next).toBe('second-factor')
    const before = await fingerprint(test.database)
    expect(await answer(app())).toBe('rate-limited')
    expect(await fingerprint(test.database)).toBe(before)
    // From many strange addresses together, which do not shut out the person at their own.
    for (let i = 0; i < 20; i++) expect(await answer('000000', `203.0.113.${i}`)).toBe('wrong-code')
    expect(await answer(app(), '203.0.113.200')).toBe('rate-limited')
    clock.forward(6)
    expect(await answer(app())).toBe('done')
  })

  it('may be a recovery code instead, each once, until they are renewed', async () => {
    const { email, codes, session } = await enrolled()
    expect(codes).toHaveLength(10)
    const [one = '', two = ''] = codes
    const answer = async (text: string) =>
      code(answerWithCode(ctx, (await attempt(email)).token, { ...visitor, code: text }))
    expect(await answer(one.toUpperCase().replaceAll('-', ' '))).toBe('done')
    expect(await answer(one)).toBe('wrong-code')
    expect((await ownFactors(ctx, session)).codes).toEqual({ left: 9, all: 10 })
    const fresh = defined(await renewRecoveryCodes(ctx, session, proof), 'new codes')
    expect(await answer(two)).toBe('wrong-code')
    expect(await answer(fresh[0] ?? '')).toBe('done')
    const other = await enrolled()
    expect(
      await code(answerWithCode(ctx, (await attempt(other.email)).token, { ...visitor, code: two })),
    ).toBe('wrong-code')
  })

  it('is kept sealed, and codes as hashes', async () => {
    const { id, session, codes } = await enrolled()
    const other = await sessionOf((await attempt((await makePerson()).email)).token)
    await inviteTotp(ctx, other, proof)
    const { typed } = defined(await totpInvitationOf(ctx, other), 'an invitation')
    const secret = Secret.fromBase32(typed.replaceAll(' ', ''))
    const rows = await test.database.sql<{ row: string }[]>`
      select t::text as row from totp_factor t union all select r::text from recovery_code r
      union all select a::text from audit_entry a`
    for (const { row } of rows)
      for (const told of [secret.hex.toLowerCase(), secret.base32, ...codes]) expect(row).not.toContain(told)
    // Another person's sealed secret is of no use in one's own row.
    await test.database.sql`
      update totp_factor set secret = (select secret from totp_factor where person_id = ${id}), confirmed_at = null
      where person_id = ${other.actor.personId}`
    expect(await totpInvitationOf(ctx, other)).toBeNull()
    expect(await totpInvitationOf(ctx, session)).toBeNull()
  })

  it('is none before a code has confirmed it, and asks for the password once the session is old', async () => {
    const person = await makePerson()
    const session = await sessionOf((await attempt(person.email)).token)
    const app = await appOf(session)
    expect((await attempt(person.email)).next).toBe('inside')
    expect(await code(confirmTotp(ctx, session, { code: '000000' }))).toBe('wrong-code')
    clock.forward(31 * 60)
    expect(await code(confirmTotp(ctx, session, { code: app() }))).toBe('not-found')
    expect((await ownFactors(ctx, session)).isLate).toBe(true)
    const refused = inviteTotp(ctx, session, { ...proof, password: 'salah' })
    await expect(refused).rejects.toMatchObject({
      code: 'invalid-input',
      fields: { password: 'field.wrong-password' },
    })
    const again = await appOf(session)
    await confirmTotp(ctx, session, { code: again() })
    expect((await attempt(person.email)).next).toBe('second-factor')
    expect(await code(inviteTotp(ctx, session, proof))).toBe('conflict')
  })

  it('goes with password and code together, and its codes with it', async () => {
    const { id, email, session, app } = await enrolled()
    const pending = await attempt(email)
    expect(await code(removeTotp(ctx, session, { ...proof, password: 'salah', code: app() }))).toBe(
      'invalid-input',
    )
    expect(await code(removeTotp(ctx, session, { ...proof, code: '000000' }))).toBe('wrong-code')
    await removeTotp(ctx, session, { ...proof, code: app() })
    expect(await ownFactors(ctx, session)).toMatchObject({ totpSince: null, codes: { left: 0, all: 0 } })
    expect(await pendingSignIn(ctx, pending.token)).toBeNull()
    expect((await attempt(email)).next).toBe('inside')
    expect((await entries(id)).filter(action => action === 'factor.totp-off')).toHaveLength(1)
  })

  describe('that a role must have', () => {
    it('shuts everything but the door once the days are over, and opens it as soon as there is one', async () => {
      const admin = (await makeOrganisation(test.database)).actor('admin')
      expect(
        await code(setFactorRule(ctx, { ...admin, role: 'sekretariat' }, { groups: [], graceDays: 1 })),
      ).toBe('forbidden')
      const head = await makePerson('pimpinan')
      const staff = await makePerson('staf_opd')
      const tokens = [(await attempt(head.email)).token, (await attempt(staff.email)).token] as const
      await setFactorRule(ctx, admin, { groups: ['pimpinan'], graceDays: 2 })
      expect(await factorRule(ctx, admin)).toEqual({ groups: ['pimpinan'], graceDays: 2 })
      expect((await sessionOf(tokens[0])).factor).toEqual({
        kind: 'grace',
        until: new Date(TEST_NOW.getTime() + 2 * 86_400_000),
      })
      clock.forward(2 * 86_400)
      expect(await readSession(ctx, tokens[0])).toBeNull()
      expect((await sessionOf(tokens[1])).factor.kind).toBe('enough')
      const { settingUp } = await readSessionAtDoor(ctx, tokens[0])
      const session = defined(settingUp, 'a session at the door')
      const app = await appOf(session)
      await confirmTotp(ctx, session, { code: app() })
      expect((await sessionOf(tokens[0])).factor.kind).toBe('enough')
      await setFactorRule(ctx, admin, { groups: [], graceDays: 2 })
    })
  })
})
