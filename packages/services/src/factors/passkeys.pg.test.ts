import { insertPeople } from '@mufakat/db'
import { defined, newId } from '@mufakat/kernel'
import { fingerprint, type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DoorContext } from '../context'
import { hashPassword } from '../password'
import { readSession, signIn } from '../session'
import { TEST_NOW, TestClock } from '../test-organisation'
import { openVault } from '../vault'
import type { Session } from '../views'
import { ownFactors } from './own-factors'
import {
  answerWithPasskey,
  type PasskeyQuestion,
  secondStepQuestion,
  signInQuestion,
  signInWithPasskey,
} from './passkey-sign-in'
import { addPasskey, passkeyCreation, removePasskey } from './passkeys'
import { answerWithCode } from './second-step'
import { TestAuthenticator } from './test-authenticator'

const PASSWORD = 'kata sandi yang panjang'
const ORIGIN = 'https://rapat.contoh.go.id'
const visitor = { address: '10.0.0.1', userAgent: 'peramban' }
const proof = { ...visitor, password: PASSWORD }

describe('a passkey', () => {
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
    ctx = { database: test.database, clock, vault: openVault('x'.repeat(32)), baseUrl: ORIGIN }
  })

  const attempt = (email: string) => signIn(ctx, { login: email, password: PASSWORD, ...visitor })
  const code = (attempted: Promise<unknown>): Promise<string> =>
    attempted.then(
      () => 'done',
      error => error.code,
    )
  const person = async () => {
    const id = newId()
    const email = `${id}@contoh.id`
    await insertPeople(test.database.db, [
      { id, name: 'Contoh – Pegawai', email, role: 'staf_opd', passwordHash, createdAt: TEST_NOW },
    ])
    const { token } = await attempt(email)
    const session = defined(await readSession(ctx, token), 'a session just begun')
    return { id, email, session }
  }
  const add = (session: Session, made: string, name = 'Ponsel') =>
    addPasskey(ctx, session, { ...proof, name, made })
  const enrolled = async () => {
    const someone = await person()
    const key = new TestAuthenticator(ORIGIN)
    const codes = await add(someone.session, key.create(await passkeyCreation(ctx, someone.session)))
    return { ...someone, key, codes: defined(codes, 'codes of the first factor') }
  }
  const second = async (email: string): Promise<{ token: string; asked: PasskeyQuestion }> => {
    const step = await attempt(email)
    expect(step.next).toBe('second-factor')
    return { token: step.token, asked: defined(await secondStepQuestion(ctx, step.token), 'a question') }
  }

  it('is the second step after a password, and recovery codes stand beside it', async () => {
    const { email, id, key, codes } = await enrolled()
    const { token, asked } = await second(email)
    expect(asked.allowCredentials?.map(one => one.id)).toEqual([key.id])
    key.verifiesUser = false
    const session = await answerWithPasskey(ctx, token, { ...visitor, answer: key.get(asked) })
    expect((await readSession(ctx, session))?.person.id).toBe(id)
    const again = await attempt(email)
    await answerWithCode(ctx, again.token, { ...visitor, code: codes[0] ?? '' })
  })

  it('signs in alone when it knows its person and has verified them', async () => {
    const { id, session, key } = await enrolled()
    const before = await fingerprint(test.database)
    const asked = await signInQuestion(ctx)
    expect(asked.allowCredentials ?? []).toEqual([])
    expect(await fingerprint(test.database)).toBe(before)
    const token = await signInWithPasskey(ctx, { ...visitor, answer: key.get(asked) })
    expect((await readSession(ctx, token))?.person.id).toBe(id)
    expect((await ownFactors(ctx, session)).passkeys).toMatchObject([
      { name: 'Ponsel', lastUsedAt: TEST_NOW },
    ])

    key.verifiesUser = false
    const unverified = key.get(await signInQuestion(ctx))
    expect(await code(signInWithPasskey(ctx, { ...visitor, answer: unverified }))).toBe('wrong-credentials')
    key.verifiesUser = true
    await test.database.sql`update person set active = false where id = ${id}`
    const closed = key.get(await signInQuestion(ctx))
    expect(await code(signInWithPasskey(ctx, { ...visitor, answer: closed }))).toBe('wrong-credentials')
  })

  it('answers once, in time, what was asked here and of its person', async () => {
    const { email, key } = await enrolled()
    const stranger = await enrolled()
    const alone = async (answer: string) => code(signInWithPasskey(ctx, { ...visitor, answer }))
    const asked = await signInQuestion(ctx)
    const answer = key.get(asked)
    expect(await alone(answer)).toBe('done')
    expect(await alone(answer)).toBe('wrong-credentials')
    // Also with a fresh signature and a higher counter.
    expect(await alone(key.get(asked))).toBe('wrong-credentials')
    expect(await alone(key.get(await signInQuestion(ctx), 'https://rapat.contoh.go.id.jahat.id'))).toBe(
      'wrong-credentials',
    )
    const foreign = { ...(await signInQuestion(ctx)), rpId: 'jahat.id' }
    expect(await alone(key.get(foreign))).toBe('wrong-credentials')
    expect(await alone(key.get({ ...asked, challenge: 'A'.repeat(75) }))).toBe('wrong-credentials')
    for (const text of ['', '{}', '[]', 'null', '{"id":"x"}', `"${'a'.repeat(40_000)}"`])
      expect(await alone(text)).toBe('wrong-credentials')
    const late = await signInQuestion(ctx)
    clock.forward(601)
    expect(await alone(key.get(late))).toBe('wrong-credentials')

    const { token, asked: mine } = await second(email)
    const step = (text: string) => code(answerWithPasskey(ctx, token, { ...visitor, answer: text }))
    expect(await step(stranger.key.get(mine))).toBe('wrong-code')
    expect(await step(key.get(await signInQuestion(ctx)))).toBe('wrong-code')
    expect(await step(key.get((await second(email)).asked))).toBe('wrong-code')
    expect(await step(key.get(mine))).toBe('done')
  })

  it('that was copied gives itself away by its counter', async () => {
    const { key } = await enrolled()
    key.counter = 5
    const alone = async () =>
      code(signInWithPasskey(ctx, { ...visitor, answer: key.get(await signInQuestion(ctx)) }))
    expect(await alone()).toBe('done')
    key.counter = 3
    expect(await alone()).toBe('wrong-credentials')
  })

  it('is added once, from what its own session asked, and removed by its person', async () => {
    const { id, email, session, key } = await enrolled()
    const other = await enrolled()
    const asked = await passkeyCreation(ctx, session)
    expect(asked.excludeCredentials?.map(one => one.id)).toEqual([key.id])
    // Somebody else's question, the same key once more, one answer twice.
    const fresh = new TestAuthenticator(ORIGIN)
    expect(await code(add(session, fresh.create(await passkeyCreation(ctx, other.session))))).toBe(
      'wrong-code',
    )
    expect(await code(add(session, fresh.create(asked, 'https://jahat.id')))).toBe('wrong-code')
    expect(await code(add(session, key.create(asked)))).toBe('conflict')
    const made = fresh.create(asked)
    expect(await add(session, made, 'Kedua')).toBeNull()
    expect(await code(add(session, made))).toBe('wrong-code')

    const remove = (one: Session, keyId: string) => removePasskey(ctx, one, { ...proof, id: keyId })
    expect(await code(remove(other.session, key.id))).toBe('not-found')
    await remove(session, key.id)
    await remove(session, fresh.id)
    expect(await ownFactors(ctx, session)).toMatchObject({ passkeys: [], codes: { all: 0 } })
    expect((await attempt(email)).next).toBe('inside')
    const entries = await test.database.sql<{ action: string; n: number }[]>`
      select action, count(*)::int as n from audit_entry
      where actor_id = ${id} and action like 'factor.%' group by action order by action`
    expect(entries.map(row => ({ ...row }))).toEqual([
      { action: 'factor.passkey-add', n: 2 },
      { action: 'factor.passkey-remove', n: 2 },
    ])
    const mails = await test.database.sql<{ n: number }[]>`
      select count(*)::int as n from mail where recipient = ${email} and template = 'security-notice'`
    // The letters of one moment are one: the clock of this test stands still.
    expect(mails[0]?.n).toBe(2)
  })
})
