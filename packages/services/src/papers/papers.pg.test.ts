import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Actor, PaperKind } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { code } from '../account/test-accounts'
import { applyRetention } from '../personal-data'
import { type HeldRapat, sealedWithKoreksi } from '../ratification/test-ratified'
import { fileContext, makeRapat, TestClock } from '../test-organisation'
import { askPaper } from './ask'
import type { PaperContext } from './gather'
import { askPaperInput } from './inputs'
import { keepPaper, makePaper } from './make'
import { fetchPaper, paperState, papersOf } from './read'

const BYTES = Buffer.from('%PDF kertas')
const write = async () => BYTES

let test: TestDatabase
let clock: TestClock
let ctx: PaperContext
let held: HeldRapat
beforeAll(async () => {
  test = await testDatabase()
  clock = new TestClock()
  const baseUrl = 'https://rapat.contoh.go.id'
  ctx = { ...fileContext(test.database, clock), baseUrl }
  held = await sealedWithKoreksi({ database: test.database, clock, baseUrl }, test, {
    kept: { storedName: 'a'.repeat(32), size: 4, sha256: new Uint8Array(32) },
    signed: { storedName: 'c'.repeat(32), size: 4, sha256: new Uint8Array(32) },
    store: ctx.store,
  })
})
afterAll(() => test.close())

const actor = (role: Actor['role'], side: 'own' | 'other' = 'own') => held.organisation.actor(role, side)
const wish = (rapatId: string, kind: PaperKind = 'matriks') => ({
  rapatId,
  kind,
  format: 'pdf' as const,
  opdId: null,
})
async function made(rapatId: string, kind: PaperKind): Promise<string> {
  const paperId = await askPaper(ctx, actor('sekretariat'), wish(rapatId, kind))
  await makePaper(ctx, write, { paperId, isLastAttempt: true })
  return paperId
}
const fetched = (who: Actor | null, rapatId: string, name: string) =>
  code(fetchPaper(ctx, who, { rapatId, name }))

