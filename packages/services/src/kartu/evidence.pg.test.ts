import { listCardActivity } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { AppError, defined, newId } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as services from '../index'
import { fileContext, makeOrganisation, TestClock, type TestOrganisation } from '../test-organisation'

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n')
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAD0lEQVQImWNgWFUOQhAKAB3OBIUZGFkdAAAAAElFTkSuQmCC',
  'base64',
)
const DAY_S = 86_400

let test: TestDatabase
let organisation: TestOrganisation
let ctx: services.FileContext
let cardId: string
const clock = new TestClock()
const boss = () => organisation.actor('sekretariat', 'other')
const staff = () => organisation.actor('staf_opd')
const stranger = () => organisation.actor('kepala_opd', 'other')

beforeAll(async () => {
  test = await testDatabase()
  organisation = await makeOrganisation(test.database)
  ctx = fileContext(test.database, clock)
})
afterAll(() => test.close())
beforeEach(async () => {
  const { card } = await services.addCard(ctx, boss(), {
    ...{ commandId: newId(), title: 'Menyusun rencana', ownerOpdId: organisation.ownOpd },
    ...{ due: null, priority: null, strategy: null, status: 'belum', place: { end: 'last' } },
  })
  cardId = card.id
})

const codeOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'done',
    error => {
      if (!(error instanceof AppError)) throw error
      return error.fields.file ?? error.code
    },
  )
const about = () => ({ commandId: newId(), cardId })
const link = (actor: Actor, more: Partial<services.AddEvidenceInput> = {}) => {
  clock.forward(1)
  return services.addEvidence(ctx, actor, {
    ...about(),
    ...{ title: 'Berita acara', url: 'https://contoh.go.id/ba' },
    ...more,
  })
}
const begin = (actor: Actor, bytes: Buffer, name: string, title = '') =>
  services.beginUpload(ctx, actor, {
    ...{ subject: { kind: 'kartu', id: cardId }, name, about: title, size: bytes.length, mark: newId() },
  })
async function upload(actor: Actor, bytes: Buffer, name: string, title = ''): Promise<string> {
  clock.forward(1)
  const { id } = await begin(actor, bytes, name, title)
  await services.receivePiece(ctx, actor, { uploadId: id, offset: 0, bytes })
  return services.finishUpload(ctx, actor, id)
}
const part = (actor: Actor) => services.evidencePart(ctx, actor, cardId)
const first = async () => defined((await part(boss())).evidence[0], 'evidence')
const judge = async (more: Partial<services.JudgeEvidenceInput>) =>
  services.judgeEvidence(ctx, boss(), {
    ...{ ...about(), evidenceId: (await first()).id, state: 'diterima', note: '' },
    ...more,
  })
const status = async () =>
  defined(
    (await services.readBoard(ctx, boss())).cards.find(card => card.id === cardId),
    'the card',
  )
const told = async () =>
  (await listCardActivity(test.database.db, { cardId, before: null, limit: 100 }))
    .map(({ kind, revision }) => `${revision} ${kind}`)
    .sort()
    .map(text => text.split(' ')[1])

