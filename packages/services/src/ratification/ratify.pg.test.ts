import { findHead, findRapat, listSealedRecords } from '@mufakat/db'
import { canonicalJson, readNotula } from '@mufakat/doc-model'
import { recordCode } from '@mufakat/domain'
import { AppError, defined } from '@mufakat/kernel'
import { fingerprint, type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editPeserta, getRapat, redactPassage, setRapatStatus, updateRapat } from '../index'
import { makeOrganisation, rapatInput, TestClock, type TestOrganisation } from '../test-organisation'
import { approveNotula } from './approve'
import { notulaReview } from './read-review'
import { returnNotula, submitNotula } from './review'
import { approveAs, heldRapat, type ReviewContext, ratifiedRapat, seenBy, takeIn } from './test-ratified'

let test: TestDatabase
let organisation: TestOrganisation
let ctx: ReviewContext
beforeAll(async () => {
  test = await testDatabase()
  organisation = await makeOrganisation(test.database)
  ctx = { database: test.database, clock: new TestClock(), baseUrl: 'https://rapat.contoh.go.id' }
  await test.database.sql`update person set email = replace(name, ' ', '.') || '@contoh.go.id'`
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
const letters = async (template: string) =>
  (
    await test.database.sql<{ recipient: string }[]>`
      select recipient from mail where template = ${template} order by recipient`
  ).map(row => row.recipient)
const held = () => heldRapat(ctx, organisation)
const stateOf = async (rapatId: string) => (await findRapat(test.database.db, rapatId))?.notulaState
const unchanged = async (work: () => Promise<unknown>) => {
  const before = await fingerprint(test.database)
  const answer = await outcome(work())
  expect(await fingerprint(test.database)).toBe(before)
  return answer
}

describe('submitting', () => {
  it('[V1] is refused with what is missing, and changes nothing', async () => {
    const { rapatId, notulis, chair } = await held()
    const set = async (officers: object) => {
      const { revision } = await getRapat(ctx, notulis, rapatId)
      const ids = { chairId: chair.personId, notulisId: notulis.personId }
      await updateRapat(ctx, notulis, { ...rapatInput({ ...ids, ...officers }), rapatId, revision })
    }
    const submit = () => submitNotula(ctx, organisation.actor('admin'), { rapatId })
    await set({ chairId: null })
    expect(await unchanged(submit)).toBe('invalid-input field.chair-missing')
    await set({ chairId: notulis.personId })
    expect(await unchanged(submit)).toBe('invalid-input field.chair-is-notulis')
    await set({})
    expect(await outcome(submit())).toBe('done')
    expect(await unchanged(submit)).toBe('conflict')
    expect(await letters('notula-submitted')).toContain('pimpinan.own@contoh.go.id')
  })

  it('[V4] leads back with a note of the chair, or without one of the notulis', async () => {
    const { rapatId, notulis, chair } = await held()
    await submitNotula(ctx, notulis, { rapatId })
    const back = (actor: typeof chair, kind: 'dikembalikan' | 'ditarik', note = '') => {
      ctx.clock.forward(60)
      return returnNotula(ctx, actor, { rapatId, kind, note, nikConfirmed: false })
    }
    expect(await unchanged(() => back(chair, 'dikembalikan', '  '))).toBe('invalid-input field.required')
    expect(await unchanged(() => back(chair, 'ditarik'))).toBe('forbidden')
    expect(await outcome(back(chair, 'dikembalikan', 'Lengkapi keputusan 2'))).toBe('done')
    expect(await stateOf(rapatId)).toBe('dikembalikan')
    expect(await letters('notula-returned')).toEqual(['sekretariat.own@contoh.go.id'])
    ctx.clock.forward(60)
    await submitNotula(ctx, notulis, { rapatId })
    expect(await outcome(back(notulis, 'ditarik'))).toBe('done')
    expect(await letters('notula-returned')).toHaveLength(1)
    const { reviews } = await notulaReview(ctx, chair, rapatId)
    expect(reviews.map(one => [one.kind, one.note])).toEqual([
      ['ditarik', ''],
      ['diajukan', ''],
      ['dikembalikan', 'Lengkapi keputusan 2'],
      ['diajukan', ''],
    ])
  })
})

describe('approving', () => {
  it('[V2] holds until somebody edits, and a page that is behind is told', async () => {
    const one = await held()
    const { rapatId, notulis, chair, writer } = one
    await submitNotula(ctx, notulis, { rapatId })
    const seen = await seenBy(one, chair)
    expect(await outcome(approveNotula(ctx, chair, seen))).toBe('done')
    const approvals = async () =>
      (await notulaReview(ctx, chair, rapatId)).approvals.map(a => [a.role, a.stands])
    expect(await approvals()).toEqual([['pimpinan', true]])
    // Again the same is nothing.
    expect(await unchanged(() => approveNotula(ctx, chair, seen))).toBe('done')
    writer.text().insert(1, 'Tambahan. ')
    await writer.commit()
    await takeIn(one)
    expect(await approvals()).toEqual([['pimpinan', false]])
    // Two heads: the notulis approves what is there now, the chair's is for what was.
    await approveAs(one, notulis)
    expect(await stateOf(rapatId)).toBe('diajukan')
    expect(await unchanged(() => approveNotula(ctx, chair, seen))).toBe('conflict')
    const forged = { ...(await seenBy(one, chair)), contentHash: 'a'.repeat(64) }
    expect(await unchanged(() => approveNotula(ctx, chair, forged))).toBe('conflict')
    await approveAs(one, chair)
    expect(await stateOf(rapatId)).toBe('disahkan')
  })

  it('[V2] ends with a change of peserta or officers', async () => {
    const one = await held()
    const { rapatId, notulis, chair } = one
    await submitNotula(ctx, notulis, { rapatId })
    await approveAs(one, chair)
    const guests = [{ personId: organisation.actor('tamu').personId, canWrite: false }]
    await editPeserta(ctx, notulis, { rapatId, invitedOpdIds: [organisation.ownOpd], guests })
    expect((await notulaReview(ctx, chair, rapatId)).approvals).toMatchObject([{ stands: false }])
    await approveAs(one, notulis)
    expect(await stateOf(rapatId)).toBe('diajukan')
  })

  it('[V3] waits for the end of the rapat, and is the two offices’ alone', async () => {
    const one = await held()
    const { rapatId, notulis, chair } = one
    await submitNotula(ctx, notulis, { rapatId })
    const seen = await seenBy(one, chair)
    for (const actor of [organisation.actor('admin'), organisation.actor('kepala_opd')])
      expect(await unchanged(() => approveNotula(ctx, actor, seen))).toBe('forbidden')
    await setRapatStatus(ctx, notulis, { rapatId, status: 'berlangsung' })
    expect(await unchanged(() => approveNotula(ctx, chair, seen))).toBe('invalid-input field.rapat-not-ended')
  })

  it('[V3] lets one of two who approve in the same moment ratify, once', async () => {
    const one = await held()
    const { rapatId, notulis, chair } = one
    await submitNotula(ctx, notulis, { rapatId })
    const seen = await seenBy(one, chair)
    const answers = await Promise.all(
      [chair, notulis, chair, notulis].map(a => outcome(approveNotula(ctx, a, seen))),
    )
    expect(new Set(answers.map(answer => answer.split(' ')[0]))).toEqual(new Set(['done', 'document-closed']))
    expect(await listSealedRecords(test.database.db, rapatId)).toHaveLength(1)
  })
})

describe('a ratified notula', () => {
  it('[V6] is sealed whole, with its hash in the audit, and told once to everybody', async () => {
    const { personId } = organisation.actor('sekretariat')
    await test.database.sql`delete from mail`
    await test.database.sql`update person set golongan = 'III/d' where id = ${personId}`
    const one = await ratifiedRapat(ctx, organisation)
    const { rapatId, documentId, writer, notulis } = one
    const [record, ...more] = await listSealedRecords(test.database.db, rapatId)
    expect(more).toEqual([])
    const { text, hash, code } = defined(record, 'record')
    expect(code).toBe(recordCode(hash))
    const sealed = JSON.parse(text)
    expect(sealed).toMatchObject({
      format: 'mufakat-catatan-1',
      nomor: 0,
      rapatId,
      bagian: {
        rapat: { notula_state: 'disahkan', status: 'selesai' },
        keputusan: [{ text: 'Disetujui 28 lokasi.' }, { text: 'Dicoret nanti.' }],
        tindakLanjut: [{ text: 'Menyusun rencana', tenggat: '2026-12-20' }, { text: 'Dicoret juga.' }],
        persetujuan: [{}, {}],
      },
    })
    expect(canonicalJson(sealed.bagian.naskah.isi)).toBe(canonicalJson(readNotula(writer.doc)))
    expect(sealed.sebutan.orang[notulis.personId]).toMatchObject({
      nama: 'sekretariat own',
      jabatan: 'Jabatan sekretariat',
      pangkat: 'Penata Tingkat I (III/d)',
    })
    const entries = await test.database.sql`
      select details->>'hash' as hash, details->>'code' as code from audit_entry
      where rapat_id = ${rapatId} and action = 'notula.ratify'`
    expect(entries).toEqual([{ hash: Buffer.from(hash).toString('hex'), code }])
    expect((await findHead(test.database.db, documentId))?.state).toBe('closed')
    expect(await letters('notula-ratified')).toEqual([
      'kepala_opd.own@contoh.go.id',
      'pimpinan.own@contoh.go.id',
      'sekretariat.own@contoh.go.id',
    ])
    writer.text().insert(1, 'Menyusul. ')
    await expect(writer.commit()).rejects.toThrow('closed')
    await takeIn(one)
    for (const work of [
      () => redactPassage(ctx, organisation.actor('admin'), { rapatId, passage: 'Wakil Bupati' }),
      () => setRapatStatus(ctx, notulis, { rapatId, status: 'berlangsung' }),
    ])
      expect(await unchanged(work)).toBe('document-closed')
  })
})
