import { listSealedRecords } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { AppError, defined } from '@mufakat/kernel'
import { fingerprint, type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeOrganisation, TestClock, type TestOrganisation } from '../test-organisation'
import { checkRecord } from './check-record'
import { approveKoreksi, closeKoreksi, proposeKoreksi } from './koreksi'
import { koreksiOf } from './read-koreksi'
import { type HeldRapat, heldRapat, type ReviewContext, ratifiedRapat } from './test-ratified'

let test: TestDatabase
let organisation: TestOrganisation
let ctx: ReviewContext
beforeAll(async () => {
  test = await testDatabase()
  organisation = await makeOrganisation(test.database)
  ctx = { database: test.database, clock: new TestClock(), baseUrl: 'https://rapat.contoh.go.id' }
})
afterAll(() => test.close())

const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    error => {
      if (!(error instanceof AppError)) throw error
      return [error.code, ...Object.values(error.fields)].join(' ')
    },
  )
const unchanged = async (work: () => Promise<unknown>) => {
  const before = await fingerprint(test.database)
  const answer = await outcome(work())
  expect(await fingerprint(test.database)).toBe(before)
  return answer
}
const propose = ({ rapatId }: HeldRapat, actor: Actor, after: string, field: 'text' | 'owner' = 'text') =>
  proposeKoreksi(ctx, actor, {
    rapatId,
    reason: 'Salah hitung',
    changes: [{ lineId: field === 'owner' ? `t-${rapatId}` : `k-${rapatId}`, field, after }],
    nikConfirmed: false,
  })
const openOf = async ({ rapatId }: HeldRapat, actor: Actor) =>
  defined(
    (await koreksiOf(ctx, actor, rapatId)).koreksi.find(one => one.state === 'diajukan'),
    'an open Koreksi',
  )
async function approve(held: HeldRapat, actor: Actor): Promise<void> {
  const { id: koreksiId, hash } = await openOf(held, actor)
  await approveKoreksi(ctx, actor, { rapatId: held.rapatId, koreksiId, hash })
}
const sealed = async ({ rapatId }: HeldRapat) => listSealedRecords(test.database.db, rapatId)

/** To whom letters of a template went, each once. */
const letters = async (template: string) =>
  (
    await test.database.sql<{ recipient: string }[]>`
      select recipient from mail where template = ${template} order by recipient`
  ).map(row => row.recipient)

describe('letters of a Koreksi', () => {
  it('tell who signs, who proposed, and in the end everybody who was told of the notula, once each', async () => {
    await test.database.sql`update person set email = replace(name, ' ', '.') || '@contoh.go.id'`
    const held = await ratifiedRapat(ctx, organisation)
    const { notulis, chair, rapatId } = held
    await propose(held, organisation.actor('admin'), 'Disetujui 26 lokasi.')
    const [head, leader, writer] = ['kepala_opd.own', 'pimpinan.own', 'sekretariat.own'].map(
      name => `${name}@contoh.go.id`,
    )
    expect(await letters('koreksi-submitted')).toEqual([leader, writer])
    const { id: koreksiId } = await openOf(held, chair)
    const back = {
      rapatId,
      koreksiId,
      kind: 'dikembalikan' as const,
      note: 'Belum cocok',
      nikConfirmed: false,
    }
    await closeKoreksi(ctx, chair, back)
    expect(await letters('koreksi-returned')).toEqual(['admin.own@contoh.go.id', writer])
    await test.database.sql`delete from mail`
    // Who does it needs no letter of it.
    await propose(held, notulis, 'Disetujui 27 lokasi.')
    expect(await letters('koreksi-submitted')).toEqual([leader])
    await approve(held, chair)
    expect(await letters('koreksi-ratified')).toEqual([])
    await approve(held, notulis)
    expect(await letters('koreksi-ratified')).toEqual([head, leader, writer])
    await test.database.sql`update person set email = null`
  })
})

