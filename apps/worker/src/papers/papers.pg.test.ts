import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Actor, FORMATS_OF, PAPER_KINDS, type PaperFormat } from '@mufakat/domain'
import { FileStore } from '@mufakat/files'
import {
  askPaper,
  fetchPaper,
  keepPaper,
  makePaper,
  type PapersView,
  papersOf,
  seedDemo,
  sweepFiles,
  watchPapers,
} from '@mufakat/services'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writePaper } from './write'

const BASE = 'https://rapat.contoh.go.id'

let test: TestDatabase
let root: string
let sekretariat: Actor
let now = new Date('2026-11-26T02:00:00Z')
let draftId: string
let ratifiedId: string
beforeAll(async () => {
  test = await testDatabase()
  root = await mkdtemp(join(tmpdir(), 'mufakat-kertas-'))
  await seedDemo({ database: test.database, clock: { now: () => now } })
  const { sql } = test.database
  const [person] = await sql<{ id: string }[]>`select id from person where role = 'sekretariat' limit 1`
  sekretariat = { personId: person?.id ?? '', role: 'sekretariat', opdId: null }
  const [ratified] = await sql<{ id: string }[]>`
    select rapat_id as id from sealed_record where number = 0 order by at limit 1`
  const [draft] = await sql<{ id: string }[]>`
    select r.id from rapat r where notula_state = 'draf' and date is not null
    order by (select count(*) from tindak_lanjut t where t.rapat_id = r.id) desc limit 1`
  ratifiedId = ratified?.id ?? ''
  draftId = draft?.id ?? ''
})
afterAll(async () => {
  await test.close()
  await rm(root, { recursive: true, force: true })
})

const world = () => ({
  database: test.database,
  clock: { now: () => now },
  store: new FileStore({ root, reserveBytes: 0 }),
  scan: null,
  baseUrl: BASE,
})
const bytesOf = async (rapatId: string, name: string): Promise<Buffer> => {
  const content = await fetchPaper(world(), sekretariat, { rapatId, name })
  return readFile(join(content.root, content.path))
}
const papers = (rapatId: string): Promise<PapersView> => papersOf(world(), sekretariat, rapatId)
/** Asks a little later than before: of what is asked for, the newest is told. */
function ask(asked: Parameters<typeof askPaper>[2]): Promise<string> {
  now = new Date(now.getTime() + 1)
  return askPaper(world(), sekretariat, asked)
}
const make = (paperId: string, write = writePaper) =>
  makePaper(world(), write, { paperId, isLastAttempt: true })

/** What tells each format, whoever opens it. */
const MARKS: Readonly<Record<PaperFormat, { readonly head: string; readonly within: string }>> = {
  pdf: { head: '%PDF-', within: '/StructTreeRoot' },
  docx: { head: 'PK\x03\x04', within: 'word/document.xml' },
  xlsx: { head: 'PK\x03\x04', within: 'xl/worksheets/sheet1.xml' },
}

describe('papers that a worker makes', () => {
  it.each(PAPER_KINDS.flatMap(kind => FORMATS_OF[kind].map(format => [kind, format] as const)))(
    '%s as %s, of a draft and of what is ratified',
    { timeout: 60_000 },
    async (kind, format) => {
      for (const rapatId of [draftId, ratifiedId]) {
        const { opd, kept } = await papers(rapatId)
        const opdId = kind === 'cuplikan' ? (opd[0]?.id ?? null) : null
        const asked = { rapatId, kind, format, opdId }
        if (kept.length > 0 && kind === 'notula' && format === 'pdf') {
          await expect(ask(asked)).rejects.toMatchObject({ code: 'conflict' })
          continue
        }
        const paperId = await ask(asked)
        // Who asks meanwhile waits for the same.
        expect(await ask(asked)).toBe(paperId)
        await make(paperId)
        const bytes = await bytesOf(rapatId, paperId)
        const { head, within } = MARKS[format]
        expect([bytes.toString('latin1', 0, head.length), bytes.includes(within)]).toEqual([head, true])
        const made = (await papers(rapatId)).offers.find(one => one.kind === kind)?.made
        expect(made?.find(one => one.id === paperId)).toMatchObject({
          state: 'ready',
          progress: 100,
          size: bytes.length,
        })
        // A job that comes again finds nothing to do.
        await make(paperId)
        expect(await bytesOf(rapatId, paperId)).toEqual(bytes)
      }
    },
  )

  it('tell when they fail, and begin anew when they are asked for again', async () => {
    const asked = { rapatId: draftId, kind: 'matriks', format: 'xlsx', opdId: null } as const
    const first = await ask(asked)
    const broken = async () => Promise.reject(new Error('no room'))
    await expect(make(first, broken)).rejects.toThrow('no room')
    const state = async () =>
      (await papers(draftId)).offers
        .find(one => one.kind === 'matriks')
        ?.made.find(one => one.format === 'xlsx')
    expect(await state()).toMatchObject({ id: first, state: 'failed' })
    await expect(bytesOf(draftId, first)).rejects.toMatchObject({ code: 'not-found' })
    const second = await ask(asked)
    expect(second).not.toBe(first)
    await make(second)
    expect(await state()).toMatchObject({ id: second, state: 'ready' })
  })

  it('are given up when nobody makes them', async () => {
    const asked = { rapatId: draftId, kind: 'notula', format: 'docx', opdId: null } as const
    const paperId = await ask(asked)
    now = new Date(now.getTime() + 3_601_000)
    await watchPapers(world())
    await make(paperId)
    await expect(bytesOf(draftId, paperId)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('the PDF of what is ratified', () => {
  const entries = async () =>
    test.database.sql<{ details: Record<string, unknown> }[]>`
      select details from audit_entry where action = 'kertas.keep' and rapat_id = ${ratifiedId}`

  it('is asked for when it is ratified, and again where it is missing', async () => {
    const jobs = async () =>
      test.database.sql<{ key: string }[]>`
        select key from graphile_worker._private_jobs where key like 'paper-keep:%' order by key`
    const waiting = await jobs()
    expect(waiting.map(({ key }) => key)).toContain(`paper-keep:${ratifiedId}:0`)
    await watchPapers(world())
    expect(await jobs()).toEqual(waiting)
  })

  it('is made once, with its hash in the audit, and downloaded as the same bytes by everybody', async () => {
    const record = { rapatId: ratifiedId, number: 0 }
    await keepPaper(world(), writePaper, record)
    const bytes = await bytesOf(ratifiedId, 'resmi-0')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect((await papers(ratifiedId)).kept).toMatchObject([
      { number: 0, file: { sha256, size: bytes.length } },
    ])
    // Later rows, another day, another worker.
    now = new Date(now.getTime() + 90 * 86_400_000)
    await test.database.sql`update opd set name = name || ' (baru)'`
    await keepPaper(world(), writePaper, record)
    expect(await bytesOf(ratifiedId, 'resmi-0')).toEqual(bytes)
    expect(await entries()).toMatchObject([{ details: { number: 0, sha256, size: bytes.length } }])
    await watchPapers(world())
    await sweepFiles(world())
    expect(await bytesOf(ratifiedId, 'resmi-0')).toEqual(bytes)
  })
})