describe('files handed in as evidence', () => {
  it('[BD3] are evidence as soon as they have come whole, once, at a revision of the board', async () => {
    const before = await services.boardRevision(ctx)
    const fileId = await upload(staff(), PNG, 'IMG_1.png', 'Foto jalan usaha tani')
    expect(await services.finishUpload(ctx, staff(), fileId)).toBe(fileId)
    expect(await services.boardRevision(ctx)).toBe(before + 1)
    expect(await status()).toMatchObject({ evidence: 1, accepted: 0, status: 'belum' })
    expect((await part(staff())).evidence).toMatchObject([
      {
        ...{ title: 'Foto jalan usaha tani', url: null, state: 'diajukan', mayWithdraw: true },
        file: { id: fileId, name: 'IMG_1.png', kind: 'png', hasThumbnail: true },
      },
    ])
    expect(await told()).toEqual(['added', 'evidence'])
    const entries = await test.database.sql`
      select action, details->>'fileId' as file from audit_entry where subject_id = ${cardId}`
    expect(entries).toContainEqual({ action: 'kartu.prove', file: fileId })
    expect(await services.followingOfCard(ctx, staff(), cardId)).toMatchObject({ following: 'ikut' })
    // What it is called is what it shows, where nobody says so; a number like a NIK is masked in both.
    await upload(staff(), PDF, 'KTP 1706010101800001.pdf')
    expect(await first()).toMatchObject({ title: 'KTP ••••••••••••0001.pdf' })
  })

  it('[BD1] are fetched by who reads the card, with a note of who did, and are not there for others', async () => {
    const fileId = await upload(staff(), PDF, 'surat.pdf')
    for (const reader of [staff(), boss(), organisation.actor('pimpinan', 'other')])
      expect((await services.fetchFile(ctx, reader, fileId, true)).kind).toBe('pdf')
    const seen = await test.database.sql`select 1 from file_access where file_id = ${fileId}`
    expect(seen).toHaveLength(3)
    expect(await codeOf(services.fetchFile(ctx, stranger(), fileId, true))).toBe('not-found')
    expect(await codeOf(begin(stranger(), PDF, 'a.pdf'))).toBe('not-found')
    expect(await codeOf(begin(organisation.actor('pimpinan'), PDF, 'a.pdf'))).toBe('forbidden')
    expect(await codeOf(services.listFiles(ctx, stranger(), { kind: 'kartu', id: cardId }))).toBe('not-found')
  })

  it('stop where the right ends: the next piece, and the file itself', async () => {
    const { id } = await begin(staff(), PDF, 'surat.pdf')
    await services.receivePiece(ctx, staff(), { uploadId: id, offset: 0, bytes: PDF.subarray(0, 20) })
    expect((await part(staff())).unfinished).toMatchObject([{ id, received: 20 }])
    const elsewhere: Actor = { ...staff(), opdId: organisation.otherOpd, otherOpdIds: [] }
    const rest = { uploadId: id, offset: 20, bytes: PDF.subarray(20) }
    expect(await codeOf(services.receivePiece(ctx, elsewhere, rest))).toBe('not-found')
    await services.receivePiece(ctx, staff(), rest)
    expect(await codeOf(services.finishUpload(ctx, elsewhere, id))).toBe('not-found')
    expect(await services.finishUpload(ctx, staff(), id)).toBe(id)
    expect(await codeOf(services.fetchFile(ctx, elsewhere, id, true))).toBe('not-found')
  })

  it('are refused by what is in them, whatever they are called, and leave no evidence', async () => {
    const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')
    const active = Buffer.from(
      PDF.toString().replace('<<>>', '<</Type/Catalog/OpenAction<</S/JavaScript/JS(x)>>>>'),
    )
    expect(await codeOf(upload(staff(), script, 'foto.png'))).toBe('unknown-kind')
    expect(await codeOf(upload(staff(), active, 'surat.pdf'))).toBe('active')
    expect(await codeOf(upload(staff(), PDF, 'foto.jpg'))).toBe('wrong-ending')
    expect(await codeOf(begin(staff(), PDF, 'a.pdf.exe'))).toBe('unknown-kind')
    expect((await part(boss())).evidence).toEqual([])
    expect(await told()).toEqual(['added'])
  })

  it('[BD3] are taken back by who handed them in, while nobody has judged them', async () => {
    const fileId = await upload(staff(), PDF, 'salah.pdf')
    const { id: evidenceId } = await first()
    const withdraw = (actor: Actor, commandId = newId()) =>
      services.withdrawEvidence(ctx, actor, { commandId, cardId, evidenceId })
    expect(await codeOf(withdraw(stranger()))).toBe('not-found')
    expect(await codeOf(withdraw(organisation.actor('kepala_opd')))).toBe('forbidden')
    expect(await codeOf(services.removeFile(ctx, staff(), fileId))).toBe('forbidden')
    const commandId = newId()
    await withdraw(staff(), commandId)
    await withdraw(staff(), commandId)
    expect(await codeOf(withdraw(staff()))).toBe('conflict')
    expect(await codeOf(judge({}))).toBe('conflict')
    expect(await status()).toMatchObject({ evidence: 0 })
    expect((await part(staff())).evidence).toMatchObject([
      { state: 'ditarik', title: 'salah.pdf', file: null, mayWithdraw: false },
    ])
    // Who verifies sees what it was, until the retention is over.
    expect((await part(boss())).evidence).toMatchObject([{ file: { id: fileId } }])
    expect(await codeOf(services.fetchFile(ctx, staff(), fileId, true))).toBe('not-found')
    expect(await codeOf(services.fetchFile(ctx, boss(), fileId, true))).toBe('done')
    expect(await codeOf(services.restoreFile(ctx, boss(), fileId))).toBe('forbidden')
    clock.forward(91 * DAY_S)
    expect((await services.sweepFiles(ctx)).purged).toBe(1)
    expect((await part(boss())).evidence).toMatchObject([{ state: 'ditarik', file: null }])
  })
})

