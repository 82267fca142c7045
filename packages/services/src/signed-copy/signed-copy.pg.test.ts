import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listSealedRecords } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { signedPdf, type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileSettingsInput, setFileSettings } from '../files/settings'
import { sweepFiles } from '../files/sweep'
import { checkRecord, findRecordCode } from '../ratification'
import {
  type HeldRapat,
  heldRapat,
  type ReviewContext,
  sealedWithKoreksi,
} from '../ratification/test-ratified'
import { fileContext, TestClock } from '../test-organisation'
import { addSignedCopy } from './add'
import { fetchSignedCopy, signedCopies } from './read'

const UNSIGNED = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n')
const ADDRESS = '203.0.113.9'
const HOUR_S = 3_600

let test: TestDatabase
let held: HeldRapat
let ctx: ReviewContext & ReturnType<typeof fileContext>
beforeAll(async () => {
  test = await testDatabase()
  const clock = new TestClock(new Date())
  ctx = { ...fileContext(test.database, clock), clock, baseUrl: 'https://rapat.contoh.go.id' }
  held = await sealedWithKoreksi(ctx, test)
  ctx.clock.forward(60)
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

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 100) yield bytes.subarray(at, at + 100)
}
const add = (bytes: Uint8Array, { actor = held.notulis, number = 0, srikandi = 'T/400/7/2026' } = {}) =>
  addSignedCopy(ctx, actor, {
    ...{ rapatId: held.rapatId, number, srikandiNumber: srikandi },
    bytes: pieces(bytes),
  })
