import type { Actor } from '@mufakat/domain'
import { fingerprint, type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRapat, editPeserta, setRapatStatus, updateRapat } from '../rapat-write'
import {
  makeOrganisation,
  makeRapat,
  rapatInput,
  TestClock,
  type TestOrganisation,
} from '../test-organisation'
import { editInvitation, rapatEvent, readInvitation, sendInvitation } from './letter'
import { tellInvited } from './tell'

const BASE = 'https://rapat.contoh.go.id'

describe('inviting to a rapat', () => {
  let test: TestDatabase
  let organisation: TestOrganisation
  const clock = new TestClock()
  const ctx = () => ({ database: test.database, clock, baseUrl: BASE })
  const sekretariat = () => organisation.actor('sekretariat')
  const head = (side: 'own' | 'other' = 'own') => organisation.actor('kepala_opd', side)

  beforeAll(async () => {
    test = await testDatabase()
    organisation = await makeOrganisation(test.database)
    for (const side of ['own', 'other'] as const)
      for (const role of ['sekretariat', 'kepala_opd', 'staf_opd', 'tamu', 'pimpinan'] as const)
        await test.database.sql`update person set email = ${`${role.replace('_', '-')}-${side}@contoh.go.id`}
          where id = ${organisation.actor(role, side).personId}`
  })
  afterAll(() => test.close())

  interface Letter {
    template: string
    recipient: string
    data: {
      calendar: { uid: string; sequence: number; isCancelled: boolean; facts: { date: string } }
      changed?: string[]
      before?: { startTime: string }
    }
  }
  /** The letters of a rapat, in the order of their rounds. */
  const letters = (rapatId: string) =>
    test.database.sql<Letter[]>`select template, recipient, data from mail
      where event like ${`undangan:${rapatId}:%`} order by (data -> 'calendar' ->> 'sequence')::int, recipient`
  const told = async (rapatId: string) =>
    (await letters(rapatId)).map(
      one => `${one.data.calendar.sequence} ${one.template} ${one.recipient.split('@')[0]}`,
    )
  const jobs = async (rapatId: string) =>
    (
      await test.database.sql`select job.run_at as at from graphile_worker._private_jobs job
        where job.key = ${`undangan:${rapatId}`}`
    ).map(row => row.at as Date)
  const revisionOf = async (rapatId: string): Promise<number> => {
    const [row] = await test.database.sql<
      { revision: number }[]
    >`select revision from rapat where id = ${rapatId}`
    return row?.revision ?? 0
  }
  const change = async (rapatId: string, overrides: Parameters<typeof rapatInput>[0]) =>
    updateRapat(ctx(), sekretariat(), {
      ...rapatInput({ invitedOpdIds: [], ...overrides }),
      rapatId,
      revision: await revisionOf(rapatId),
    })
  const status = (rapatId: string, to: 'draf' | 'terjadwal' | 'ditunda' | 'dibatalkan' | 'berlangsung') =>
    setRapatStatus(ctx(), sekretariat(), { rapatId, status: to })
  const send = (rapatId: string) => sendInvitation(ctx(), sekretariat(), { rapatId })
  const officers = () => ({
    chairId: organisation.actor('pimpinan').personId,
    notulisId: sekretariat().personId,
  })

  it('mails nobody of a draft, whatever is done with it', async () => {
    const rapatId = await createRapat(
      ctx(),
      sekretariat(),
      rapatInput({ invitedOpdIds: [organisation.ownOpd] }),
    )
    const before = await fingerprint(test.database)
    await expect(send(rapatId)).rejects.toMatchObject({ code: 'conflict' })
    expect(await fingerprint(test.database)).toBe(before)
    await change(rapatId, { startTime: '10:00' })
    await tellInvited(ctx(), rapatId)
    expect([await told(rapatId), await jobs(rapatId)]).toEqual([[], []])
    // Nor when it is terjadwal, before somebody sends it.
    await status(rapatId, 'terjadwal')
    await tellInvited(ctx(), rapatId)
    expect([await told(rapatId), await jobs(rapatId)]).toEqual([[], []])
  })

  it('writes once to each: head, chair, notulis and guest', async () => {
    const rapatId = await makeRapat(ctx(), organisation, officers())
    await editPeserta(ctx(), sekretariat(), {
      rapatId,
      invitedOpdIds: [organisation.ownOpd],
      guests: [organisation.actor('tamu').personId, head().personId].map(personId => ({
        personId,
        canWrite: false,
      })),
    })
    expect(await send(rapatId)).toBe(4)
    expect(await told(rapatId)).toEqual(
      ['kepala-opd-own', 'pimpinan-own', 'sekretariat-own', 'tamu-own'].map(who => `0 rapat-invited ${who}`),
    )
    // Nothing has changed since.
    expect(await send(rapatId)).toBe(0)
    expect(await told(rapatId)).toHaveLength(4)
  })

  it('merges changes into one letter that says what is another now', async () => {
    const rapatId = await makeRapat(ctx(), organisation)
    await send(rapatId)
    await change(rapatId, { startTime: '10:00' })
    clock.forward(120)
    await change(rapatId, { startTime: '13:00', place: 'Ruang rapat' })
    expect(await jobs(rapatId)).toEqual([new Date(clock.now().getTime() + 5 * 60_000)])
    await change(rapatId, { startTime: '13:00', place: 'Ruang rapat', plannedMinutes: 60 })
    await tellInvited(ctx(), rapatId)
    expect(await told(rapatId)).toEqual(['0 rapat-invited kepala-opd-own', '1 rapat-changed kepala-opd-own'])
    const [first, second] = await letters(rapatId)
    expect(second?.data).toMatchObject({ changed: ['startTime', 'place'], before: { startTime: '09:00' } })
    expect(second?.data.calendar.uid).toBe(first?.data.calendar.uid)
    // A round that runs again, or finds nothing new, tells nothing.
    await tellInvited(ctx(), rapatId)
    await change(rapatId, { startTime: '13:00', place: 'Ruang rapat', plannedMinutes: 90 })
    await tellInvited(ctx(), rapatId)
    expect(await told(rapatId)).toHaveLength(2)
  })

  it('tells nothing when a change was taken back in time', async () => {
    const rapatId = await makeRapat(ctx(), organisation)
    await send(rapatId)
    await change(rapatId, { place: 'Tempat lain' })
    await change(rapatId, {})
    await tellInvited(ctx(), rapatId)
    expect(await told(rapatId)).toHaveLength(1)
  })

  it('invites who is added and withdraws who is left out, the others hear nothing', async () => {
    const rapatId = await makeRapat(ctx(), organisation, { invitedOpdIds: [organisation.ownOpd] })
    await editPeserta(ctx(), sekretariat(), {
      rapatId,
      invitedOpdIds: [organisation.ownOpd],
      guests: [{ personId: organisation.actor('tamu').personId, canWrite: false }],
    })
    await send(rapatId)
    await editPeserta(ctx(), sekretariat(), {
      rapatId,
      invitedOpdIds: [organisation.ownOpd, organisation.otherOpd],
      guests: [],
    })
    await tellInvited(ctx(), rapatId)
    expect(await told(rapatId)).toEqual([
      '0 rapat-invited kepala-opd-own',
      '0 rapat-invited tamu-own',
      '1 rapat-invited kepala-opd-other',
      '1 rapat-withdrawn tamu-own',
    ])
    expect((await letters(rapatId)).map(one => one.data.calendar.isCancelled)).toEqual([
      false,
      false,
      false,
      true,
    ])
  })

  it('takes it out of calendars when it is postponed, and puts it back with its new day', async () => {
    const rapatId = await makeRapat(ctx(), organisation)
    await send(rapatId)
    await status(rapatId, 'ditunda')
    await tellInvited(ctx(), rapatId)
    await change(rapatId, { date: '2026-12-15' })
    await tellInvited(ctx(), rapatId)
    await status(rapatId, 'terjadwal')
    await tellInvited(ctx(), rapatId)
    const all = await letters(rapatId)
    expect(all.map(one => [one.template, one.data.calendar.sequence, one.data.calendar.isCancelled])).toEqual(
      [
        ['rapat-invited', 0, false],
        ['rapat-postponed', 1, true],
        ['rapat-rescheduled', 2, false],
      ],
    )
    // What goes is what was there.
    expect(all.map(one => one.data.calendar.facts.date)).toEqual(['2026-12-08', '2026-12-08', '2026-12-15'])
    expect(new Set(all.map(one => one.data.calendar.uid))).toEqual(new Set([`${rapatId}@rapat.contoh.go.id`]))
  })

  it('cancels once, and invites anew when it is planned again', async () => {
    const rapatId = await makeRapat(ctx(), organisation)
    await send(rapatId)
    await status(rapatId, 'dibatalkan')
    await status(rapatId, 'draf')
    await tellInvited(ctx(), rapatId)
    await change(rapatId, { title: 'Rakor lain' })
    await tellInvited(ctx(), rapatId)
    await status(rapatId, 'terjadwal')
    await tellInvited(ctx(), rapatId)
    expect(await told(rapatId)).toEqual([
      '0 rapat-invited kepala-opd-own',
      '1 rapat-cancelled kepala-opd-own',
      '2 rapat-invited kepala-opd-own',
    ])
  })

  it('tells nobody anything once it has begun', async () => {
    const rapatId = await makeRapat(ctx(), organisation)
    await send(rapatId)
    await status(rapatId, 'berlangsung')
    await change(rapatId, { place: 'Ruang lain' })
    await tellInvited(ctx(), rapatId)
    expect(await told(rapatId)).toHaveLength(1)
  })

  it('writes to the Plh. of the day, not to whom they stand in for', async () => {
    const rapatId = await makeRapat(ctx(), organisation)
    const stand = organisation.actor('staf_opd')
    await test.database
      .sql`insert into jabatan_holding (id, jabatan_id, person_id, kind, from_date, until_date)
      select gen_random_uuid(), jabatan_id, ${stand.personId}, 'plh', '2026-12-08', '2026-12-08'
      from jabatan_holding where person_id = ${head().personId}`
    await send(rapatId)
    expect(await told(rapatId)).toEqual(['0 rapat-invited staf-opd-own'])
    await test.database.sql`delete from jabatan_holding where kind = 'plh'`
  })

  it('keeps the letter, and refuses a form that knows an older one', async () => {
    const rapatId = await makeRapat(ctx(), organisation)
    const letter = {
      rapatId,
      number: '005/7/2026',
      letterDate: '2026-11-24',
      nature: 'Segera',
      attachments: '1 berkas',
      subject: 'Undangan',
      basis: 'Inpres 8/2025',
      note: '',
      copies: ['Bupati', 'Wakil Bupati'],
      signerId: head().personId,
      signerTitle: 'Sekretaris Daerah',
      signerRank: 'Pembina Utama Muda (IV/c)',
    }
    await editInvitation(ctx(), sekretariat(), { ...letter, revision: 0 })
    await expect(editInvitation(ctx(), sekretariat(), { ...letter, revision: 0 })).rejects.toMatchObject({
      code: 'conflict',
    })
    await expect(
      editInvitation(ctx(), sekretariat(), { ...letter, revision: 1, note: 'NIK 1706010101900001' }),
    ).rejects.toMatchObject({ code: 'invalid-input', fields: { note: 'field.nik' } })
    await send(rapatId)
    const view = await readInvitation(ctx(), sekretariat(), rapatId)
    expect(view.letter).toMatchObject({
      number: '005/7/2026',
      copies: ['Bupati', 'Wakil Bupati'],
      signer: { name: 'kepala_opd own', title: 'Sekretaris Daerah' },
      revision: 1,
    })
    expect(view.sending).toMatchObject({
      firstSentAt: clock.now(),
      isPending: false,
      recipients: { all: 1, byMail: 1 },
    })
    await change(rapatId, { place: 'Ruang lain' })
    expect((await readInvitation(ctx(), sekretariat(), rapatId)).sending.isPending).toBe(true)
    expect((await readInvitation(ctx(), head(), rapatId)).sending.recipients).toBeNull()
    expect(await rapatEvent(ctx(), head(), rapatId)).toMatchObject({
      uid: `${rapatId}@rapat.contoh.go.id`,
      sequence: 0,
      place: 'Ruang lain',
    })
  })

  it('mails nothing when the round fails', async () => {
    const rapatId = await makeRapat(ctx(), organisation)
    const broken = { ...ctx(), baseUrl: 'tidak ada' }
    await expect(sendInvitation(broken, sekretariat() as Actor, { rapatId })).rejects.toThrow()
    expect(await told(rapatId)).toEqual([])
    expect((await readInvitation(ctx(), sekretariat(), rapatId)).sending.firstSentAt).toBeNull()
  })
})