describe('a card and its evidence', () => {
  it('[BD4] waits for verification where it is asked so, by the same command or after it', async () => {
    const ask = () => services.askVerification(ctx, staff(), about())
    expect(await codeOf(ask())).toBe('invalid-input')
    await link(staff(), { ask: true })
    expect((await status()).status).toBe('menunggu_verifikasi')
    expect(await told()).toEqual(['added', 'evidence', 'status'])
    await judge({ state: 'dikembalikan', note: 'Foto buram' })
    await link(staff())
    expect((await part(staff())).mayAsk).toBe(true)
    expect((await ask()).card.status).toBe('menunggu_verifikasi')
    await judge({ finish: true })
    expect(await codeOf(ask())).toBe('conflict')
    expect(await codeOf(link(stranger(), { ask: true }))).toBe('not-found')
  })

  it('[BD5] goes back to berjalan with the note, and to selesai with what is accepted, in one step', async () => {
    await link(staff(), { ask: true })
    const before = await services.boardRevision(ctx)
    await judge({ state: 'dikembalikan', note: 'Foto buram' })
    expect(await services.boardRevision(ctx)).toBe(before + 1)
    expect((await status()).status).toBe('berjalan')
    expect((await part(staff())).returned).toMatchObject({ note: 'Foto buram' })
    await link(staff(), { title: 'Foto baru', ask: true })
    expect((await part(staff())).returned).toBeNull()
    await judge({ finish: true })
    expect(await status()).toMatchObject({ status: 'selesai', accepted: 1, evidence: 2 })
    const [row] = await test.database.sql`select finished_at from card where id = ${cardId}`
    expect(row?.finished_at).not.toBeNull()
  })

  it('[BD7] goes back to berjalan when the last that waits is taken back, and none was accepted', async () => {
    const withdraw = async () =>
      services.withdrawEvidence(ctx, staff(), { ...about(), evidenceId: (await first()).id })
    await link(staff())
    await link(staff(), { title: 'Foto', ask: true })
    expect((await withdraw()).card.status).toBe('menunggu_verifikasi')
    clock.forward(1)
    const [waiting] = (await part(staff())).evidence.filter(({ state }) => state === 'diajukan')
    const evidenceId = defined(waiting, 'evidence').id
    const { card } = await services.withdrawEvidence(ctx, staff(), { ...about(), evidenceId })
    expect(card.status).toBe('berjalan')
    expect(await told()).toEqual(['added', 'evidence', 'evidence', 'status', 'judged', 'judged', 'status'])
    await link(staff(), { ask: true })
    await judge({})
    await link(staff(), { title: 'Foto lagi' })
    expect((await withdraw()).card.status).toBe('menunggu_verifikasi')
  })

  it('[PP6] is not finished without any, and accepting some does not finish it by itself', async () => {
    const finish = () =>
      services.moveCard(ctx, boss(), { ...about(), status: 'selesai', place: { end: 'last' } })
    expect(await codeOf(finish())).toBe('invalid-input')
    await link(staff(), { ask: true })
    expect(await codeOf(finish())).toBe('invalid-input')
    await judge({})
    expect((await status()).status).toBe('menunggu_verifikasi')
    expect(await codeOf(finish())).toBe('done')
  })

  it('is judged once, of two at the same moment, and by who verifies alone', async () => {
    await link(staff(), { ask: true })
    const outcomes = await Promise.all([
      codeOf(judge({ finish: true })),
      codeOf(judge({ state: 'dikembalikan', note: 'Kurang' })),
    ])
    expect(outcomes.sort()).toEqual(['conflict', 'done'])
    await link(staff())
    const { id: evidenceId } = await first()
    const input = { ...about(), evidenceId, state: 'diterima', note: '' } as const
    expect(await codeOf(services.judgeEvidence(ctx, staff(), input))).toBe('forbidden')
    expect(await codeOf(services.judgeEvidence(ctx, stranger(), input))).toBe('not-found')
    expect(services.judgeEvidenceInput.safeParse({ ...input, state: 'dikembalikan' }).success).toBe(false)
  })

  it('takes no evidence of what is not there any more, and asks about a number like a NIK', async () => {
    expect(await codeOf(link(staff(), { title: 'KTP 1706012345678901' }))).toBe('invalid-input')
    await link(staff(), { title: 'KTP 1706012345678901', nikConfirmed: true })
    await test.database.sql`update card set removed_at = now() where id = ${cardId}`
    expect(await codeOf(link(staff()))).toBe('conflict')
    expect(await codeOf(begin(staff(), PDF, 'a.pdf'))).toBe('forbidden')
    expect(await part(staff())).toMatchObject({ mayAdd: false, mayAsk: false })
  })
})
