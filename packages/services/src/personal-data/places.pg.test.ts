import { RECORD_PLACES } from '@mufakat/db'
import { newId } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testAccounts } from '../account/test-accounts'
import { makeOrganisation, TEST_NOW, type TestOrganisation } from '../test-organisation'
import { decideErasure } from './decide-erasure'
import { collectOwnData } from './own-data'
import { PLACES } from './test-places'
import { leaveTraces } from './test-traces'

/** Lists of things that may hold no name of their place: what they are is told by what they say. */
const WITHOUT_WORDS = ['account_link.person_id', 'notice_setting.person_id', 'totp_factor.person_id']

/** Of people who have no account. */
const OF_GUESTS = ['guest.person_id', 'guest_link.person_id']
const OF_ACCOUNTS = Object.keys(PLACES).filter(place => !OF_GUESTS.includes(place))

describe('places that name a person', () => {
  let test: TestDatabase
  let organisation: TestOrganisation
  beforeAll(async () => {
    test = await testDatabase()
    organisation = await makeOrganisation(test.database)
  })
  afterAll(() => test.close())

  const rowsOf = async (place: string, personId: string): Promise<number> => {
    const { sql } = test.database
    const [table = '', column = ''] = place.split('.')
    const [row] = await sql<{ n: number }[]>`
      select count(*)::int as n from ${sql(table)} where ${sql(column)} = ${personId}`
    return row?.n ?? 0
  }
  const emptyPlaces = async (personId: string): Promise<string[]> => {
    const empty: string[] = []
    for (const place of OF_ACCOUNTS) if ((await rowsOf(place, personId)) === 0) empty.push(place)
    return empty
  }
  const goes = OF_ACCOUNTS.filter(place => PLACES[place]?.[1] === 'goes')

  it('[X6] [X8] are all known: what a copy tells of each, and what erasure does to it', async () => {
    const named = await test.database.sql<{ place: string }[]>`
      select conrelid::regclass || '.' || attname as place
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
      where c.contype = 'f' and c.confrelid in ('person'::regclass, 'guest'::regclass)
      union
      select table_name || '.' || column_name from information_schema.columns
      where table_schema = current_schema() and data_type = 'uuid' and column_name like '%person_id'`
    expect(named.map(row => row.place).sort()).toEqual(Object.keys(PLACES).sort())
  })

  it('[X8] keep the name where erasure looks for who signs, writes or acts', () => {
    const kept = Object.entries(PLACES).flatMap(([place, [, erased]]) =>
      erased === 'goes' || erased === 'trace' ? [] : [[place, erased] as const],
    )
    expect(new Map(kept.sort())).toEqual(new Map([...RECORD_PLACES].sort()))
  })

  it('[X6] are told by the copy of their person, and by nobody else’s', async () => {
    const { ctx, person } = testAccounts(test.database)
    const [me, other] = [await person(), await person()]
    await leaveTraces(ctx, organisation, { personId: me.id, mark: 'saya' })
    await leaveTraces(ctx, organisation, { personId: other.id, mark: 'lain' })
    expect(await emptyPlaces(me.id)).toEqual([])
    const copy = await test.database.db.transaction(tx => collectOwnData(tx, me.id, TEST_NOW))
    for (const [place, [copied]] of Object.entries(PLACES)) {
      if (!('list' in copied)) continue
      const told = JSON.stringify(copy[copied.list])
      if (WITHOUT_WORDS.includes(place)) expect([place, told]).not.toEqual([place, '[]'])
      else expect([place, told]).toEqual([place, expect.stringContaining(`saya ${place}`)])
    }
    expect(JSON.stringify(copy)).not.toContain('lain ')
    expect(copy.shortened).toEqual([])
    expect(copy).toMatchObject({
      ...{ noticeSettings: [{ mail: 'none', hour: 6 }], filters: [{ view: 'papan', query: 'status=belum' }] },
      ...{
        notices: expect.arrayContaining([
          expect.objectContaining({ kind: 'report-sent', year: 2026, quarter: 3 }),
        ]),
        analyses: [{ year: 2026, quarter: 3, analysis: '' }],
      },
    })
    const partsOf = (place: string) => copy.rapat.find(one => one.title === `saya ${place}`)?.parts
    expect(partsOf('invitation.signer_id')).toEqual(['signer'])
    expect(partsOf('invitation_recipient.person_id')).toEqual(['told'])
    // What was postponed is told once, and what somebody else wrote of a value is not said to be theirs.
    expect(copy.words.filter(one => one.text === 'saya card_postponement.by')).toHaveLength(1)
    expect(copy.numbers.filter(one => one.parts.includes('verified'))).toMatchObject([
      { parts: ['verified'], value: 5, quarter: 2 },
    ])
    expect(copy.numbers.filter(one => one.parts.includes('said'))).toMatchObject([
      { parts: ['said'], reason: 'Salah hitung' },
    ])
  })

  it('[X8] are empty of who was erased, where no record and nobody else needs them', async () => {
    const { ctx, person } = testAccounts(test.database)
    const { id } = await person({ nip: '198103012006041002' })
    await leaveTraces(ctx, organisation, { personId: id, mark: 'hapus' })
    expect(await emptyPlaces(id)).toEqual([])
    const requestId = newId()
    await test.database.sql`insert into erasure_request (id, person_id, wish, asked_at)
      values (${requestId}, ${id}, 'Hapus', ${TEST_NOW})`
    const admin = organisation.actor('admin')
    await decideErasure(ctx, admin, { decision: 'granted', requestId, confirmed: true })
    expect((await emptyPlaces(id)).sort()).toEqual(goes.sort())
    const wishes = await test.database.sql`select distinct wish from erasure_request where person_id = ${id}`
    expect(wishes).toEqual([{ wish: '' }])
  })

  it('[X8] keep the NIP of who signs an invitation, and the name of who is in one new table only', async () => {
    const { ctx, person } = testAccounts(test.database)
    const { sql } = test.database
    const erased = async (nip: string, leave: (id: string) => Promise<unknown>) => {
      const { id } = await person({ nip })
      await leave(id)
      const requestId = newId()
      await sql`insert into erasure_request (id, person_id, wish, asked_at) values (${requestId}, ${id}, '', ${TEST_NOW})`
      const admin = organisation.actor('admin')
      await decideErasure(ctx, admin, { decision: 'granted', requestId, confirmed: true })
      return (await sql`select name, nip from person where id = ${id}`)[0]
    }
    const [rapat] = await sql<{ id: string }[]>`
      select rapat_id as id from invitation where signer_id is null limit 1`
    expect(
      await erased(
        '198103012006041003',
        id => sql`update invitation set signer_id = ${id} where rapat_id = ${rapat?.id ?? ''}`,
      ),
    ).toEqual({ name: 'Contoh – Pegawai', nip: '198103012006041003' })
    const noted = (id: string) => sql`
      insert into quarter_note (id, year, quarter, text, written_by, written_at)
      values (${newId()}, 2026, 4, 'Teruskan', ${id}, ${TEST_NOW})`
    expect(await erased('198103012006041004', noted)).toEqual({ name: 'Contoh – Pegawai', nip: null })
    expect((await erased('198103012006041005', async () => {}))?.name).toMatch(/^Pengguna terhapus #/)
  })
})
