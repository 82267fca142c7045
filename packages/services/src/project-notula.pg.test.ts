import type { ContentLine, Json, NotulaContent } from '@mufakat/doc-model'
import { fingerprint, type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  getRapat,
  listKeputusan,
  listProjectable,
  listTindakLanjut,
  notulaContent,
  projectNotula,
  rapatOfDocument,
} from './index'
import type { TestOrganisation } from './test-organisation'
import { makeOrganisation, makeRapat, TEST_NOW, TestClock } from './test-organisation'

const line = (id: string, kind: string, text: string, attrs: Record<string, Json> = {}): ContentLine => ({
  id,
  kind,
  level: 0,
  attrs,
  spans: [{ text }],
})
const content = (...lines: ContentLine[]): NotulaContent => ({
  version: 1,
  items: [{ id: 'i1', title: 'Acara', minutes: 10, presenter: null, lines }],
})

describe('projecting a notula', () => {
  let test: TestDatabase
  let organisation: TestOrganisation
  let rapatId: string
  const clock = new TestClock()
  const ctx = () => ({ database: test.database, clock })
  const boss = () => organisation.actor('sekretariat')
  const project = (seq: number, of: NotulaContent) =>
    test.database.db.transaction(tx => projectNotula(tx, { rapatId, seq, content: of, now: TEST_NOW }))
  const actions = () => listTindakLanjut(ctx(), boss(), rapatId)

  beforeAll(async () => {
    test = await testDatabase()
    organisation = await makeOrganisation(test.database)
  })
  afterAll(() => test.close())
  beforeEach(async () => {
    rapatId = await makeRapat(ctx(), organisation)
  })

  it('makes rows of items, decisions and tindak lanjut', async () => {
    const owner = organisation.ownOpd
    const attrs = { owner, jabatan: 'Kepala', tenggat: '2026-11-20', prioritas: 'tinggi', strategi: 'c' }
    const of = content(
      line('a', 'paragraf', 'Pembahasan'),
      line('b', 'keputusan', 'Disepakati'),
      line('c', 'tindak-lanjut', 'Menyusun rencana', attrs),
    )
    expect(await project(2, of)).toBe('projected')
    expect((await getRapat(ctx(), boss(), rapatId)).agenda).toEqual([
      { itemId: 'i1', title: 'Acara', minutes: 10, presenter: null },
    ])
    expect(await listKeputusan(ctx(), boss(), rapatId)).toEqual([
      { lineId: 'b', itemId: 'i1', text: 'Disepakati' },
    ])
    expect(await actions()).toMatchObject([
      {
        lineId: 'c',
        text: 'Menyusun rencana',
        owner: { id: owner },
        jabatan: 'Kepala',
        tenggat: '2026-11-20',
        tenggatState: 'terlambat',
        priority: 'tinggi',
        strategy: 'c',
        status: 'belum',
      },
    ])
    expect(await notulaContent(ctx(), boss(), rapatId)).toEqual({ seq: 2, content: of })
  })

  it('changes nothing when run again or with an older sequence', async () => {
    const of = content(line('b', 'keputusan', 'Disepakati'))
    await project(5, of)
    const before = await fingerprint(test.database)
    expect(await project(5, content())).toBe('stale')
    expect(await project(4, content())).toBe('stale')
    expect(await fingerprint(test.database)).toBe(before)
    expect(await project(6, of)).toBe('projected')
    expect(await listKeputusan(ctx(), boss(), rapatId)).toHaveLength(1)
  })

  it('keeps the state of a tindak lanjut through deletion and return', async () => {
    const of = content(line('c', 'tindak-lanjut', 'Menyusun rencana'))
    await project(2, of)
    await test.database.sql`update card set status = 'berjalan' where rapat_id = ${rapatId}`
    await project(3, content())
    expect(await actions()).toEqual([])
    await project(4, content(line('c', 'tindak-lanjut', 'Menyusun rencana baru')))
    expect(await actions()).toMatchObject([{ text: 'Menyusun rencana baru', status: 'berjalan' }])
  })

  it('moves a line that changes its kind from one list to the other', async () => {
    await project(2, content(line('c', 'tindak-lanjut', 'X')))
    await project(3, content(line('c', 'keputusan', 'X')))
    expect(await actions()).toEqual([])
    expect(await listKeputusan(ctx(), boss(), rapatId)).toHaveLength(1)
  })

  it('lets the first of two lines with one id keep it', async () => {
    await project(2, content(line('c', 'tindak-lanjut', 'Pertama'), line('c', 'tindak-lanjut', 'Kedua')))
    expect((await actions()).map(one => one.text)).toEqual(['Pertama'])
  })

  it('takes what no rule knows as null and what no column takes away', async () => {
    const attrs = {
      owner: '01900000-0000-7000-8000-000000000000',
      jabatan: 7,
      tenggat: '2026-02-30',
      prioritas: 'gawat',
      strategi: 'z',
    }
    const of = content(
      line('c', 'tindak-lanjut', 'a\u0000b\ud800c', attrs),
      line('d', 'tindak-lanjut', 'x', { owner: 'Dinsos' }),
      line('e', 'lain-lain', 'y'),
    )
    expect(await project(2, of)).toBe('projected')
    expect(await actions()).toMatchObject([
      { text: 'ab\ufffdc', owner: null, jabatan: null, tenggat: null, priority: null, strategy: null },
      { text: 'x', owner: null },
    ])
    expect((await notulaContent(ctx(), boss(), rapatId)).content).toEqual(of)
  })

  it('ends at the newest when two run at once', async () => {
    for (let round = 0; round < 10; round++) {
      const seq = 10 + round * 2
      await Promise.all([
        project(seq, content(line('old', 'keputusan', 'lama'))),
        project(seq + 1, content(line('new', 'keputusan', 'baru'))),
      ])
      expect((await listKeputusan(ctx(), boss(), rapatId)).map(one => one.lineId)).toEqual(['new'])
    }
  })

  it('tells which documents are behind and whose they are', async () => {
    const { documentId, subject } = await getRapat(ctx(), boss(), rapatId)
    expect(await rapatOfDocument(test.database, documentId)).toEqual({ rapatId, subject })
    expect(await rapatOfDocument(test.database, rapatId)).toBeNull()
    expect(await rapatOfDocument(test.database, 'x')).toBeNull()
    await test.database.sql`update document set head_seq = 3 where id = ${documentId}`
    expect(await listProjectable(test.database)).toEqual([{ rapatId, documentId, projectedSeq: 1 }])
    await project(3, content())
    expect(await listProjectable(test.database)).toEqual([])
  })
})