describe('papers of a rapat', () => {
  it('[P23] are fetched by who may have them, each by its kind, and every time is noted', async () => {
    const rapatId = await makeRapat(ctx, held.organisation)
    const list = await made(rapatId, 'daftar_hadir')
    const matriks = await made(rapatId, 'matriks')
    const letter = await made(rapatId, 'undangan')
    const link: Actor = { ...actor('tamu'), opdId: null, guestOf: rapatId }
    await test.database
      .sql`insert into rapat_guest (rapat_id, person_id) values (${rapatId}, ${link.personId})`
    const seen = await Promise.all(
      ([null, actor('sekretariat'), actor('kepala_opd'), actor('staf_opd', 'other'), link] as const).map(
        async who => [
          await fetched(who, rapatId, list),
          await fetched(who, rapatId, matriks),
          await fetched(who, rapatId, letter),
        ],
      ),
    )
    expect(seen).toEqual([
      ['not-signed-in', 'not-signed-in', 'not-signed-in'],
      ['done', 'done', 'done'],
      ['forbidden', 'done', 'done'],
      ['not-found', 'not-found', 'not-found'],
      ['forbidden', 'forbidden', 'done'],
    ])
    const [row] = await test.database.sql`
      select count(*)::int as n, count(distinct person_id)::int as people from paper_access
      where rapat_id = ${rapatId}`
    expect(row).toEqual({ n: 6, people: 3 })
    expect((await papersOf(ctx, link, rapatId)).offers.map(({ kind }) => kind)).toEqual(['undangan'])
    // Of another rapat it is not there, whoever may read both.
    expect(await fetched(actor('admin'), held.rapatId, matriks)).toBe('not-found')
    expect(await paperState(ctx, actor('kepala_opd'), { rapatId, paperId: list })).toBeNull()
    for (const name of [newId(), 'resmi-0', 'resmi-99999', 'x', '../etc'])
      expect(await fetched(actor('admin'), rapatId, name)).toBe('not-found')
  })

  it('are one while they are under way, asked for by nobody who only looks, and not without end', async () => {
    const rapatId = await makeRapat(ctx, held.organisation)
    const ask = (who: Actor, kind: PaperKind = 'matriks') => askPaper(ctx, who, wish(rapatId, kind))
    const first = await ask(actor('kepala_opd'))
    expect(await ask(actor('sekretariat'))).toBe(first)
    const both = await Promise.all([
      ask(actor('sekretariat'), 'berita_acara'),
      ask(actor('staf_opd'), 'berita_acara'),
    ])
    expect(both[0]).toBe(both[1])
    expect(await code(ask(actor('kepala_opd'), 'daftar_hadir'))).toBe('forbidden')
    const looking = { ...actor('kepala_opd'), viewedBy: actor('admin').personId }
    expect(await code(ask(looking))).toBe('view-only')
    expect(await papersOf(ctx, looking, rapatId)).toMatchObject({ mayAsk: false })
    const staff = actor('staf_opd')
    const codes = new Set<string>()
    for (let n = 0; n < 110; n++) {
      codes.add(await code(ask(staff, 'notula')))
      await test.database.sql`update paper set state = 'failed', finished_at = now()
        where rapat_id = ${rapatId} and kind = 'notula' and state = 'waiting'`
    }
    expect([...codes]).toEqual(['done', 'rate-limited'])
  })

  it('are of an OPD that the rapat says something to, and in a format that they have', async () => {
    const rapatId = await makeRapat(ctx, held.organisation)
    const { ownOpd, otherOpd } = held.organisation
    const cuplikan = (opdId: string) => ({ ...wish(rapatId, 'cuplikan'), opdId })
    expect(await code(askPaper(ctx, actor('kepala_opd'), cuplikan(ownOpd)))).toBe('done')
    expect(await code(askPaper(ctx, actor('kepala_opd'), cuplikan(otherOpd)))).toBe('invalid-input')
    const refused = [
      { kind: 'cuplikan', format: 'pdf', opdId: '' },
      { kind: 'notula', format: 'xlsx', opdId: '' },
      { kind: 'notula', format: 'pdf', opdId: ownOpd },
      { kind: 'rahasia', format: 'pdf', opdId: '' },
    ]
    for (const input of refused) expect(askPaperInput.safeParse({ rapatId, ...input }).success).toBe(false)
    const day = await makeRapat(ctx, held.organisation)
    await test.database
      .sql`update rapat set status = 'ditunda', date = null, start_time = null where id = ${day}`
    expect(await code(askPaper(ctx, actor('sekretariat'), wish(day, 'berita_acara')))).toBe('conflict')
  })

  it('are gone when their time is over, with their bytes', async () => {
    const rapatId = await makeRapat(ctx, held.organisation)
    const paperId = await made(rapatId, 'matriks')
    const { root, path } = await fetchPaper(ctx, actor('admin'), { rapatId, name: paperId })
    expect(await readFile(join(root, path))).toEqual(BYTES)
    clock.forward(3 * 86_400 + 1)
    expect(await fetched(actor('admin'), rapatId, paperId)).toBe('not-found')
    expect((await applyRetention(ctx)).papers).toBeGreaterThan(0)
    expect(await test.database.sql`select from paper where id = ${paperId}`).toEqual([])
  })
})

describe('the kept PDF of a record', () => {
  it('is there for each record, the same however often it is asked for', async () => {
    const { kept, offers } = await papersOf(ctx, actor('kepala_opd'), held.rapatId)
    expect(kept.map(({ number, file }) => [number, file?.size])).toEqual([
      [1, 6],
      [0, 6],
    ])
    expect(offers.find(({ kind }) => kind === 'notula')?.formats).toEqual(['docx'])
    const again = { rapatId: held.rapatId, number: 1 }
    await keepPaper(ctx, async () => Buffer.from('another'), again)
    const { root, path } = await fetchPaper(ctx, actor('kepala_opd'), {
      rapatId: held.rapatId,
      name: 'resmi-1',
    })
    expect(await readFile(join(root, path), 'utf8')).toBe('%PDF 1')
    expect(await code(askPaper(ctx, actor('admin'), wish(held.rapatId, 'notula')))).toBe('conflict')
    expect(await code(keepPaper(ctx, write, { rapatId: held.rapatId, number: 2 }))).toBe('not-found')
  })
})
