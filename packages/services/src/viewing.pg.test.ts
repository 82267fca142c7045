import { type Actor, VIEWING_MS } from '@mufakat/domain'
import { defined } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { code, testAccounts } from './account/test-accounts'
import * as services from './index'
import { makeOrganisation, makeRapat, type TestOrganisation } from './test-organisation'

describe('looking at the portal as another person', () => {
  let test: TestDatabase
  let organisation: TestOrganisation
  let world: ReturnType<typeof testAccounts>
  let admin: { token: string; session: services.Session }
  let staff: Actor
  beforeAll(async () => {
    test = await testDatabase()
    organisation = await makeOrganisation(test.database)
    staff = organisation.actor('staf_opd')
  })
  afterAll(() => test.close())
  beforeEach(async () => {
    world = testAccounts(test.database)
    admin = await world.signIn((await world.person({ role: 'admin' })).email)
  })

  const start = (personId: string = staff.personId) =>
    services.startViewing(world.ctx, admin.session.actor, {
      sessionId: admin.session.sessionId,
      personId,
      reason: 'bantuan',
    })
  const seen = async () => defined(await services.readSession(world.ctx, admin.token), 'the session')
  const entries = async () =>
    (
      await test.database.sql<{ action: string; subject: string; details: object }[]>`
        select action, subject_id as subject, details from audit_entry
        where actor_id = ${admin.session.person.id} and action like 'view-as.%' order by at, id`
    ).map(({ action, subject, details }) => [action, subject, details])

  it('[P15] makes the session that person, to read with, and gives it back', async () => {
    const rapatId = await makeRapat(world.ctx, organisation)
    await start()
    const viewed = await seen()
    expect(viewed.actor).toMatchObject({
      personId: staff.personId,
      role: 'staf_opd',
      opdId: organisation.ownOpd,
      viewedBy: admin.session.person.id,
    })
    expect(viewed.person).toMatchObject({ name: 'staf_opd own', email: null })
    expect(viewed.viewing?.adminName).toBe(admin.session.person.name)
    const { allowed } = await services.getRapat(world.ctx, viewed.actor, rapatId)
    expect(allowed).toMatchObject({ write: false, riwayat: true, nameVersion: false })
    const { actor, sessionId } = viewed
    const deviceId = '3f1f6f0a-5a55-4a3e-9f0a-1c2d3e4f5a6b'
    for (const closed of [
      () => services.listSessions(world.ctx, actor, sessionId),
      () => services.journalKeyFor(world.ctx, actor, { deviceId }),
      () => services.ownFactors(world.ctx, viewed),
      () => services.setLocale(world.ctx, actor, { locale: 'en' }),
      () => services.signOutEverywhere(world.ctx, actor),
      () => services.nameVersion(world.ctx, actor, { rapatId, name: 'x' }),
    ])
      expect(await code(closed())).toBe('view-only')
    expect(await code(start())).toBe('conflict')
    world.clock.forward(1)
    await services.stopViewing(world.ctx, viewed)
    expect(await seen()).toMatchObject({ actor: admin.session.actor, viewing: null })
    expect(await entries()).toEqual([
      ['view-as.start', staff.personId, { reason: 'bantuan' }],
      ['view-as.end', staff.personId, { ranOut: false }],
    ])
  })

  it('[P15] is refused of another admin, of oneself, of who is not active or has no account', async () => {
    const other = await world.person({ role: 'admin' })
    const gone = await world.person()
    await services.setAccountActive(world.ctx, admin.session.actor, { personId: gone.id, active: false })
    for (const personId of [other.id, admin.session.person.id, gone.id])
      expect(await code(start(personId))).toBe('conflict')
    expect(await entries()).toEqual([])
  })

  it('[P15] is over at the end of its time, with one entry however often the clock looks', async () => {
    await start()
    world.clock.forward(VIEWING_MS / 1000 - 1)
    expect((await seen()).viewing).not.toBe(null)
    await services.endOverdueViewings(world.ctx)
    expect((await seen()).viewing).not.toBe(null)
    world.clock.forward(1)
    expect(await seen()).toMatchObject({ actor: admin.session.actor, viewing: null })
    for (let round = 0; round < 3; round++) await services.endOverdueViewings(world.ctx)
    expect((await entries()).map(([action]) => action)).toEqual(['view-as.start', 'view-as.end'])
    // And may begin again.
    await start()
    expect((await seen()).viewing).not.toBe(null)
  })

  it('[P15] ends with the session, and with what made it right', async () => {
    await start()
    await test.database.sql`update person set role = 'sekretariat' where id = ${admin.session.person.id}`
    expect(await seen()).toMatchObject({ actor: { role: 'sekretariat' }, viewing: null })
    await test.database.sql`update person set role = 'admin' where id = ${admin.session.person.id}`
    await test.database.sql`update person set role = 'admin' where id = ${staff.personId}`
    expect((await seen()).viewing).toBe(null)
    await test.database.sql`update person set role = 'staf_opd' where id = ${staff.personId}`
    world.clock.forward(1)
    await services.signOut(world.ctx, admin.token)
    await services.endOverdueViewings(world.ctx)
    expect((await entries()).map(([action]) => action)).toEqual(['view-as.start', 'view-as.end'])
  })

  it('names the admin where something is recorded of the person', async () => {
    const inspektorat = { ...staff, opdKind: 'inspektorat' as const, viewedBy: admin.session.person.id }
    await services.inRequest('uji', async () => {
      services.noteViewing({ adminId: admin.session.person.id, personId: staff.personId })
      await services.exportAudit(world.ctx, inspektorat, services.auditFilterInput.parse({}))
    })
    const [entry] = await test.database.sql<{ actor: string; details: { viewedAs?: string } }[]>`
      select actor_id as actor, details from audit_entry where action = 'audit.export'`
    expect(entry).toMatchObject({ actor: admin.session.person.id, details: { viewedAs: staff.personId } })
  })
})
