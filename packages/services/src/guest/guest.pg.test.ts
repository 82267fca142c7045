import type { Actor } from '@mufakat/domain'
import { defined } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { code, tokenOf } from '../account/test-accounts'
import * as services from '../index'
import { makeOrganisation, makeRapat, TestClock, type TestOrganisation } from '../test-organisation'

const BASE_URL = 'https://rapat.contoh.go.id'
const VISITOR = { address: '10.1.2.3', userAgent: 'peramban' }
const HOUR_S = 3_600
const DAY_S = 24 * HOUR_S

describe('guests by link', () => {
  let test: TestDatabase
  let organisation: TestOrganisation
  let clock: TestClock
  let ctx: services.MailingContext
  let rapatId: string
  let sekretariat: Actor
  beforeAll(async () => {
    test = await testDatabase()
    organisation = await makeOrganisation(test.database)
    sekretariat = organisation.actor('sekretariat')
  })
  afterAll(() => test.close())
  beforeEach(async () => {
    clock = new TestClock()
    ctx = { database: test.database, clock, baseUrl: BASE_URL }
    rapatId = await makeRapat(ctx, organisation)
    await test.database.sql`delete from rate_bucket`
  })

  const invite = async (more: Partial<services.InviteGuestInput> = {}) => {
    const input = { name: 'Budi Santoso', agency: 'BPS', canWrite: true, lastDay: '2026-12-11', email: null }
    const link = await services.inviteGuest(ctx, sekretariat, { rapatId, ...input, ...more })
    return { link, token: tokenOf(link.path) }
  }
  const enter = (token: string) => services.enterAsGuest(ctx, { token, visitor: VISITOR })
  const actorBy = async (token: string) => (await services.readSession(ctx, token))?.actor ?? null
  const door = (token: string) => services.guestDoor(ctx, { token, address: VISITOR.address })

  it('[G1] says what it opens and for whom, and opens that alone', async () => {
    const { link, token } = await invite()
    expect(link).toMatchObject({ mailed: false, expiresAt: new Date('2026-12-11T16:59:59.999Z') })
    expect(await door(token)).toMatchObject({
      state: 'open',
      name: 'Budi Santoso (tamu)',
      agency: 'BPS',
      canWrite: true,
      rapat: { id: rapatId, title: 'Rakor percobaan' },
    })
    const session = defined(
      await services.readSession(ctx, (await enter(token)).token),
      'a session of the guest',
    )
    const { actor, person } = session
    expect(person).toMatchObject({ name: 'Budi Santoso (tamu)', jabatan: 'BPS', email: null })
    expect(actor).toMatchObject({ role: 'tamu', guestOf: rapatId })
    const { allowed, guests } = await services.getRapat(ctx, actor, rapatId)
    expect(allowed).toMatchObject({ write: true, riwayat: false, manageGuests: false })
    expect(guests).toEqual([
      {
        id: actor.personId,
        name: 'Budi Santoso (tamu)',
        jabatan: 'BPS',
        opd: null,
        canWrite: true,
        byLink: true,
      },
    ])
    const another = await makeRapat(ctx, organisation)
    expect(await code(services.getRapat(ctx, actor, another))).toBe('not-found')
    for (const closed of [
      () => services.beranda(ctx, actor),
      () => services.listRapat(ctx, actor, services.rapatFilterInput.parse({})),
      () => services.listOpd(ctx, actor),
      () => services.listPeople(ctx, actor),
      () => services.listSessions(ctx, actor, session.sessionId),
      () => services.riwayat(ctx, actor, rapatId),
    ])
      expect(await code(closed())).toBe('forbidden')
  })

  it('[P14] stay theirs when the invitation is edited, and are chosen nowhere', async () => {
    const { token } = await invite()
    const actor = defined(await actorBy((await enter(token)).token), 'the guest')
    await services.editPeserta(ctx, sekretariat, { rapatId, invitedOpdIds: [], guests: [] })
    expect((await services.getRapat(ctx, actor, rapatId)).allowed.write).toBe(true)
    const people = await services.listPeople(ctx, sekretariat)
    expect(people.map(person => person.id)).not.toContain(actor.personId)
    const admin = organisation.actor('admin')
    const { personId } = actor
    expect(await code(services.getAccount(ctx, admin, personId))).toBe('not-found')
    expect(await code(services.invite(ctx, admin, { personId, byMail: false }))).toBe('not-found')
    const guests = [{ personId, canWrite: true }]
    const another = await makeRapat(ctx, organisation)
    expect(
      await code(services.editPeserta(ctx, sekretariat, { rapatId: another, invitedOpdIds: [], guests })),
    ).toBe('invalid-input')
    const { accounts } = await services.listAccounts(
      ctx,
      admin,
      services.accountFilterInput.parse({ text: 'Santoso' }),
    )
    expect(accounts).toEqual([])
  })

  it('[G3] come in as often as they like, until the link is revoked: then all that came by it is over', async () => {
    const { token } = await invite()
    const [phone, desk] = [await enter(token), await enter(token)]
    const actor = defined(await actorBy(phone.token), 'the guest')
    expect((await actorBy(desk.token))?.personId).toBe(actor.personId)
    await services.revokeGuestLink(ctx, sekretariat, { rapatId, personId: actor.personId })
    expect([await actorBy(phone.token), await actorBy(desk.token)]).toEqual([null, null])
    expect(await door(token)).toMatchObject({ state: 'void', rapat: null, name: '' })
    expect(await code(enter(token))).toBe('conflict')
  })

  it('[G3] have one link: made anew, with another right, it voids the older', async () => {
    const { token } = await invite({ canWrite: false })
    const before = await enter(token)
    const { personId } = defined(await actorBy(before.token), 'the guest')
    const input = { rapatId, personId, canWrite: true, lastDay: '2026-12-12', email: null }
    const anew = tokenOf((await services.renewGuestLink(ctx, sekretariat, input)).path)
    expect(await actorBy(before.token)).toBe(null)
    expect((await door(token)).state).toBe('void')
    const actor = defined(await actorBy((await enter(anew)).token), 'the guest again')
    expect(actor.personId).toBe(personId)
    expect((await services.getRapat(ctx, actor, rapatId)).allowed.write).toBe(true)
    const { links } = await services.guestLinks(ctx, sekretariat, rapatId)
    expect(links).toMatchObject([{ personId, canWrite: true, state: 'open', lastSeenAt: clock.now() }])
  })

  it('[G2] last until the end of the day in the zone, with every session', async () => {
    const { token } = await invite({ lastDay: '2026-11-25' })
    const entered = await enter(token)
    // 26 November 00.00 WIB is 38 hours after the test's now.
    clock.forward(38 * HOUR_S - 1)
    expect(await actorBy(entered.token)).not.toBe(null)
    expect((await door(token)).state).toBe('open')
    clock.forward(1)
    expect(await actorBy(entered.token)).toBe(null)
    expect(await door(token)).toMatchObject({ state: 'expired', rapat: { title: 'Rakor percobaan' } })
    expect(await code(enter(token))).toBe('conflict')
  })

  it('[G2] take no day before today or too far away', async () => {
    for (const lastDay of ['2026-11-23', '2027-01-06'])
      await expect(invite({ lastDay })).rejects.toMatchObject({
        code: 'invalid-input',
        fields: { lastDay: 'field.last-day' },
      })
    await invite({ lastDay: '2027-01-05' })
  })

  it('wait while the rapat is a draf, and cannot write what is ratified', async () => {
    const { token } = await invite()
    await test.database.sql`update rapat set status = 'draf' where id = ${rapatId}`
    expect((await door(token)).state).toBe('not-yet')
    expect(await code(enter(token))).toBe('conflict')
    await test.database
      .sql`update rapat set status = 'selesai', notula_state = 'disahkan' where id = ${rapatId}`
    const actor = await actorBy((await enter(token)).token)
    expect((await services.getRapat(ctx, actor, rapatId)).allowed.write).toBe(false)
    expect(await code(invite())).toBe('document-closed')
    const personId = actor?.personId ?? ''
    expect(await code(services.revokeGuestLink(ctx, sekretariat, { rapatId, personId }))).toBe('done')
  })

  it('slow down who guesses, from that network alone, and no guest of it who has a link', async () => {
    const { token } = await invite()
    const guess = (at: number) => door(`${'A'.repeat(41)}${String(at).padStart(2, '0')}`)
    for (let at = 0; at < 30; at++) expect((await guess(at)).state).toBe('unknown')
    expect(await code(guess(30))).toBe('rate-limited')
    expect(await code(door(token))).toBe('rate-limited')
    expect((await services.guestDoor(ctx, { token, address: '10.9.9.9' })).state).toBe('open')
    clock.forward(60)
    for (let at = 0; at < 3; at++) expect((await door(token)).state).toBe('open')
  })

  it('have their link mailed where that is wanted; no address is kept but in the letter', async () => {
    const { link } = await invite({ email: 'budi@bps.go.id' })
    expect(link.mailed).toBe(true)
    const [mail] = await test.database.sql<{ data: { link: string; name: string } }[]>`
      select data from mail where recipient = 'budi@bps.go.id' and template = 'guest-link'`
    expect(mail?.data).toMatchObject({ link: BASE_URL + link.path, name: 'Budi Santoso' })
    const [kept] = await test.database.sql<{ n: number }[]>`
      select count(*)::int as n from audit_entry where details::text like '%budi@%'`
    expect(kept?.n).toBe(0)
  })

  it('are never asked for a second factor, however strict the rule', async () => {
    const admin = organisation.actor('admin')
    await services.setFactorRule(ctx, admin, { groups: ['lainnya'], graceDays: 0 })
    const { token } = await invite()
    const entered = await enter(token)
    clock.forward(DAY_S)
    expect(await actorBy(entered.token)).not.toBe(null)
    await services.setFactorRule(ctx, admin, { groups: [], graceDays: 0 })
  })

  it('[G4] may be held to some agenda items, which must be there, until a link gives more', async () => {
    const { items } = await services.guestLinks(ctx, sekretariat, rapatId)
    const itemId = defined(items[1], 'an item').itemId
    await expect(invite({ itemIds: ['tidak-ada'] })).rejects.toMatchObject({
      code: 'invalid-input',
      fields: { itemIds: 'field.unknown' },
    })
    expect(services.inviteGuestInput.safeParse({ itemIds: [] }).success).toBe(false)
    const { token } = await invite({ itemIds: [itemId, itemId] })
    const actor = defined(await actorBy((await enter(token)).token), 'the guest')
    const held = await services.getRapat(ctx, actor, rapatId)
    expect([held.allowed.write, held.allowed.writeItems]).toEqual([true, [itemId]])
    const [link] = (await services.guestLinks(ctx, sekretariat, rapatId)).links
    expect(link?.itemIds).toEqual([itemId])
    const again = { rapatId, personId: actor.personId, canWrite: true, lastDay: '2026-12-11', email: null }
    await services.renewGuestLink(ctx, sekretariat, again)
    expect((await services.getRapat(ctx, actor, rapatId)).allowed.writeItems).toBeNull()
  })

  it('leave one entry for each of link, entrance, renewal and end', async () => {
    const { token } = await invite()
    const { personId } = defined(await actorBy((await enter(token)).token), 'the guest')
    const again = { rapatId, personId, canWrite: false, lastDay: '2026-12-11', email: null }
    await services.renewGuestLink(ctx, sekretariat, again)
    await services.revokeGuestLink(ctx, sekretariat, { rapatId, personId })
    await services.revokeGuestLink(ctx, sekretariat, { rapatId, personId })
    const rows = await test.database.sql<{ action: string }[]>`
      select action from audit_entry where subject_id = ${personId} or actor_id = ${personId} order by at, id`
    expect(rows.map(row => row.action).sort()).toEqual([
      'session.start',
      'tamu.invite',
      'tamu.renew',
      'tamu.revoke',
    ])
  })
})
