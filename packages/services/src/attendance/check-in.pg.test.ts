import type { Actor } from '@mufakat/domain'
import { defined } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { editPeserta, setRapatStatus } from '../rapat-write'
import { makeOrganisation, makeRapat, TestClock, type TestOrganisation } from '../test-organisation'
import { openVault } from '../vault'
import { checkIn, checkInCode, checkInDoor, registerWalkIn, TICKET_SECONDS, takeTicket } from './check-in'
import { readAttendance, settleWalkIn } from './list'

const ADDRESS = '10.0.0.1'

describe('the code on the wall', () => {
  let test: TestDatabase
  let organisation: TestOrganisation
  let clock: TestClock
  let rapatId: string
  const ctx = () => ({ database: test.database, clock, vault: openVault('x'.repeat(32)) })
  const sekretariat = () => organisation.actor('sekretariat')

  beforeAll(async () => {
    test = await testDatabase()
    organisation = await makeOrganisation(test.database)
  })
  beforeEach(async () => {
    clock = new TestClock()
    rapatId = await makeRapat(ctx(), organisation)
    await setRapatStatus(ctx(), sekretariat(), { rapatId, status: 'berlangsung' })
  })
  afterAll(() => test.close())

  const codeOf = async (id = rapatId) => {
    const { path } = await checkInCode(ctx(), sekretariat(), id)
    expect(path.startsWith(`/hadir/${id}?kode=`)).toBe(true)
    return path.slice(path.indexOf('=') + 1)
  }
  const take = (code: string, id = rapatId) => takeTicket(ctx(), { rapatId: id, code, address: ADDRESS })
  const ticketNow = async () => defined(await take(await codeOf()), 'a ticket')
  const list = () => readAttendance(ctx(), sekretariat(), rapatId)
  const form = (ticket: string, more: Partial<Parameters<typeof registerWalkIn>[2]> = {}) => ({
    rapatId,
    ticket,
    name: 'Ani',
    nip: null,
    jabatan: 'Ketua',
    agency: 'PKK',
    phone: '+6281111111111',
    ...more,
  })
  const register = (ticket: string, more = {}) =>
    registerWalkIn(ctx(), { address: ADDRESS }, form(ticket, more))

  it('changes each minute, and counts for one more', async () => {
    const code = await codeOf()
    expect(await codeOf()).toBe(code)
    clock.forward(60)
    expect(await codeOf()).not.toBe(code)
    expect(await take(code)).not.toBeNull()
    clock.forward(60)
    expect(await take(code)).toBeNull()
  })

  it('opens no other rapat, and nothing when a sign of it is another', async () => {
    const other = await makeRapat(ctx(), organisation)
    const code = await codeOf()
    expect(await take(code, other)).toBeNull()
    const [step, signature = ''] = code.split('.')
    for (const bad of [
      `${Number(step) + 1}.${signature}`,
      `${step}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
      `${step}.`,
      '',
      'kode',
    ])
      expect(await take(bad)).toBeNull()
    const foreign = { ...ctx(), vault: openVault('y'.repeat(32)) }
    expect(await takeTicket(foreign, { rapatId, code, address: ADDRESS })).toBeNull()
  })

  it('slows down who guesses, and nobody who was given one', async () => {
    const address = '10.9.9.9'
    const code = await codeOf()
    const guess = (text: string) => takeTicket(ctx(), { rapatId, code: text, address })
    for (let n = 0; n < 60; n++) await guess('salah')
    await expect(guess('salah')).rejects.toMatchObject({ code: 'rate-limited' })
    for (let n = 0; n < 80; n++) expect(await take(code)).not.toBeNull()
  })

  it('marks the OPD of its head, and somebody of it for themselves, once', async () => {
    const ticket = await ticketNow()
    const staff = organisation.actor('staf_opd')
    await checkIn(ctx(), staff, { rapatId, ticket })
    const arrived = clock.now()
    // Their OPD is represented now.
    expect((await list()).opd[0]).toMatchObject({ presence: 'diwakilkan', revision: 0 })
    expect((await list()).quorum).toMatchObject({ present: 1, isReached: true })
    clock.forward(90)
    await checkIn(ctx(), staff, { rapatId, ticket })
    await checkIn(ctx(), organisation.actor('kepala_opd'), { rapatId, ticket })
    const { opd, people } = await list()
    expect(opd[0]).toMatchObject({ presence: 'hadir', arrivedAt: clock.now(), name: 'kepala_opd own' })
    expect(people.filter(one => one.personId === staff.personId)).toMatchObject([
      { as: 'staff', presence: 'hadir', arrivedAt: arrived },
    ])
    const door = await checkInDoor(ctx(), staff, { rapatId, ticket })
    expect(door).toMatchObject({ state: 'open', who: { name: 'staf_opd own', arrivedAt: arrived } })
  })

  it('leaves a ticket half an hour, and marks nobody with one that is over or of another rapat', async () => {
    const ticket = await ticketNow()
    const staff = organisation.actor('staf_opd')
    clock.forward(TICKET_SECONDS - 1)
    expect((await checkInDoor(ctx(), null, { rapatId, ticket })).state).toBe('open')
    clock.forward(1)
    expect((await checkInDoor(ctx(), null, { rapatId, ticket })).state).toBe('stale')
    await expect(checkIn(ctx(), staff, { rapatId, ticket })).rejects.toMatchObject({ code: 'conflict' })
    await expect(register(ticket)).rejects.toMatchObject({ code: 'conflict' })
    const other = await makeRapat(ctx(), organisation)
    const fresh = await ticketNow()
    await expect(checkIn(ctx(), staff, { rapatId: other, ticket: fresh })).rejects.toMatchObject({
      code: 'conflict',
    })
    expect((await list()).people).toEqual([])
  })

  it('refuses who does not take part, and asks them to fill in the form', async () => {
    const ticket = await ticketNow()
    const stranger = organisation.actor('staf_opd', 'other')
    await expect(checkIn(ctx(), stranger, { rapatId, ticket })).rejects.toMatchObject({ code: 'not-found' })
    expect((await checkInDoor(ctx(), stranger, { rapatId, ticket })).who).toBeNull()
  })

  it('marks a guest by link for themselves, in their rapat only', async () => {
    const personId = organisation.actor('tamu').personId
    await editPeserta(ctx(), sekretariat(), {
      rapatId,
      invitedOpdIds: [organisation.ownOpd],
      guests: [{ personId, canWrite: false }],
    })
    const guest: Actor = { personId, role: 'tamu', opdId: null, guestOf: rapatId }
    await checkIn(ctx(), guest, { rapatId, ticket: await ticketNow() })
    expect((await list()).people).toMatchObject([{ personId, as: 'guest', presence: 'hadir' }])
    const other = await makeRapat(ctx(), organisation)
    await expect(checkIn(ctx(), guest, { rapatId: other, ticket: '' })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('lets somebody without an account wait for an organiser, once', async () => {
    const ticket = await ticketNow()
    await register(ticket)
    await register(ticket, { name: 'ani' })
    const [waiting, ...more] = (await list()).people
    expect(more).toEqual([])
    expect(waiting).toMatchObject({
      name: 'Ani',
      agency: 'PKK',
      isWaiting: true,
      presence: null,
      phone: '+6281111111111',
    })
    // Nobody else sees them before that.
    const others = await readAttendance(ctx(), organisation.actor('kepala_opd'), rapatId)
    expect(others.people).toEqual([])
    const { key, revision } = defined(waiting, 'who waits')
    await settleWalkIn(ctx(), sekretariat(), { rapatId, key, revision, outcome: 'confirm' })
    expect((await list()).people).toMatchObject([
      { isWaiting: false, presence: 'hadir', arrivedAt: clock.now() },
    ])
    await expect(
      settleWalkIn(ctx(), sekretariat(), { rapatId, key, revision, outcome: 'reject' }),
    ).rejects.toMatchObject({ code: 'conflict' })
  })

  it('stores no number like a NIK, and not more forms than a hall fills in', async () => {
    const ticket = await ticketNow()
    await expect(register(ticket, { name: '1706010101900001' })).rejects.toMatchObject({
      code: 'invalid-input',
      fields: { name: 'field.nik' },
    })
    const fill = (n: number) =>
      registerWalkIn(ctx(), { address: '10.8.8.8' }, form(ticket, { name: `Warga ${n}` }))
    for (let n = 0; n < 300; n++) await fill(n)
    await expect(fill(300)).rejects.toMatchObject({ code: 'rate-limited' })
  })

  it('is not shown, and takes nobody, when the list is closed', async () => {
    const ticket = await ticketNow()
    await test.database.sql`update rapat set notula_state = 'disahkan' where id = ${rapatId}`
    expect((await checkInDoor(ctx(), null, { rapatId, ticket })).state).toBe('closed')
    const refused = { code: 'document-closed' }
    await expect(codeOf()).rejects.toMatchObject(refused)
    await expect(register(ticket)).rejects.toMatchObject(refused)
    await expect(checkIn(ctx(), organisation.actor('kepala_opd'), { rapatId, ticket })).rejects.toMatchObject(
      refused,
    )
  })
})
