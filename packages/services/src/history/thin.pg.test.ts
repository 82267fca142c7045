import { BrokenLog, findHead, openLog } from '@mufakat/db'
import { appendLines, itemPlainText } from '@mufakat/doc-model'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as services from '../index'
import { makeOrganisation, makeRapat, TEST_NOW, TestClock } from '../test-organisation'
import { TestWriter } from '../test-writer'

let test: TestDatabase
beforeAll(async () => {
  test = await testDatabase()
})
afterAll(() => test.close())

const DAY = 24 * 60

it('leaves what the policy keeps, and opening, reading, comparing and redacting go on from it', async () => {
  const { database } = test
  const organisation = await makeOrganisation(database)
  const admin = organisation.actor('admin')
  const clock = new TestClock()
  const ctx = { database, clock }
  const rapatId = await makeRapat(ctx, organisation, {
    agenda: [{ title: 'Pembukaan', minutes: 10, presenter: null }],
  })
  const { documentId } = await services.getRapat(ctx, admin, rapatId)
  const writer = await TestWriter.open(ctx, documentId, admin.personId)
  const write = async (id: string, text: string, minutes: number) => {
    appendLines(writer.doc, writer.text(), [{ id, text }])
    await writer.commit(new Date(TEST_NOW.getTime() + minutes * 60_000))
  }
  await database.sql`update document_log set at = ${TEST_NOW} where document_id = ${documentId}`
  await write('a', 'satu', 1)
  await services.nameVersion(ctx, admin, { rapatId, name: 'Pagi' })
  await write('b', 'dua 998877', 60)
  await write('c', 'tiga', DAY)
  await write('d', 'empat', DAY + 1)
  const words = async (seq: number) => {
    const { content } = await services.notulaVersion(ctx, admin, { rapatId, seq })
    return content.items.map(itemPlainText).join()
  }
  const open = async () => openLog(database.sql, documentId, null)
  const before = await open()
  const wordsBefore = await Promise.all([2, 3, 5].map(words))

  expect(await services.thinHistories(ctx)).toBe(0)
  await database.sql`update rapat set notula_state = 'disahkan' where id = ${rapatId}`
  expect(await services.thinHistories(ctx)).toBe(0)
  clock.forward(40 * DAY * 60)
  expect(await services.thinHistories(ctx)).toBe(1)
  expect(await services.thinHistories(ctx)).toBe(0)

  const [left] = await database.sql`
    select count(*)::int as n from document_log where document_id = ${documentId}`
  expect(left?.n).toBe(0)
  expect(await Promise.all([2, 3, 5].map(words))).toEqual(wordsBefore)
  await expect(words(4)).rejects.toMatchObject({ code: 'not-found' })
  const after = await open()
  expect(after).toMatchObject({ head: before?.head, rows: [], snapshot: { seq: 5 } })
  const resumed = await openLog(database.sql, documentId, {
    ...after?.head,
    lineage: after?.lineage,
  } as never)
  expect(resumed).toMatchObject({ resumed: true, rows: [] })
  // As after restoring a backup: everybody starts anew, and what stays is still all there is.
  await database.sql`update document set lineage = gen_random_uuid() where id = ${documentId}`
  expect(await open()).toMatchObject({ head: before?.head, snapshot: { seq: 5 } })
  expect(await Promise.all([2, 3, 5].map(words))).toEqual(wordsBefore)
  const versions = await services.notulaVersions(ctx, admin, rapatId)
  expect(versions.map(({ kind, seq }) => [kind, seq])).toEqual([
    ['kept', 5],
    ['kept', 3],
    ['named', 2],
  ])
  const { comparison } = await services.compareVersions(ctx, admin, { rapatId, from: 2, to: 5 })
  expect(comparison.count).toBe(3)

  expect((await services.findPassage(ctx, admin, { rapatId, passage: '998877' })).occurrences).toHaveLength(1)
  const { lineage } = (await findHead(database.db, documentId)) ?? expect.fail()
  await services.redactPassage(ctx, admin, { rapatId, passage: '998877' })
  expect((await findHead(database.db, documentId))?.lineage).not.toBe(lineage)
  expect(await Promise.all([2, 3, 5].map(words))).toEqual(wordsBefore.map(text => text.replace('998877', '')))
  expect((await open())?.rows).toHaveLength(1)

  // Damaged where the rows are gone: nobody is given a part of it.
  await database.sql`update document_version set state = set_byte(state, 9, get_byte(state, 9) # 1) where seq = 5`
  await expect(open()).rejects.toThrow(BrokenLog)
  await expect(words(5)).rejects.toMatchObject({ code: 'not-found' })
  expect(await words(3)).toBe(wordsBefore[1]?.replace('998877', ''))
})
