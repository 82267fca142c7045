import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listSessions, readSession } from '../session'
import { makeResetLink, setPasswordByLink } from './password'
import { getAccount } from './read'
import { liftLimits, revokeSession, revokeSessions } from './sessions'
import { code, OTHER_PASSWORD, testAccounts, tokenOf } from './test-accounts'

let test: TestDatabase
let accounts: ReturnType<typeof testAccounts>
let admin: Awaited<ReturnType<ReturnType<typeof testAccounts>['person']>>
beforeAll(async () => {
  test = await testDatabase()
  accounts = testAccounts(test.database)
  admin = await accounts.person({ role: 'admin' })
})
afterAll(() => test.close())

describe('sessions', () => {
  it('are ended one by one or all others, by their person', async () => {
    const person = await accounts.person()
    const [here, phone, office] = [
      await accounts.signIn(person.email),
      await accounts.signIn(person.email),
      await accounts.signIn(person.email),
    ]
    const alive = async () =>
      Promise.all(
        [here, phone, office].map(async one => (await readSession(accounts.ctx, one.token)) !== null),
      )
    const input = { personId: person.id, sessionId: phone.session.sessionId }
    await revokeSession(accounts.ctx, person.actor, input)
    expect(await alive()).toEqual([true, false, true])
    expect(await code(revokeSession(accounts.ctx, person.actor, input))).toBe('not-found')
    const except = here.session.sessionId
    expect(await revokeSessions(accounts.ctx, person.actor, { personId: person.id, except })).toBe(1)
    expect(await alive()).toEqual([true, false, false])
    expect(await listSessions(accounts.ctx, person.actor, except)).toMatchObject([
      { id: except, current: true, address: '10.0.0.1' },
    ])
  })

  it('are ended by an admin, and by nobody else', async () => {
    const [person, stranger] = [await accounts.person(), await accounts.person()]
    const { session, token } = await accounts.signIn(person.email)
    const input = { personId: person.id, sessionId: session.sessionId }
    expect(await code(revokeSession(accounts.ctx, stranger.actor, input))).toBe('forbidden')
    expect(
      await code(revokeSessions(accounts.ctx, stranger.actor, { personId: person.id, except: null })),
    ).toBe('forbidden')
    const disguised = { personId: stranger.id, sessionId: session.sessionId }
    expect(await code(revokeSession(accounts.ctx, stranger.actor, disguised))).toBe('not-found')
    expect(await readSession(accounts.ctx, token)).not.toBeNull()
    await revokeSession(accounts.ctx, admin.actor, input)
    expect(await readSession(accounts.ctx, token)).toBeNull()
  })
})

describe('a sign-in that is slowed down', () => {
  const slowedOf = async (id: string) => (await getAccount(accounts.ctx, admin.actor, id)).slowed
  const fail = async (email: string, times: number, address: string) => {
    for (let n = 0; n < times; n++) await code(accounts.signIn(email, 'salah', address))
  }

  it('says until when, and takes the right password from then on', async () => {
    const person = await accounts.person()
    await fail(person.email, 8, '10.1.0.1')
    const refusal = await accounts.signIn(person.email).then(
      () => null,
      () => null,
    )
    expect(refusal).toBeNull()
    const waiting = await accounts.signIn(person.email, undefined, '10.1.0.1').catch(error => error)
    expect(waiting).toMatchObject({ code: 'rate-limited', until: expect.any(Date) })
    accounts.clock.forward((waiting.until.getTime() - accounts.clock.now().getTime()) / 1000)
    expect(await code(accounts.signIn(person.email, undefined, '10.1.0.1'))).toBe('done')
  })

  it('is told to an admin by number, since when and from how many networks, and lifted', async () => {
    const person = await accounts.person()
    expect(await slowedOf(person.id)).toBeNull()
    const since = accounts.clock.now()
    await fail(person.email, 6, '10.2.0.1')
    accounts.clock.forward(3)
    await fail(person.email, 2, '10.2.0.2')
    expect(await slowedOf(person.id)).toEqual({
      failures: 8,
      since,
      networks: 2,
      until: new Date(since.getTime() + 5_000),
    })
    expect(await code(accounts.signIn(person.email, undefined, '10.2.0.1'))).toBe('rate-limited')
    await liftLimits(accounts.ctx, admin.actor, person.id)
    expect(await code(accounts.signIn(person.email, undefined, '10.2.0.1'))).toBe('done')
    expect(await slowedOf(person.id)).toBeNull()
    await liftLimits(accounts.ctx, admin.actor, person.id)
    expect(await accounts.entries(person.id)).toEqual(['account.lift-limits'])
  })

  it('is forgotten at its network when the person comes in, and everywhere with a reset', async () => {
    const person = await accounts.person()
    await fail(person.email, 2, '10.3.0.1')
    await fail(person.email, 2, '10.3.0.2')
    await accounts.signIn(person.email, undefined, '10.3.0.1')
    expect(await slowedOf(person.id)).toMatchObject({ failures: 2, networks: 1 })
    const { path } = await makeResetLink(accounts.ctx, admin.actor, person.id)
    await setPasswordByLink(accounts.ctx, 'reset', tokenOf(path), { password: OTHER_PASSWORD })
    expect(await slowedOf(person.id)).toBeNull()
  })

  it('counts what nobody holds without a trace of it on anybody', async () => {
    await fail('hantu@contoh.go.id', 6, '10.4.0.1')
    expect(await code(accounts.signIn('hantu@contoh.go.id', 'salah', '10.4.0.1'))).toBe('rate-limited')
    const [rows] = await test.database.sql`
      select count(*)::int as n from rate_bucket b where b::text like '%hantu%' or b::text like '%10.4%'`
    expect(rows?.n).toBe(0)
  })
})
