import { newId } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testAccounts } from '../account/test-accounts'
import { SETTINGS } from '../settings/catalogue'
import { changeSetting } from '../settings/settings'
import { makeOrganisation, makeRapat, TEST_NOW, type TestOrganisation } from '../test-organisation'
import { applyRetention, nextRetentionRun, retentionView } from './index'

const DAY_MS = 24 * 3_600_000
const ago = (days: number): Date => new Date(TEST_NOW.getTime() - days * DAY_MS)
const NOTHING = { sessions: 0, limits: 0, access: 0, mails: 0, links: 0, exports: 0, papers: 0, notices: 0 }

describe('retention', () => {
  let test: TestDatabase
  let organisation: TestOrganisation
  beforeAll(async () => {
    test = await testDatabase()
    organisation = await makeOrganisation(test.database)
  })
  afterAll(() => test.close())

  it('[X9] forgets what is past its days and nothing younger, with one entry that counts', async () => {
    const { database } = test
    const { sql } = database
    const { ctx } = testAccounts(database)
    const person = organisation.actor('staf_opd').personId
    const rapatId = await makeRapat(ctx, organisation)
    const fileId = newId()
    await sql`insert into file (id, subject_kind, subject_id, kind, name, stored_name, size, sha256, thumbnail_size,
      added_by, added_at) values (${fileId}, 'rapat', ${rapatId}, 'pdf', 'a.pdf', 'a', 1, ${Buffer.alloc(32)}, 0,
      ${person}, ${TEST_NOW})`
    for (const [days, mark] of [
      [399, 'young'],
      [401, 'old'],
    ] as const) {
      await sql`insert into session (id, token_hash, person_id, created_at, last_seen_at, expires_at, ended_at, address,
        user_agent) values (${newId()}, ${Buffer.from(mark)}, ${person}, ${ago(days + 1)}, ${ago(days)},
        ${ago(days - 20)}, ${ago(days)}, '10.0.0.1', ${mark})`
      await sql`insert into file_access (id, at, file_id, person_id)
        values (${newId()}, ${ago(days)}, ${fileId}, ${person})`
      await sql`insert into paper_access (id, at, rapat_id, kind, format, person_id)
        values (${newId()}, ${ago(days)}, ${rapatId}, 'notula', 'pdf', ${person})`
    }
    for (const [days, mark] of [
      [179, 'young'],
      [181, 'old'],
    ] as const) {
      await sql`insert into mail (id, event, template, locale, recipient, state, created_at, sent_at)
        values (${newId()}, ${`test:${mark}`}, 'test', 'id', ${`${mark}@contoh.go.id`}, 'sent', ${ago(days)},
          ${ago(days)})`
      await sql`insert into mail (id, event, template, locale, recipient, data, state, created_at)
        values (${newId()}, ${`test:waits-${mark}`}, 'test', 'id', ${`waits-${mark}@contoh.go.id`}, '{}', 'waiting',
          ${ago(days)})`
    }
    for (const [days, mark] of [
      [89, 'young'],
      [91, 'old'],
    ] as const)
      await sql`insert into account_link (id, kind, person_id, token_hash, created_at, expires_at, used_at)
        values (${newId()}, 'reset', ${person}, ${Buffer.from(mark)}, ${ago(days)}, ${ago(days)}, ${ago(days)})`
    await sql`insert into data_export (id, person_id, asked_at, ready_at, expires_at, content)
      values (${newId()}, ${person}, ${ago(9)}, ${ago(9)}, ${ago(1)}, ${Buffer.from('old')})`
    for (const [days, format] of [
      [-1, 'pdf'],
      [1, 'docx'],
    ] as const)
      await sql`insert into paper (id, rapat_id, kind, format, state, asked_by, asked_at, finished_at, expires_at)
        values (${newId()}, ${rapatId}, 'notula', ${format}, 'failed', ${person}, ${ago(4)}, ${ago(4)}, ${ago(days)})`
    const before = await sql`select count(*)::int as n from audit_entry`

    const counts = { ...NOTHING, sessions: 1, access: 2, mails: 1, links: 1, exports: 1, papers: 1 }
    expect(await applyRetention(ctx)).toEqual(counts)
    expect(await sql`select user_agent from session`).toEqual([{ user_agent: 'young' }])
    expect(await sql`select count(*)::int as n from file_access`).toEqual([{ n: 1 }])
    expect(await sql`select format from paper`).toEqual([{ format: 'pdf' }])
    const addresses = await sql`select recipient from mail where event like 'test:%' order by event`
    expect(addresses.map(row => row.recipient)).toEqual([
      'terhapus@kosong.invalid',
      'waits-old@contoh.go.id',
      'waits-young@contoh.go.id',
      'young@contoh.go.id',
    ])
    expect(await sql`select content from data_export`).toEqual([{ content: null }])
    expect(await sql`select count(*)::int as n from audit_entry`).toEqual([{ n: (before[0]?.n ?? 0) + 1 }])

    // Again, as after a crash: nothing more goes.
    expect(await applyRetention(ctx)).toEqual(NOTHING)
    const view = await retentionView(ctx, organisation.actor('admin'))
    expect(view).toMatchObject({ last: { counts: NOTHING }, next: new Date('2026-11-24T18:40:00Z') })
  })

  it('takes days within bounds only', async () => {
    const { ctx } = testAccounts(test.database)
    const { schema, initial } = SETTINGS.retention
    expect(schema.safeParse({ ...initial, sessionDays: 89 }).success).toBe(false)
    expect(schema.safeParse({ ...initial, accessDays: 1_831 }).success).toBe(false)
    const value = { ...initial, sessionDays: 90, mailDays: 30, linkDays: 30, exportDays: 1 }
    await changeSetting(ctx, organisation.actor('admin'), { key: 'retention', value, revision: 0 })
    // Sessions above have ended 399 days ago.
    expect((await applyRetention(ctx)).sessions).toBe(1)
  })

  it('[X9] keeps what was written in notula and audit, however old', async () => {
    const { database } = test
    const { sql } = database
    const { ctx, clock } = testAccounts(database)
    const rows =
      () => sql`select (select count(*) from document_log) as log, (select count(*) from keputusan) as k,
      (select count(*) from audit_entry where action <> 'retention.apply') as audit`
    const before = await rows()
    clock.forward(20 * 365 * 86_400)
    await applyRetention(ctx)
    expect(await rows()).toEqual(before)
  })

  it('goes each night', () => {
    expect(nextRetentionRun(new Date('2026-11-24T18:40:00Z'))).toEqual(new Date('2026-11-25T18:40:00Z'))
    expect(nextRetentionRun(new Date('2026-12-31T18:39:59Z'))).toEqual(new Date('2026-12-31T18:40:00Z'))
  })
})
