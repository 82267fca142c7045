import type { Actor } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as services from '../index'
import { makeOrganisation, makeRapat, TestClock, type TestOrganisation } from '../test-organisation'
import { TestWriter } from '../test-writer'

let test: TestDatabase
let organisation: TestOrganisation
const clock = new TestClock()
beforeAll(async () => {
  test = await testDatabase()
  organisation = await makeOrganisation(test.database)
})
afterAll(() => test.close())

const ctx = () => ({ database: test.database, clock })
const refused = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    error => (error instanceof AppError ? { code: error.code, fields: error.fields } : error),
  )
const boss = () => organisation.actor('sekretariat')
const notulis = () => organisation.actor('staf_opd', 'other')
const head = () => organisation.actor('kepala_opd')

describe('reading back', () => {
  let rapatId: string
  let writer: TestWriter
  beforeEach(async () => {
    rapatId = await makeRapat(ctx(), organisation, {
      notulisId: notulis().personId,
      invitedOpdIds: [organisation.ownOpd, organisation.otherOpd],
    })
    await services.setRapatStatus(ctx(), boss(), { rapatId, status: 'berlangsung' })
    const { documentId } = await services.getRapat(ctx(), boss(), rapatId)
    writer = await TestWriter.open(ctx(), documentId, notulis().personId)
    writer.write({ kind: 'keputusan', text: 'Data dikunci akhir tahun.' })
    writer.write({
      id: 'tl',
      kind: 'tindak-lanjut',
      text: 'Menyusun daftar lokasi.',
      attrs: { owner: organisation.ownOpd, tenggat: '2026-12-20' },
    })
    await writer.commit()
  })

  const list = (actor: Actor = head()) => services.readBack(ctx(), actor, rapatId)
  const only = async (actor?: Actor) => (await list(actor)).items[0]?.tindakLanjut[0]
  const accept = async (actor: Actor = head(), more: object = {}) =>
    services.acceptTindakLanjut(ctx(), actor, {
      rapatId,
      lineId: 'tl',
      hash: (await only())?.hash ?? '',
      saidBy: '',
      ...more,
    })
  const counter = async (offer: object, actor: Actor = head()) =>
    services.counterTindakLanjut(
      ctx(),
      actor,
      services.counterInput.parse({
        rapatId,
        lineId: 'tl',
        hash: (await only())?.hash,
        text: 'Menyusun daftar lokasi.',
        ownerOpdId: organisation.ownOpd,
        tenggat: '2026-12-20',
        reason: 'Data belum lengkap.',
        ...offer,
      }),
    )
  const decide = async (deed: 'take' | 'decline', actor: Actor = notulis()) => {
    const answerId = (await only())?.counters.at(-1)?.id ?? ''
    return services.decideCounterOffer(ctx(), actor, { rapatId, answerId, deed, note: 'Disepakati.' })
  }

  it('shows what was decided, by the newest text, and who may answer', async () => {
    const { items, load, isOpen } = await list()
    expect(items).toMatchObject([
      {
        keputusan: [{ text: 'Data dikunci akhir tahun.' }],
        tindakLanjut: [
          {
            lineId: 'tl',
            owner: { shortName: 'Sendiri' },
            tenggat: '2026-12-20',
            mayAnswer: true,
            forOthers: false,
          },
        ],
      },
    ])
    expect({ load, isOpen }).toEqual({
      load: { total: 1, accepted: 0, countered: 0, ownerless: 0 },
      isOpen: true,
    })
    expect(await only(organisation.actor('kepala_opd', 'other'))).toMatchObject({ mayAnswer: false })
    expect(await only(boss())).toMatchObject({ mayAnswer: true, forOthers: false })
    expect(await only(notulis())).toMatchObject({ mayAnswer: true, forOthers: true })
  })

  it('[BU2] keeps an acceptance with its seal for good, and tells when it no longer holds', async () => {
    await accept()
    await accept()
    const accepted = await only()
    expect(accepted).toMatchObject({
      isAccepted: true,
      acceptances: [{ holds: true, opd: { shortName: 'Sendiri' } }],
    })
    expect(accepted?.acceptances).toHaveLength(1)
    expect(accepted?.acceptances[0]?.hash).toBe(accepted?.hash)
    writer.setAttr('tl', 'tenggat', '2027-01-31')
    await writer.commit()
    expect(await only()).toMatchObject({ isAccepted: false, acceptances: [{ holds: false }] })
    writer.setAttr('tl', 'tenggat', '2026-12-20')
    await writer.commit()
    expect(await only()).toMatchObject({ isAccepted: true })
  })

  it('refuses what was not before their eyes, and stores nothing', async () => {
    const { hash = '' } = (await only()) ?? {}
    writer.setAttr('tl', 'tenggat', '2027-01-31')
    await writer.commit()
    expect(await refused(accept(head(), { hash }))).toMatchObject({ code: 'conflict' })
    expect((await only())?.acceptances).toEqual([])
  })

  it('[BU3] takes the word of an owner from who writes it down, with their name', async () => {
    expect(await refused(accept(notulis()))).toEqual({
      code: 'invalid-input',
      fields: { saidBy: 'field.required' },
    })
    await accept(notulis(), { saidBy: 'Sekretaris Dinas' })
    expect((await only())?.acceptances).toMatchObject([{ saidBy: 'Sekretaris Dinas' }])
    for (const actor of [organisation.actor('kepala_opd', 'other'), organisation.actor('tamu')])
      expect(await refused(accept(actor))).toMatchObject({
        code: expect.stringMatching(/forbidden|not-found/),
      })
  })

  it('[BU4] takes a counter-offer into the text, where it is accepted anew', async () => {
    await counter({ tenggat: '2027-01-31', text: 'Menyusun daftar dan peta lokasi.' })
    expect((await list()).load.countered).toBe(1)
    expect(await refused(decide('take', head()))).toMatchObject({ code: 'forbidden' })
    await decide('take')
    expect(await only()).toMatchObject({
      text: 'Menyusun daftar dan peta lokasi.',
      tenggat: '2027-01-31',
      isAccepted: false,
      counters: [{ state: 'diambil', note: 'Disepakati.', owner: null }],
    })
    await accept()
    expect(await only()).toMatchObject({ isAccepted: true })
    const rows = await services.listTindakLanjut(ctx(), boss(), rapatId)
    expect(rows).toMatchObject([{ tenggat: '2027-01-31' }])
    expect(await refused(decide('take'))).toMatchObject({ code: 'conflict' })
  })

  it('[BU4] hands a tindak lanjut to another OPD, which then answers', async () => {
    await counter({ ownerOpdId: organisation.otherOpd })
    await decide('take')
    expect(await only()).toMatchObject({ owner: { shortName: 'Lain' }, mayAnswer: false })
    expect(await only(organisation.actor('kepala_opd', 'other'))).toMatchObject({ mayAnswer: true })
  })

  it('[BU4] declines, and takes nothing that was offered for other words', async () => {
    await counter({ tenggat: '2027-01-31' })
    writer.setAttr('tl', 'prioritas', 'tinggi')
    await writer.commit()
    expect(await refused(decide('take'))).toMatchObject({ code: 'conflict' })
    await decide('decline')
    expect(await only()).toMatchObject({ tenggat: '2026-12-20', counters: [{ state: 'ditolak' }] })
    expect(await refused(counter({}))).toEqual({
      code: 'invalid-input',
      fields: { text: 'field.same-words' },
    })
  })

  it('[BU1] is closed before the rapat is held, and when its notula is ratified', async () => {
    await test.database.sql`update rapat set status = 'terjadwal' where id = ${rapatId}`
    expect(await refused(accept())).toMatchObject({ code: 'conflict' })
    await test.database
      .sql`update rapat set status = 'selesai', notula_state = 'disahkan' where id = ${rapatId}`
    expect(await refused(accept())).toMatchObject({ code: 'document-closed' })
    expect((await list()).isOpen).toBe(false)
  })
})