const copiesOf = async (number: number, actor: Actor = held.chair) => {
  const { records } = await signedCopies(ctx, actor, held.rapatId)
  return records.find(one => one.number === number)?.copies ?? []
}
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const inStore = async () =>
  (await readdir(ctx.store.root, { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile())
    .map(entry => entry.name)

describe('a signed copy', () => {
  it('[V9] is kept byte for byte under the number of SRIKANDI; a later one takes its place', async () => {
    const [first, second] = [signedPdf('a'), signedPdf('b')]
    expect(await outcome(add(first, { srikandi: ' T/400/7  /2026' }))).toBe('done')
    ctx.clock.forward(60)
    // The same again is nothing.
    await add(first, { srikandi: 'T/400/7 /2026' })
    expect((await copiesOf(0)).filter(one => one.sha256 === sha256(first))).toHaveLength(1)
    ctx.clock.forward(60)
    await add(second, { srikandi: 'T/400/8/2026' })
    await add(second, { number: 1 })
    expect((await copiesOf(0)).map(one => one.srikandiNumber)).toEqual([
      ...['T/400/8/2026', 'T/400/7 /2026', 'T/400/1/2026'],
    ])
    const [newest] = await copiesOf(0)
    expect(newest).toMatchObject({ size: second.length, sha256: sha256(second) })
    const content = await fetchSignedCopy(ctx, held.chair, newest?.id ?? '', true)
    expect(content.name).toMatch(/^Notula \d{4}-\d\d-\d\d bertanda tangan\.pdf$/)
    expect(await readFile(join(content.root, content.path))).toEqual(second)
    const access = await test.database.sql`select person_id, number from paper_access
      where signed_copy_id = ${newest?.id ?? ''}`
    expect(access).toEqual([{ person_id: held.chair.personId, number: 0 }])
    const entries = await test.database.sql`select details->>'sha256' as sha256 from audit_entry
      where rapat_id = ${held.rapatId} and action = 'tte.add' order by at, id`
    expect(entries.map(row => row.sha256).slice(1)).toEqual([first, second, second].map(sha256))
  })

  it('says why something is not taken, and leaves nothing behind', async () => {
    const names = (await inStore()).sort()
    const png = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
    const broken = Buffer.from(
      signedPdf().toString('latin1').replace('/ByteRange [0 ', '/ByteRange [0 1'),
      'latin1',
    )
    const answers: string[] = []
    for (const bytes of [UNSIGNED, broken, Buffer.from('bukan'), Buffer.alloc(0)])
      answers.push(await outcome(add(bytes)))
    expect(answers).toEqual([
      ...['invalid-input unsigned', 'invalid-input signature-broken', 'invalid-input unknown-kind'],
      'invalid-input empty',
    ])
    expect(await outcome(add(png))).toContain('invalid-input')
    expect(await outcome(add(signedPdf(), { srikandi: 'x' }))).toBe('invalid-input field.srikandi')
    expect(await outcome(add(signedPdf(), { number: 2 }))).toBe('not-found')
    const admin = held.organisation.actor('admin')
    await setFileSettings(ctx, admin, fileSettingsInput.parse({ maxMegabytes: 1 }))
    expect(await outcome(add(Buffer.alloc(1_048_577)))).toBe('too-large too-large')
    await setFileSettings(ctx, admin, fileSettingsInput.parse({}))
    expect((await inStore()).sort()).toEqual(names)
    const reasons = await test.database.sql`select details->>'reason' as reason from audit_entry
      where action = 'tte.refuse' order by at, id`
    expect(reasons.map(row => row.reason)).toEqual(
      expect.arrayContaining(['unsigned', 'signature-broken', 'unknown-kind']),
    )
  })

  it('[P24] is brought back by managers and the notulis, of what is sealed only', async () => {
    expect(await outcome(add(signedPdf('c'), { actor: held.chair }))).toBe('forbidden')
    expect(await outcome(add(signedPdf('c'), { actor: held.organisation.actor('staf_opd') }))).toBe(
      'forbidden',
    )
    expect(await outcome(add(signedPdf('c'), { actor: held.organisation.actor('staf_opd', 'other') }))).toBe(
      'not-found',
    )
    const open = await heldRapat(ctx, held.organisation)
    const early = { rapatId: open.rapatId, number: 0, srikandiNumber: 'T/1/2026', bytes: pieces(signedPdf()) }
    expect(await outcome(addSignedCopy(ctx, open.notulis, early))).toBe('forbidden')
    const [newest] = await copiesOf(0)
    for (const [side, answer] of [
      ['own', 'done'],
      ['other', 'not-found'],
    ] as const)
      expect(
        await outcome(
          fetchSignedCopy(ctx, held.organisation.actor('staf_opd', side), newest?.id ?? '', false),
        ),
      ).toBe(answer)
  })

  it('stays through the sweep, which tells of bytes that are gone', async () => {
    ctx.clock.forward(3 * HOUR_S)
    const names = (await inStore()).sort()
    const { missing } = await sweepFiles(ctx)
    expect((await inStore()).sort()).toEqual(names)
    const [, , seeded] = await copiesOf(0)
    expect(missing).toContain(seeded?.id)
    expect(missing).not.toContain((await copiesOf(0))[0]?.id)
  })
})

describe('the hash of a file', () => {
  const ask = async (code: string, hash: string) =>
    (await checkRecord(ctx, { code, hash, address: ADDRESS }))?.compared

  it('[V9] is told as that of a record, of its copies, of another, or of none', async () => {
    const [notula, koreksi] = await listSealedRecords(test.database.db, held.rapatId)
    const [code, other] = [notula?.code ?? '', koreksi?.code ?? '']
    const [kept] = await test.database.sql<{ hash: string }[]>`
      select encode(sha256, 'hex') as hash from sealed_paper where rapat_id = ${held.rapatId} and number = 0`
    const paper = kept?.hash ?? ''
    expect(await ask(code, '')).toBe(null)
    expect(await ask(code, 'bukan')).toEqual({ is: 'no-hash' })
    expect(await ask(code, Buffer.from(notula?.hash ?? []).toString('hex'))).toEqual({ is: 'record' })
    expect(await ask(code, paper)).toEqual({ is: 'paper' })
    expect(await ask(code, sha256(signedPdf('b')))).toEqual({ is: 'signed' })
    expect(await ask(code, sha256(signedPdf('a')))).toEqual({ is: 'signed-before' })
    expect(await ask(code, sha256(signedPdf('x')))).toEqual({ is: 'other' })
    expect(await ask(other, paper)).toEqual({ is: 'elsewhere', code })
    expect(await checkRecord(ctx, { code, hash: '', address: ADDRESS })).toMatchObject({
      signedCopy: { srikandiNumber: 'T/400/8/2026' },
    })
    const found = (hash: string) => findRecordCode(ctx, { hash, address: ADDRESS })
    expect(await found(paper)).toBe(code)
    expect(await found(sha256(signedPdf('a')))).toBe(code)
    expect(await found(Buffer.from(koreksi?.hash ?? []).toString('hex'))).toBe(other)
    expect(await found(sha256(signedPdf('x')))).toBe(null)
    expect(await found('bukan')).toBe(null)
  })

  it('is not guessed: who asks for many that are none has to wait', async () => {
    const guess = (n: number) =>
      outcome(findRecordCode(ctx, { hash: sha256(Buffer.from(`${n}`)), address: '198.51.100.7' }))
    const answers: string[] = []
    for (let n = 0; n < 31; n++) answers.push(await guess(n))
    expect(answers.at(-1)).toBe('rate-limited')
    expect(answers.slice(0, 30)).toEqual(Array(30).fill('done'))
  })
})
