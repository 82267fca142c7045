import { insertHoldings, insertJabatan, insertOpd, insertPeople } from '@mufakat/db'
import type { Holding, HoldingKind } from '@mufakat/domain'
import { addDays, HOLDING_KINDS, isEffective, mainHoldingOf } from '@mufakat/domain'
import { defined, newId } from '@mufakat/kernel'
import { fingerprint, type TestDatabase, testDatabase } from '@mufakat/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { actorsOf } from './actors'
import {
  listSessions,
  readSession,
  SESSION_ABSOLUTE_MS,
  SESSION_IDLE_MS,
  setLocale,
  signIn,
  signOut,
  signOutEverywhere,
} from './index'
import { hashPassword } from './password'
import { reserveAttempt, signInKeys } from './rate-limit'
import { TEST_NOW, TestClock } from './test-organisation'

const PASSWORD = 'kata sandi yang panjang'
const NIP = '198002292005011001'

describe('sessions', () => {
  let test: TestDatabase
  let passwordHash: string
  let person: { id: string; email: string }
  let clock: TestClock
  beforeAll(async () => {
    test = await testDatabase()
    passwordHash = await hashPassword(PASSWORD)
  })
  afterAll(() => test.close())
  beforeEach(async () => {
    clock = new TestClock()
    person = await makePerson()
  })
  const ctx = () => ({ database: test.database, clock })

  const makePerson = async (overrides: { nip?: string; active?: boolean; noPassword?: boolean } = {}) => {
    const id = newId()
    const email = `${id}@contoh.id`
    await insertPeople(test.database.db, [
      {
        id,
        name: 'Contoh – Pegawai',
        email,
        nip: overrides.nip ?? null,
        role: 'staf_opd',
        passwordHash: overrides.noPassword ? null : passwordHash,
        active: overrides.active ?? true,
        createdAt: TEST_NOW,
      },
    ])
    return { id, email }
  }
  const attempt = async (login: string, password = PASSWORD, address = '10.0.0.1') => {
    const { token } = await signIn(ctx(), { login, password, address, userAgent: 'peramban' })
    return { token, session: defined(await readSession(ctx(), token), 'a session just begun') }
  }
  const code = (attempted: Promise<unknown>): Promise<string> =>
    attempted.then(
      () => 'done',
      error => error.code,
    )

  it('sign in by e-mail in any case or by NIP as printed', async () => {
    const byEmail = await attempt(` ${person.email.toUpperCase()} `)
    expect(byEmail.session).toMatchObject({
      actor: { personId: person.id, role: 'staf_opd', opdId: null },
      person: { email: person.email, jabatan: null, opd: null, locale: 'id' },
      expiresAt: new Date(TEST_NOW.getTime() + SESSION_ABSOLUTE_MS),
    })
    const official = await makePerson({ nip: NIP })
    const byNip = await attempt('19800229 200501 1 001')
    expect(byNip.session.actor.personId).toBe(official.id)
  })

  it('keep the token only as a hash', async () => {
    const { token } = await attempt(person.email)
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
    const rows = await test.database.sql<{ row: string }[]>`select s::text as row from session s`
    const hex = Buffer.from(token, 'base64url').toString('hex')
    for (const { row } of rows) {
      expect(row).not.toContain(token)
      expect(row).not.toContain(hex)
    }
    expect(await readSession(ctx(), token)).not.toBeNull()
    for (const wrong of [null, '', 'x', `${token}x`, token.toLowerCase(), 'A'.repeat(43)])
      expect(await readSession(ctx(), wrong)).toBeNull()
  })

  it('answer an unknown login, a closed account, one without password and a wrong password alike', async () => {
    const closed = await makePerson({ active: false })
    const paper = await makePerson({ noPassword: true })
    const answers = await Promise.all([
      code(attempt('tidak.ada@contoh.id')),
      code(attempt('19800229 200501 1 999')),
      code(attempt(closed.email)),
      code(attempt(paper.email)),
      code(attempt(person.email, 'salah')),
    ])
    expect(new Set(answers)).toEqual(new Set(['wrong-credentials']))
  })

  it('end when idle, at their absolute end, and live on while used', async () => {
    const { token } = await attempt(person.email)
    clock.forward(SESSION_IDLE_MS / 1000 - 1)
    expect(await readSession(ctx(), token)).not.toBeNull()
    clock.forward(SESSION_IDLE_MS / 1000 - 1)
    expect(await readSession(ctx(), token)).not.toBeNull()
    clock.forward(SESSION_IDLE_MS / 1000)
    expect(await readSession(ctx(), token)).toBeNull()

    clock = new TestClock()
    const busy = await attempt(person.email)
    let days = 0
    while (days < 40 && (await readSession(ctx(), busy.token)) !== null) {
      clock.forward(24 * 3600)
      days++
    }
    expect(days).toBe(30)
  })

  it('are read without a write when touched lately', async () => {
    const { token } = await attempt(person.email)
    clock.forward(200)
    const before = await fingerprint(test.database)
    await readSession(ctx(), token)
    expect(await fingerprint(test.database)).toBe(before)
  })

  it('end by signing out, here or everywhere, and with the account', async () => {
    const [one, two, three] = [
      await attempt(person.email),
      await attempt(person.email),
      await attempt(person.email),
    ]
    const other = await makePerson()
    const theirs = await attempt(other.email)
    await signOut(ctx(), one.token)
    await signOut(ctx(), one.token)
    expect(await readSession(ctx(), one.token)).toBeNull()
    const listed = await listSessions(ctx(), two.session.actor, two.session.sessionId)
    expect(listed.map(session => session.current).sort()).toEqual([false, true])
    expect(await signOutEverywhere(ctx(), three.session.actor)).toBe(2)
    expect(await readSession(ctx(), two.token)).toBeNull()
    expect(await readSession(ctx(), theirs.token)).not.toBeNull()
    await test.database.sql`update person set active = false where id = ${other.id}`
    expect(await readSession(ctx(), theirs.token)).toBeNull()
  })

  it('carry the language the person chose', async () => {
    const { token, session } = await attempt(person.email)
    await setLocale(ctx(), session.actor, { locale: 'en' })
    expect((await readSession(ctx(), token))?.person.locale).toBe('en')
  })

  it('name the same main jabatan as rule J4 of the domain, and the OPD of the others', async () => {
    const { token } = await attempt(person.email)
    const opd = ['Dinas', 'Badan'].map((name, position) => ({ id: newId(), name, position }))
    await insertOpd(
      test.database.db,
      opd.map(one => ({ ...one, shortName: `${one.name} ${one.id}`, kind: 'dinas' as const })),
    )
    const posts = ['Kepala', 'Sekretaris', 'Kabid'].map((name, at) => ({
      ...{ id: newId(), opdId: opd[at % 2]?.id ?? '', name },
    }))
    const opdOf = (jabatanId: string) => posts.find(post => post.id === jabatanId)?.opdId ?? ''
    await insertJabatan(test.database.db, posts)
    const spell = fc.record({
      jabatanId: fc.constantFrom(...posts.map(post => post.id)),
      kind: fc.constantFrom<HoldingKind>(...HOLDING_KINDS),
      from: fc.integer({ min: -3, max: 2 }).map(days => addDays('2026-11-24', days)),
      until: fc.option(fc.integer({ min: 2, max: 4 }).map(days => addDays('2026-11-24', days))),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(spell, { maxLength: 6 }), async spells => {
        await test.database.sql`delete from jabatan_holding`
        const holdings: Holding[] = spells.map(one => ({ ...one, personId: person.id }))
        await insertHoldings(
          test.database.db,
          holdings.map(one => ({ ...one, id: newId() })),
        )
        const main = mainHoldingOf(holdings, person.id, '2026-11-24')
        const prefix = { definitif: '', plt: 'Plt. ', plh: 'Plh. ' }
        const title =
          main === null ? null : prefix[main.kind] + posts.find(post => post.id === main.jabatanId)?.name
        const session = await readSession(ctx(), token)
        expect(session?.person.jabatan).toBe(title)
        const opdId = main === null ? null : opdOf(main.jabatanId)
        expect(session?.actor.opdId).toBe(opdId)
        const held = holdings.filter(one => isEffective(one, '2026-11-24')).map(one => opdOf(one.jabatanId))
        expect(session?.actor.otherOpdIds).toEqual([...new Set(held)].filter(id => id !== opdId))
        const asked = (await actorsOf(test.database.db, [person.id], '2026-11-24')).get(person.id)
        expect(asked).toMatchObject({ opdId, otherOpdIds: session?.actor.otherOpdIds })
      }),
      { seed: 17, numRuns: 60 },
    )
  })

  describe('limits', () => {
    it('slow down one person at one address, and a right password waits too', async () => {
      for (let i = 0; i < 6; i++) expect(await code(attempt(person.email, 'salah'))).toBe('wrong-credentials')
      const before = await fingerprint(test.database)
      expect(await code(attempt(person.email))).toBe('rate-limited')
      expect(await fingerprint(test.database)).toBe(before)
      expect(await code(attempt(person.email, PASSWORD, '10.0.0.2'))).toBe('done')
      clock.forward(6)
      expect(await code(attempt(person.email))).toBe('done')
      expect(await code(attempt(person.email, 'salah'))).toBe('wrong-credentials')
    })

    it('count an unknown login like a known one', async () => {
      for (let i = 0; i < 6; i++)
        expect(await code(attempt('hantu@contoh.id', 'x'))).toBe('wrong-credentials')
      expect(await code(attempt('hantu@contoh.id', 'x'))).toBe('rate-limited')
    })

    it('do not lock an office behind one address', async () => {
      const address = '172.16.0.9'
      const keys = (who: string) => signInKeys(who, address, false)
      await test.database.db.transaction(async tx => {
        for (let i = 0; i < 40; i++)
          for (let wrong = 0; wrong < 4; wrong++)
            expect(await reserveAttempt(tx, keys(`rekan ${i}`), TEST_NOW)).toBe(true)
      })
      expect(await code(attempt(person.email, PASSWORD, address))).toBe('done')
    })

    it('hold against guessing from many addresses, but not against the person at a known one', async () => {
      expect(await code(attempt(person.email, PASSWORD, '192.0.2.1'))).toBe('done')
      await test.database.db.transaction(async tx => {
        for (let i = 0; i < 30; i++)
          expect(await reserveAttempt(tx, signInKeys(person.id, `203.0.113.${i}`, false), TEST_NOW)).toBe(
            true,
          )
      })
      expect(await code(attempt(person.email, PASSWORD, '203.0.113.200'))).toBe('rate-limited')
      expect(await code(attempt(person.email, PASSWORD, '192.0.2.1'))).toBe('done')
    })

    it('are not slipped past by many attempts at once', async () => {
      const keys = signInKeys(person.id, '198.51.100.1', false)
      const taken = await Promise.all(
        Array.from({ length: 20 }, () =>
          test.database.db.transaction(tx => reserveAttempt(tx, keys, TEST_NOW)),
        ),
      )
      expect(taken.filter(Boolean)).toHaveLength(6)
    })
  })
})
