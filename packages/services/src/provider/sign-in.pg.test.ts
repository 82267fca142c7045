import { insertPeople } from '@mufakat/db'
import type { Role } from '@mufakat/domain'
import { defined, newId, systemClock } from '@mufakat/kernel'
import { fingerprint, type TestDatabase, testDatabase } from '@mufakat/testing'
import { startIssuer, type TestIssuer } from '@mufakat/testing/issuer'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DoorContext } from '../context'
import { hashPassword } from '../password'
import { readSession, signIn } from '../session'
import { makeOrganisation, type TestOrganisation } from '../test-organisation'
import { openVault } from '../vault'
import { type ProviderInput, providerInput, providerName, providerSettings, setProvider } from './settings'
import { backFromProvider, leaveForProvider } from './sign-in'

const BASE = 'http://localhost:3000'
const PASSWORD = 'kata sandi yang panjang'
const visitor = { address: '10.0.0.1', userAgent: 'peramban' }

describe('signing in through a provider', () => {
  let test: TestDatabase
  let issuer: TestIssuer
  let ctx: DoorContext
  let organisation: TestOrganisation
  let passwordHash: string
  let now: () => Date
  beforeAll(async () => {
    test = await testDatabase()
    issuer = await startIssuer([`${BASE}/masuk/sso/balik`])
    organisation = await makeOrganisation(test.database)
    passwordHash = await hashPassword(PASSWORD)
  })
  afterAll(async () => {
    await issuer.close()
    await test.close()
  })
  beforeEach(async () => {
    now = systemClock.now
    const clock = { now: () => now() }
    ctx = { database: test.database, clock, vault: openVault('x'.repeat(32)), baseUrl: BASE }
    await set({})
  })

  const set = (changed: Partial<ProviderInput>) =>
    setProvider(ctx, organisation.actor('admin'), {
      isOn: true,
      name: 'SSO Kabupaten',
      issuer: issuer.url,
      authorizationEndpoint: `${issuer.url}/auth`,
      tokenEndpoint: `${issuer.url}/token`,
      userinfoEndpoint: '',
      jwksUri: `${issuer.url}/jwks`,
      clientId: issuer.clientId,
      clientSecret: issuer.clientSecret,
      scopes: 'openid profile email nip groups',
      groupClaim: 'groups',
      match: 'email',
      nipClaim: 'nip',
      createsAccounts: false,
      isRequired: false,
      asksSecondFactor: false,
      roles: { tkpkd: 'sekretariat', ti: 'admin', pegawai: 'staf_opd' },
      ...changed,
    })
  const person = async (role: Role = 'staf_opd', more: { nip?: string; active?: boolean } = {}) => {
    const id = newId()
    const email = `${id}@contoh.id`
    const row = { id, name: 'Contoh – Pegawai', email, role, passwordHash, createdAt: new Date() }
    await insertPeople(test.database.db, [{ ...row, ...more }])
    return { id, email }
  }

  /** A browser that leaves for the provider and follows it until it is sent back. */
  const leave = async () => {
    const { location, transaction } = defined(await leaveForProvider(ctx, '/rapat'), 'a provider')
    const cookies = new Map<string, string>()
    let at = new URL(location)
    for (let hop = 0; hop < 10 && at.origin === issuer.url; hop++) {
      const header = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const answer = await fetch(at, { redirect: 'manual', headers: { Cookie: header } })
      for (const cookie of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
        cookies.set(name, value)
      }
      at = new URL(answer.headers.get('Location') ?? expect.fail(await answer.text()), at)
    }
    return { answer: at.searchParams, transaction }
  }
  const errors: unknown[] = []
  const back = async (from: { answer: URLSearchParams; transaction: string | null }) => {
    const done = await backFromProvider(ctx, {
      ...visitor,
      ...from,
      logError: error => errors.push(error),
    })
    return done.ok ? done.value : done.error
  }
  const come = async (sub: string, claims: Record<string, unknown>) => {
    issuer.people.set(sub, claims)
    issuer.who = sub
    return back(await leave())
  }
  const inside = async (sub: string, claims: Record<string, unknown>) => {
    const done = await come(sub, claims)
    if (typeof done === 'string') return expect.fail(done)
    expect(done).toMatchObject({ target: '/rapat', step: { next: 'inside' } })
    return defined(await readSession(ctx, done.step.token), 'a session')
  }
  const verified = (email: string, more: Record<string, unknown> = {}) => ({
    email,
    email_verified: true,
    ...more,
  })
  const count = async (personId: string, action: string) => {
    const [row] = await test.database.sql<{ n: number }[]>`
      select count(*)::int as n from audit_entry where subject_id = ${personId} and action = ${action}`
    return row?.n
  }

  it('finds the account of a verified e-mail, and later by the subject alone', async () => {
    const { id, email } = await person()
    const sub = newId()
    expect((await inside(sub, verified(email.toUpperCase()))).person.id).toBe(id)
    expect((await inside(sub, { email: 'lain@contoh.id' })).person.id).toBe(id)
    expect(await count(id, 'person.link')).toBe(1)
    // Whoever is given this address next is somebody else.
    expect(await come(newId(), verified(email))).toBe('unknown-person')
  })

  it('finds the account of a NIP, also from userinfo', async () => {
    const { id } = await person('staf_opd', { nip: '198002292004011001' })
    await set({ match: 'nip', userinfoEndpoint: `${issuer.url}/me` })
    expect((await inside(newId(), { nip: '19800229 200401 1 001' })).person.id).toBe(id)
    expect(await come(newId(), { nip: '123' })).toBe('unverified')
  })

  it('stores nothing for whom it does not let in', async () => {
    const open = await person()
    const closed = await person('staf_opd', { active: false })
    const before = await fingerprint(test.database)
    expect(await come(newId(), { email: open.email })).toBe('unverified')
    expect(await come(newId(), { email: open.email, email_verified: 'true' })).toBe('unverified')
    expect(await come(newId(), verified('tidak.ada@contoh.id'))).toBe('unknown-person')
    expect(await come(newId(), verified(closed.email))).toBe('closed')
    issuer.who = null
    expect(await back(await leave())).toBe('cancelled')
    expect(await fingerprint(test.database)).toBe(before)
  })

  it('takes an answer only for what this browser left with, in time and once', async () => {
    const { email } = await person()
    issuer.who = newId()
    issuer.people.set(issuer.who, verified(email))
    const changed = (
      { answer, transaction }: Awaited<ReturnType<typeof leave>>,
      more: Record<string, string>,
    ) => back({ answer: new URLSearchParams({ ...Object.fromEntries(answer), ...more }), transaction })
    const before = await fingerprint(test.database)
    const other = await leave()
    expect(await changed(await leave(), { state: 'lain' })).toBe('mismatch')
    // The code of another browser's sign-in, with this one's state: its verifier and nonce do not fit.
    expect(await changed(await leave(), { code: other.answer.get('code') ?? '' })).toBe('expired')
    expect(await changed(await leave(), { code: 'karangan' })).toBe('expired')
    expect(await changed(await leave(), { iss: 'https://jahat.id' })).toBe('mismatch')
    expect(await back({ answer: (await leave()).answer, transaction: other.transaction })).toBe('mismatch')
    for (const transaction of [null, '', 'x', other.transaction.slice(0, -4)])
      expect(await back({ answer: other.answer, transaction })).toBe('expired')
    const late = await leave()
    now = () => new Date(Date.now() + 601_000)
    expect(await back(late)).toBe('expired')
    now = systemClock.now
    expect(await fingerprint(test.database)).toBe(before)
    const once = await leave()
    expect(typeof (await back(once))).toBe('object')
    expect(await back(once)).toBe('expired')
  })

  it('believes no token that is signed for another nonce or by another key', async () => {
    const { email } = await person()
    const other = await startIssuer([`${BASE}/masuk/sso/balik`])
    issuer.who = newId()
    issuer.people.set(issuer.who, verified(email))
    const before = await leave()
    await set({ jwksUri: `${other.url}/jwks` })
    expect(await back(before)).toBe('mismatch')
    await other.close()
    // The same sealed transaction with another nonce than the one that was asked with.
    await set({})
    const mine = await leave()
    const { openTransaction, sealTransaction } = await import('./transaction')
    const opened = defined(openTransaction(ctx.vault, mine.transaction, now()), 'a transaction')
    const forged = sealTransaction(ctx.vault, { ...opened, nonce: 'lain' })
    expect(await back({ answer: mine.answer, transaction: forged })).toBe('mismatch')
  })

  it('is of no consequence when the provider is down, but for who signs in through it', async () => {
    const { email } = await person()
    const leaving = await leave()
    await set({ tokenEndpoint: 'http://127.0.0.1:9/token' })
    expect(await back(leaving)).toBe('unavailable')
    expect(await providerName(ctx)).toBe('SSO Kabupaten')
    expect((await signIn(ctx, { login: email, password: PASSWORD, ...visitor })).next).toBe('inside')
  })

  it('makes accounts where that is set, with the role of their groups', async () => {
    await set({ createsAccounts: true })
    const email = `${newId()}@contoh.id`
    const sub = newId()
    expect(await come(sub, verified(email, { groups: ['tamu negara'] }))).toBe('no-role')
    const session = await inside(sub, verified(email, { name: 'Pegawai Baru', groups: ['pegawai', 'tkpkd'] }))
    expect(session).toMatchObject({ actor: { role: 'sekretariat' }, person: { email, name: 'Pegawai Baru' } })
    expect(await count(session.person.id, 'person.create')).toBe(1)
  })

  it('gives the role of the groups at each sign-in, and never takes the last admin', async () => {
    const { id, email } = await person('staf_opd')
    const sub = newId()
    expect((await inside(sub, verified(email, { groups: ['tkpkd'] }))).actor.role).toBe('sekretariat')
    expect((await inside(sub, verified(email, { groups: ['lain'] }))).actor.role).toBe('sekretariat')
    expect((await inside(sub, verified(email, { groups: 'ti' }))).actor.role).toBe('admin')
    expect(await count(id, 'person.role')).toBe(2)
    await test.database.sql`update person set active = false where role = 'admin' and id <> ${id}`
    expect((await inside(sub, verified(email, { groups: ['pegawai'] }))).actor.role).toBe('admin')
    await person('admin')
    expect((await inside(sub, verified(email, { groups: ['pegawai'] }))).actor.role).toBe('staf_opd')
  })

  it('may be required of whom it knows, but for admins', async () => {
    const staff = await person()
    const admin = await person('admin')
    await inside(newId(), verified(staff.email))
    await inside(newId(), verified(admin.email))
    await set({ isRequired: true })
    const attempt = (login: string, password = PASSWORD) =>
      signIn(ctx, { login, password, ...visitor }).then(
        step => step.next as string,
        error => error.code as string,
      )
    expect(await attempt(staff.email)).toBe('use-provider')
    expect(await attempt(staff.email, 'salah')).toBe('wrong-credentials')
    expect(await attempt(admin.email)).toBe('inside')
    expect(await attempt((await person()).email)).toBe('inside')
  })

  it('keeps the secret sealed and shows it to nobody', async () => {
    const admin = organisation.actor('admin')
    const shown = await providerSettings(ctx, admin)
    const [row] = await test.database
      .sql`select value::text as v from setting where key = 'identity-provider'`
    for (const told of [JSON.stringify(shown), row?.v]) expect(told).not.toContain(issuer.clientSecret)
    expect(shown.provider?.hasSecret).toBe(true)
    const refused = (attempted: Promise<unknown>) =>
      attempted.then(
        () => 'done',
        error => error.code,
      )
    expect(await refused(providerSettings(ctx, organisation.actor('sekretariat')))).toBe('forbidden')
    // Left empty it stays; another client needs its own.
    await set({ clientSecret: '' })
    const { email } = await person()
    await inside(newId(), verified(email))
    expect(await refused(set({ clientSecret: '', clientId: 'lain' }))).toBe('invalid-input')
  })

  it('is asked for at safe addresses only, and with the groups written rightly', () => {
    const form = {
      isOn: true,
      name: 'SSO',
      issuer: 'https://sso.contoh.id',
      authorizationEndpoint: 'https://sso.contoh.id/auth',
      tokenEndpoint: 'https://sso.contoh.id/token',
      userinfoEndpoint: '',
      jwksUri: 'https://sso.contoh.id/jwks',
      clientId: 'mufakat',
      clientSecret: '',
      scopes: 'openid email',
      groupClaim: 'groups',
      match: 'email',
      nipClaim: 'nip',
      createsAccounts: false,
      isRequired: false,
      asksSecondFactor: false,
      roles: ' tkpkd = sekretariat\n\nDinas TI=admin',
    }
    expect(providerInput.parse(form).roles).toEqual({ tkpkd: 'sekretariat', 'Dinas TI': 'admin' })
    const flaw = (changed: Record<string, unknown>) =>
      providerInput.safeParse({ ...form, ...changed }).error?.issues[0]?.message
    expect(flaw({ issuer: 'http://sso.contoh.id' })).toBe('field.address')
    expect(flaw({ tokenEndpoint: 'javascript:alert(1)' })).toBe('field.address')
    expect(flaw({ scopes: 'email' })).toBe('field.openid')
    for (const roles of ['tkpkd', 'tkpkd = bos', 'a = admin\nb']) expect(flaw({ roles })).toBe('field.roles')
  })
})
