import { findRapat } from '@mufakat/db'
import { defined, newId } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { code, testAccounts } from '../account/test-accounts'
import { makeOrganisation, makeRapat, type TestOrganisation } from '../test-organisation'
import { TestWriter } from '../test-writer'
import { openVault } from '../vault'
import { askErasure, askExport, fetchExport, makeExport, ownDataView } from './index'

const NIK = '1706010101800001'

describe('a copy of one’s own data', () => {
  let test: TestDatabase
  let organisation: TestOrganisation
  beforeAll(async () => {
    test = await testDatabase()
    organisation = await makeOrganisation(test.database)
  })
  afterAll(() => test.close())
  const world = () => {
    const accounts = testAccounts(test.database)
    return { ...accounts, ctx: { ...accounts.ctx, vault: openVault('r'.repeat(32)) } }
  }

  it('[X6] holds what is kept about the person, and nothing of anybody else', async () => {
    const { ctx } = world()
    const { sql } = test.database
    const [me, other] = [organisation.actor('staf_opd'), organisation.actor('kepala_opd')]
    for (const [actor, mark] of [
      [me, 'saya'],
      [other, 'lain'],
    ] as const) {
      await sql`update person set email = ${`${mark}@contoh.go.id`} where id = ${actor.personId}`
      const rapatId = await makeRapat(ctx, organisation, { title: `Rapat ${mark}` })
      const { documentId } = defined(await findRapat(test.database.db, rapatId), 'rapat')
      const writer = await TestWriter.open(ctx, documentId, actor.personId)
      writer.text().insert(1, `Tulisan ${mark}. `)
      await writer.commit()
    }
    // For themselves, and in somebody's place, of whom it tells nothing.
    const [first] = await sql<{ id: string }[]>`select id from rapat where title = 'Rapat saya'`
    await sql`insert into attendance (id, rapat_id, kind, opd_id, person_id, name, jabatan, rsvp, rsvp_reason, presence,
        deputy_id, deputy_name, deputy_jabatan, arrived_at, created_at)
      values (${newId()}, ${first?.id ?? ''}, 'person', null, ${me.personId}, 'Nama saya', 'Staf', 'izin', 'Sakit', 'izin',
          null, null, '', null, now()),
        (${newId()}, ${first?.id ?? ''}, 'opd', ${organisation.ownOpd}, ${other.personId}, 'Kepala lain', 'Kepala', 'diwakilkan',
          'Urusan lain', 'diwakilkan', ${me.personId}, 'Nama saya', 'Staf', '2026-12-08T02:00:00Z', now() - interval '1 hour')`
    await askErasure(ctx, me, { wish: 'Saya pensiun.', confirmed: true })
    await askExport(ctx, me)
    const [waiting] = (await ownDataView(ctx, me)).exports
    expect(waiting).toMatchObject({ readyAt: null })
    const id = defined(waiting, 'a copy').id
    expect(await code(fetchExport(ctx, me, id))).toBe('not-found')
    await makeExport(ctx, id)
    const copy = await fetchExport(ctx, me, id)
    expect(copy).toMatchObject({
      person: { email: 'saya@contoh.go.id', role: 'staf_opd' },
      jabatan: [{ jabatan: 'Jabatan staf_opd', opd: 'Dinas Sendiri' }],
      rapat: [{ title: 'Rapat saya', parts: ['writer'] }],
      attendance: [
        {
          rapat: 'Rapat saya',
          isDeputy: false,
          name: 'Nama saya',
          answer: 'izin',
          reason: 'Sakit',
          arrivedAt: null,
        },
        {
          isDeputy: true,
          name: 'Nama saya',
          jabatan: 'Staf',
          reason: '',
          arrivedAt: '2026-12-08T02:00:00.000Z',
        },
      ],
      texts: [{ rapat: 'Rapat saya', text: 'Tulisan saya.' }],
      requests: [{ state: 'open', wish: 'Saya pensiun.' }],
      shortened: [],
    })
    expect(copy.entries.map(entry => entry.action).sort()).toEqual(['data.export', 'erasure.ask'])
    expect(JSON.stringify(copy)).not.toContain('lain')
  })

  it('[X6] is there for its person only, sealed, and until its time is over', async () => {
    const { ctx, clock } = world()
    const [me, other] = [organisation.actor('tamu'), organisation.actor('admin')]
    await askExport(ctx, me)
    const id = defined((await ownDataView(ctx, me)).exports[0], 'a copy').id
    await makeExport(ctx, id)
    expect(await code(fetchExport(ctx, me, id))).toBe('done')
    expect(await code(fetchExport(ctx, other, id))).toBe('not-found')
    expect(await code(fetchExport(ctx, null, id))).toBe('not-signed-in')
    expect(await code(fetchExport({ ...ctx, vault: openVault('s'.repeat(32)) }, me, id))).toBe('not-found')
    const [row] = await test.database.sql`select content from data_export where id = ${id}`
    expect(Buffer.from(row?.content).toString('latin1')).not.toContain('tamu own')
    clock.forward(7 * 86_400 + 1)
    expect(await code(fetchExport(ctx, me, id))).toBe('not-found')
    expect((await ownDataView(ctx, me)).exports).toEqual([])
  })

  it('is made one at a time, and a few in a row', async () => {
    const { ctx, clock } = world()
    const me = organisation.actor('pimpinan')
    const codes: string[] = []
    for (let n = 0; n < 4; n++) {
      clock.forward(1)
      codes.push(await code(askExport(ctx, me)))
      if (n === 0) codes.push(await code(askExport(ctx, me)))
      const [newest] = (await ownDataView(ctx, me)).exports
      await makeExport(ctx, defined(newest, 'a copy').id)
    }
    expect(codes).toEqual(['done', 'conflict', 'done', 'done', 'rate-limited'])
    const { sql } = test.database
    expect(
      await sql`select count(*)::int as n from audit_entry
      where action = 'data.export' and actor_id = ${me.personId}`,
    ).toEqual([{ n: 3 }])
  })

  it('[X5] asks before a wish with a number like a NIK is kept', async () => {
    const { ctx } = world()
    const me = organisation.actor('pimpinan')
    expect(await code(askErasure(ctx, me, { wish: `NIK ${NIK}`, confirmed: true }))).toBe('invalid-input')
    expect((await ownDataView(ctx, me)).erasures).toEqual([])
  })
})
