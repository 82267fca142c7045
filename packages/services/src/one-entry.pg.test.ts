import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as services from './index'
import { hashPassword } from './password'
import type { TestOrganisation } from './test-organisation'
import { makeOrganisation, makeRapat, rapatInput, TEST_NOW } from './test-organisation'

// Every use-case that a person calls is walked in permissions.pg.test.ts. Here stand those that nobody in particular
// calls, and calls that change nothing.

let test: TestDatabase
let organisation: TestOrganisation
let ctx: services.ServiceContext
beforeAll(async () => {
  test = await testDatabase()
  organisation = await makeOrganisation(test.database)
  ctx = { database: test.database, clock: { now: () => TEST_NOW } }
})
afterAll(() => test.close())

/** The actions of the entries that a call leaves. */
async function left(call: () => Promise<unknown>): Promise<string[]> {
  const [row] = await test.database.sql<{ n: number }[]>`select count(*)::int as n from audit_link`
  await call()
  const entries = await test.database.sql<{ action: string }[]>`
    select action from audit_link join audit_entry on id = entry_id where number > ${row?.n ?? 0} order by number`
  return entries.map(({ action }) => action)
}

describe('an entry of the audit', () => {
  it('is left by signing in and out, and by none of the failures', async () => {
    const { personId } = organisation.actor('admin')
    const passwordHash = await hashPassword('rahasia sekali')
    await test.database
      .sql`update person set email = 'a@contoh.id', password_hash = ${passwordHash} where id = ${personId}`
    const credentials = {
      login: 'a@contoh.id',
      password: 'rahasia sekali',
      address: '127.0.0.1',
      userAgent: '',
    }
    let token = ''
    expect(
      await left(async () => {
        token = (await services.signIn(ctx, credentials)).token
      }),
    ).toEqual(['session.start'])
    expect(await left(() => services.signOut(ctx, token))).toEqual(['session.end'])
    expect(await left(() => services.signOut(ctx, token))).toEqual([])
    const wrong = services.signIn(ctx, { ...credentials, password: 'keliru' })
    expect(await left(() => expect(wrong).rejects.toMatchObject({ code: 'wrong-credentials' }))).toEqual([])
  })

  it('is not left where nothing was changed', async () => {
    const admin = organisation.actor('admin')
    const rapatId = await makeRapat(ctx, organisation)
    const same = { rapatId, invitedOpdIds: [organisation.ownOpd] }
    const unchanged = async () => {
      await services.updateRapat(ctx, admin, { ...rapatInput(same), rapatId, revision: 2 })
      await services.setRapatStatus(ctx, admin, { rapatId, status: 'terjadwal' })
      await services.editPeserta(ctx, admin, { ...same, guests: [] })
    }
    expect(await left(unchanged)).toEqual([])
  })
})