describe('a Koreksi', () => {
  it('[V7] is of what is sealed, one at a time, and says something else', async () => {
    const open = await heldRapat(ctx, organisation)
    expect(await unchanged(() => propose(open, open.notulis, 'lain'))).toBe('forbidden')
    const held = await ratifiedRapat(ctx, organisation)
    const { notulis, chair, rapatId } = held
    expect(await unchanged(() => propose(held, chair, 'lain'))).toBe('forbidden')
    expect(await unchanged(() => propose(held, notulis, 'Disetujui 28 lokasi.'))).toBe(
      'invalid-input field.koreksi-nothing',
    )
    expect(await unchanged(() => propose(held, notulis, 'bukan OPD', 'owner'))).toBe(
      'invalid-input field.unknown',
    )
    expect(await unchanged(() => propose(held, notulis, 'NIK 1706012345678901'))).toMatch(/^invalid-input/)
    await propose(held, notulis, 'Disetujui 27 lokasi.')
    expect(await unchanged(() => propose(held, organisation.actor('admin'), 'lain'))).toBe('conflict')
    const back = { rapatId, koreksiId: (await openOf(held, chair)).id, nikConfirmed: false } as const
    expect(await unchanged(() => closeKoreksi(ctx, chair, { ...back, kind: 'dikembalikan', note: '' }))).toBe(
      'invalid-input field.required',
    )
    expect(await unchanged(() => closeKoreksi(ctx, chair, { ...back, kind: 'ditarik', note: '' }))).toBe(
      'forbidden',
    )
    await closeKoreksi(ctx, chair, { ...back, kind: 'dikembalikan', note: 'Bukan 27' })
    expect(await unchanged(() => closeKoreksi(ctx, notulis, { ...back, kind: 'ditarik', note: '' }))).toBe(
      'conflict',
    )
    // Its number is free again.
    await propose(held, notulis, 'Disetujui 26 lokasi.')
    expect((await openOf(held, notulis)).number).toBe(1)
  })

  it('[V7] is sealed beside the original, and the next goes on from it', async () => {
    const held = await ratifiedRapat(ctx, organisation)
    const { notulis, chair, rapatId } = held
    const [original] = await sealed(held)
    await propose(held, notulis, 'Disetujui 27 lokasi.')
    const { id: koreksiId } = await openOf(held, chair)
    const forged = { rapatId, koreksiId, hash: 'a'.repeat(64) }
    expect(await unchanged(() => approveKoreksi(ctx, chair, forged))).toBe('conflict')
    await approve(held, chair)
    await approve(held, chair)
    expect(await sealed(held)).toHaveLength(1)
    await approve(held, notulis)
    await propose(held, notulis, 'Disetujui 25 lokasi.')
    const second = await openOf(held, notulis)
    expect(second).toMatchObject({
      number: 2,
      changes: [{ before: 'Disetujui 27 lokasi.', after: 'Disetujui 25 lokasi.', item: 'Pembukaan' }],
    })
    await approve(held, notulis)
    await approve(held, chair)
    const records = await sealed(held)
    expect(records.map(one => one.number)).toEqual([0, 1, 2])
    expect(records[0]).toEqual(original)
    expect(JSON.parse(records[2]?.text ?? '')).toMatchObject({
      format: 'mufakat-koreksi-1',
      catatan: Buffer.from(records[0]?.hash ?? []).toString('hex'),
      sebelumnya: Buffer.from(records[1]?.hash ?? []).toString('hex'),
      koreksi: [{ number: '2', state: 'disahkan' }],
    })
    const { items } = await koreksiOf(ctx, notulis, rapatId)
    expect(items[0]?.lines.map(line => line.facts.text)).toContain('Disetujui 25 lokasi.')
  })

  it('[V7] is signed by who exercises the jabatan of somebody who left', async () => {
    const held = await ratifiedRapat(ctx, organisation)
    const { notulis, chair } = held
    const successor = organisation.actor('pimpinan', 'other')
    await propose(held, notulis, 'Disetujui 27 lokasi.')
    expect((await openOf(held, successor)).allowed.approveAs).toBeNull()
    const { sql } = test.database
    await sql`update person set active = false where id = ${chair.personId}`
    await sql`update jabatan_holding set person_id = ${successor.personId} where person_id = ${chair.personId}`
    await approve(held, notulis)
    expect((await openOf(held, successor)).allowed.approveAs).toBe('pimpinan')
    await approve(held, successor)
    expect(await sealed(held)).toHaveLength(2)
    await sql`update person set active = true where id = ${chair.personId}`
    await sql`update jabatan_holding set person_id = ${chair.personId} where person_id = ${successor.personId}
      and jabatan_id in (select id from jabatan where opd_id = ${organisation.ownOpd})`
  })
})

describe('checking a record', () => {
  it('[V8] tells what it is to whoever has the code, and nothing of its text or people', async () => {
    const held = await ratifiedRapat(ctx, organisation)
    await propose(held, held.notulis, 'Disetujui 27 lokasi.')
    await approve(held, held.chair)
    await approve(held, held.notulis)
    const [first, second] = await sealed(held)
    const typed = ` ${first?.code.slice(0, 5).toLowerCase()}-${first?.code.slice(5)}`
    const check = await checkRecord(ctx, { code: typed, hash: '', address: '203.0.113.5' })
    expect(check).toMatchObject({
      number: 0,
      title: 'Rakor percobaan',
      date: '2026-12-08',
      signedBy: [
        { role: 'pimpinan', jabatan: 'Jabatan pimpinan' },
        { role: 'notulis', jabatan: 'Jabatan sekretariat' },
      ],
      others: [{ number: 1, code: second?.code }],
    })
    expect(JSON.stringify(check)).not.toMatch(/28 lokasi|pimpinan own|@/)
    expect(
      await checkRecord(ctx, { code: second?.code ?? '', hash: '', address: '203.0.113.5' }),
    ).toMatchObject({
      number: 1,
      others: [{ number: 0, code: first?.code }],
    })
  })

  it('limits guesses per network, and not whoever has a right code', async () => {
    const held = await ratifiedRapat(ctx, organisation)
    const code = (await sealed(held))[0]?.code ?? ''
    const from = (address: string, asked: string) =>
      outcome(checkRecord(ctx, { code: asked, hash: '', address }))
    for (let n = 0; n < 40; n++) expect(await from('198.51.100.7', code)).toBe('done')
    for (let n = 0; n < 30; n++) expect(await from('198.51.100.7', 'tebakan')).toBe('done')
    expect(await from('198.51.100.7', '0000000000')).toBe('rate-limited')
    expect(await from('203.0.113.9', code)).toBe('done')
  })
})
