import type { Actor, Presence } from '@mufakat/domain'
import { defined, newId } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editPeserta, setRapatStatus } from '../rapat-write'
import { changeSetting } from '../settings/settings'
import { makeOrganisation, makeRapat, TestClock, type TestOrganisation } from '../test-organisation'
import {
  addWalkIn,
  attendanceRecord,
  correctAttendance,
  markAttendance,
  readAttendance,
  settleWalkIn,
} from './list'
import { answerRsvp, readRsvp } from './rsvp'

describe('who comes, and who came', () => {
  let test: TestDatabase
  let organisation: TestOrganisation
  const clock = new TestClock()
  const ctx = () => ({ database: test.database, clock })
  const sekretariat = () => organisation.actor('sekretariat')
  const head = (side: 'own' | 'other' = 'own') => organisation.actor('kepala_opd', side)
  const staff = () => organisation.actor('staf_opd')
  const opdKey = () => `opd:${organisation.ownOpd}`

  beforeAll(async () => {
    test = await testDatabase()
    organisation = await makeOrganisation(test.database)
    await test.database.sql`update person set phone = '+6281234567890', nip = '198002292005011001'
      where id = ${head().personId}`
  })
  afterAll(() => test.close())

  const rapat = (overrides: Parameters<typeof makeRapat>[2] = {}) =>
    makeRapat(ctx(), organisation, {
      invitedOpdIds: [organisation.ownOpd, organisation.otherOpd],
      chairId: organisation.actor('pimpinan').personId,
      ...overrides,
    })
  const list = (rapatId: string, actor: Actor = sekretariat()) => readAttendance(ctx(), actor, rapatId)
  const entry = async (rapatId: string, key: string, actor?: Actor) => {
    const { opd, people } = await list(rapatId, actor)
    return defined(
      [...opd, ...people].find(one => one.key === key),
      key,
    )
  }
  const mark = async (rapatId: string, key: string, presence: Presence, actor: Actor = sekretariat()) =>
    markAttendance(ctx(), actor, {
      rapatId,
      key,
      presence,
      revision: (await entry(rapatId, key)).revision,
    })
  const answer = (
    rapatId: string,
    actor: Actor,
    input: Partial<Parameters<typeof answerRsvp>[2]> = {},
  ): Promise<void> =>
    answerRsvp(ctx(), actor, {
      rapatId,
      key: opdKey(),
      revision: 0,
      answer: 'hadir',
      deputyId: null,
      deputyName: '',
      deputyJabatan: '',
      reason: '',
      ...input,
    })
  const correction = (rapatId: string, key: string, revision: number) => ({
    rapatId,
    key,
    revision,
    presence: 'hadir' as const,
    deputyName: '',
    deputyJabatan: '',
    deputyNip: null,
    arrivedAt: '09:10',
    leftAt: '11:45',
  })
  const onTheDay = async (rapatId: string) =>
    setRapatStatus(ctx(), sekretariat(), { rapatId, status: 'berlangsung' })

  it('lets an OPD answer for itself, by its head or its staff, and nobody for another', async () => {
    const rapatId = await rapat()
    const { isOpen, own } = await readRsvp(ctx(), staff(), rapatId)
    expect([isOpen, own.map(line => [line.key, line.answer])]).toEqual([true, [[opdKey(), null]]])
    expect(own[0]?.candidates.map(one => one.name)).toContain('staf_opd own')
    expect(own[0]?.candidates.map(one => one.name)).not.toContain('kepala_opd own')
    await expect(answer(rapatId, head(), { answer: 'diwakilkan' })).rejects.toMatchObject({
      code: 'invalid-input',
      fields: { deputyName: 'field.deputy' },
    })
    await answer(rapatId, head(), { answer: 'diwakilkan', deputyId: staff().personId })
    expect(await entry(rapatId, opdKey())).toMatchObject({
      rsvp: 'diwakilkan',
      presence: null,
      deputy: { id: staff().personId, name: 'staf_opd own', jabatan: 'Jabatan staf_opd' },
    })
    await expect(answer(rapatId, staff())).rejects.toMatchObject({ code: 'conflict' })
    await answer(rapatId, staff(), { revision: 1, answer: 'izin', reason: 'Dinas luar' })
    expect(await entry(rapatId, opdKey())).toMatchObject({
      presence: 'izin',
      deputy: null,
      rsvpReason: 'Dinas luar',
    })
    await expect(answer(rapatId, head('other'), { revision: 2 })).rejects.toMatchObject({ code: 'not-found' })
    // The sekretariat answers for anybody who is expected.
    await answer(rapatId, sekretariat(), { revision: 2, answer: 'hadir' })
    const chair = `person:${organisation.actor('pimpinan').personId}`
    await answer(rapatId, sekretariat(), { key: chair, answer: 'hadir' })
    await expect(answer(rapatId, sekretariat(), { key: `person:${staff().personId}` })).rejects.toMatchObject(
      { code: 'not-found' },
    )
  })

  it('takes answers while the rapat is terjadwal', async () => {
    const rapatId = await rapat()
    await onTheDay(rapatId)
    await expect(answer(rapatId, head())).rejects.toMatchObject({ code: 'conflict' })
    expect((await readRsvp(ctx(), head(), rapatId)).isOpen).toBe(false)
  })

  it('marks in one press, with the moment of arriving while the rapat is on', async () => {
    const rapatId = await rapat()
    await mark(rapatId, opdKey(), 'hadir')
    expect(await entry(rapatId, opdKey())).toMatchObject({ presence: 'hadir', arrivedAt: null, revision: 1 })
    await onTheDay(rapatId)
    await mark(rapatId, opdKey(), 'hadir')
    expect(await entry(rapatId, opdKey())).toMatchObject({ presence: 'hadir', arrivedAt: clock.now() })
    await expect(mark(rapatId, opdKey(), 'diwakilkan')).rejects.toMatchObject({
      fields: { deputyName: 'field.deputy' },
    })
    await mark(rapatId, opdKey(), 'izin')
    expect(await entry(rapatId, opdKey())).toMatchObject({ presence: 'izin', arrivedAt: null })
    await expect(
      markAttendance(ctx(), sekretariat(), { rapatId, key: opdKey(), revision: 1, presence: 'hadir' }),
    ).rejects.toMatchObject({ code: 'conflict' })
  })

  it('counts the quorum by OPD, with the share that is set', async () => {
    const rapatId = await rapat()
    expect((await list(rapatId)).quorum).toEqual({ invited: 2, present: 0, isReached: false })
    await mark(rapatId, opdKey(), 'hadir')
    expect((await list(rapatId)).quorum).toEqual({ invited: 2, present: 1, isReached: false })
    const share = (quorumPercent: number, revision: number) =>
      changeSetting(ctx(), organisation.actor('admin'), {
        key: 'attendance',
        value: { quorumPercent },
        revision,
      })
    await share(33, 0)
    expect((await list(rapatId)).quorum.isReached).toBe(true)
    await share(50, 1)
    await correctAttendance(ctx(), sekretariat(), {
      ...correction(rapatId, `opd:${organisation.otherOpd}`, 0),
      presence: 'diwakilkan',
      deputyName: 'Budi',
      deputyJabatan: 'Sekretaris Dinas',
      deputyNip: '198002292005011001',
    })
    expect((await list(rapatId)).quorum).toEqual({ invited: 2, present: 2, isReached: true })
  })

  it('corrects times of the day of the rapat, and lets nobody leave before they came', async () => {
    const rapatId = await rapat()
    const wrong = { ...correction(rapatId, opdKey(), 0), leftAt: '08:00' }
    await expect(correctAttendance(ctx(), sekretariat(), wrong)).rejects.toMatchObject({
      fields: { leftAt: 'field.left-before' },
    })
    await expect(
      correctAttendance(ctx(), sekretariat(), { ...wrong, arrivedAt: null }),
    ).rejects.toMatchObject({ fields: { leftAt: 'field.left-before' } })
    await correctAttendance(ctx(), sekretariat(), correction(rapatId, opdKey(), 0))
    expect(await entry(rapatId, opdKey())).toMatchObject({
      arrivedAt: new Date('2026-12-08T02:10:00Z'),
      leftAt: new Date('2026-12-08T04:45:00Z'),
    })
  })

  it('tells telephone numbers to the organisers, NIP and reasons to who keeps the list', async () => {
    const rapatId = await rapat({ notulisId: staff().personId })
    await answer(rapatId, head(), { answer: 'izin', reason: 'Sakit' })
    await addWalkIn(ctx(), sekretariat(), {
      rapatId,
      name: 'Warga',
      nip: null,
      jabatan: '',
      agency: 'LSM',
      phone: '+6281111111111',
    })
    const seen = async (actor: Actor) => {
      const { opd, people } = await list(rapatId, actor)
      return [opd[0]?.phone, opd[0]?.nip, opd[0]?.rsvpReason, people.at(-1)?.phone]
    }
    expect(await seen(sekretariat())).toEqual([
      '+6281234567890',
      '198002292005011001',
      'Sakit',
      '+6281111111111',
    ])
    expect(await seen(staff())).toEqual([null, '198002292005011001', 'Sakit', null])
    for (const actor of [head(), organisation.actor('pimpinan')])
      expect(await seen(actor)).toEqual([null, null, '', null])
  })

  it('lets the notulis keep the list, and the other staff not', async () => {
    const rapatId = await rapat({ notulisId: staff().personId })
    await mark(rapatId, opdKey(), 'hadir', staff())
    await expect(mark(rapatId, opdKey(), 'izin', head())).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('keeps one row of one person without an account, and takes off with all they typed who was not there', async () => {
    const rapatId = await rapat()
    const somebody = {
      rapatId,
      name: 'Ani',
      nip: null,
      jabatan: 'Ketua',
      agency: 'PKK',
      phone: '+6281111111111',
    }
    await addWalkIn(ctx(), sekretariat(), somebody)
    await expect(addWalkIn(ctx(), sekretariat(), { ...somebody, name: 'ANI' })).rejects.toMatchObject({
      fields: { name: 'field.on-the-list' },
    })
    await expect(
      addWalkIn(ctx(), sekretariat(), { ...somebody, name: '1706010101900001' }),
    ).rejects.toMatchObject({ fields: { name: 'field.nik' } })
    const [walkIn] = (await list(rapatId)).people.filter(one => one.as === 'walk-in')
    const { key, revision } = defined(walkIn, 'a walk-in')
    await settleWalkIn(ctx(), sekretariat(), { rapatId, key, revision, outcome: 'reject' })
    const [left] = await test.database.sql`select count(*)::int as n from attendance where name = 'Ani'`
    expect(left?.n).toBe(0)
  })

  it('closes with the notula: nothing is marked any more, and silence is tanpa keterangan', async () => {
    const rapatId = await rapat()
    await mark(rapatId, opdKey(), 'hadir')
    await test.database.sql`update rapat set notula_state = 'disahkan' where id = ${rapatId}`
    const closed = await list(rapatId)
    expect([closed.isClosed, closed.takesMarks, closed.allowed.edit]).toEqual([true, false, false])
    expect(closed.opd.map(one => one.presence)).toEqual(['hadir', 'tanpa_keterangan'])
    const refused = { code: 'document-closed' }
    await expect(mark(rapatId, opdKey(), 'izin')).rejects.toMatchObject(refused)
    await expect(
      correctAttendance(ctx(), sekretariat(), correction(rapatId, opdKey(), 1)),
    ).rejects.toMatchObject(refused)
    await expect(answer(rapatId, head(), { revision: 1 })).rejects.toMatchObject(refused)
    await expect(
      settleWalkIn(ctx(), sekretariat(), { rapatId, key: `row:${newId()}`, revision: 1, outcome: 'reject' }),
    ).rejects.toMatchObject(refused)
  })

  it('keeps the names of the day when people move on', async () => {
    const rapatId = await rapat()
    await mark(rapatId, opdKey(), 'hadir')
    const { sql } = test.database
    await sql`update person set name = 'Nama lain' where id = ${head().personId}`
    const record = await attendanceRecord(test.database.db, rapatId, '2027-01-01')
    expect(record.opd[0]).toMatchObject({ name: 'kepala_opd own', nip: '198002292005011001' })
    await sql`update person set name = 'kepala_opd own' where id = ${head().personId}`
  })

  it('marks guests for themselves, and leaves out who is no longer one and was never marked', async () => {
    const rapatId = await rapat()
    const tamu = organisation.actor('tamu')
    const guests = [{ personId: tamu.personId, canWrite: false }]
    const invitedOpdIds = [organisation.ownOpd]
    await editPeserta(ctx(), sekretariat(), { rapatId, invitedOpdIds, guests })
    await answer(rapatId, tamu, { key: `person:${tamu.personId}`, answer: 'hadir' })
    expect(await entry(rapatId, `person:${tamu.personId}`)).toMatchObject({ as: 'guest', rsvp: 'hadir' })
    await expect(answer(rapatId, tamu, { key: opdKey() })).rejects.toMatchObject({ code: 'not-found' })
  })
})
