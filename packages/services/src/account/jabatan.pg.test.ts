import { insertJabatan, replaceTindakLanjut } from '@mufakat/db'
import { newId } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeCardOfLine, syncCards } from '../kartu/of-notula'
import { getRapat } from '../rapat-read'
import { makeOrganisation, makeRapat, TEST_NOW, type TestOrganisation } from '../test-organisation'
import { assignJabatanInput, type HandOverInput, handOverInput } from './inputs'
import { assignJabatan, endHolding, handOverJabatan, handOverView } from './jabatan'
import { getAccount } from './read'
import { code, testAccounts } from './test-accounts'

let test: TestDatabase
let accounts: ReturnType<typeof testAccounts>
let organisation: TestOrganisation
beforeAll(async () => {
  test = await testDatabase()
  accounts = testAccounts(test.database)
  organisation = await makeOrganisation(test.database)
})
afterAll(() => test.close())

const admin = () => organisation.actor('admin')
const holdingsOf = async (personId: string) => (await getAccount(accounts.ctx, admin(), personId)).holdings
const fieldsOf = (attempted: Promise<unknown>) =>
  attempted.then(
    () => null,
    error => error.fields,
  )

/** A new jabatan of the own OPD with a holder since the beginning of the year. */
async function held(name = `Kabid ${newId()}`) {
  const person = await accounts.person()
  await assignJabatan(
    accounts.ctx,
    admin(),
    assignJabatanInput.parse({
      personId: person.id,
      opdId: organisation.ownOpd,
      jabatan: name,
      isHead: false,
      kind: 'definitif',
      from: '2026-01-01',
      until: '',
    }),
  )
  const [holding] = await holdingsOf(person.id)
  return { person, name, holdingId: holding?.id ?? '' }
}

const handOver = (input: Partial<Record<keyof HandOverInput, unknown>>) =>
  handOverJabatan(
    accounts.ctx,
    admin(),
    handOverInput.parse({ kind: 'definitif', from: '2026-12-01', until: '', rapatIds: [], ...input }),
  )

describe('a jabatan', () => {
  it('is given to somebody, and made when the OPD has none of that name', async () => {
    const name = 'Kepala Bidang Perumahan'
    const first = await held(name)
    const successor = await accounts.person()
    const again = assignJabatanInput.parse({
      personId: successor.id,
      opdId: organisation.ownOpd,
      jabatan: 'kepala bidang perumahan',
      isHead: false,
      kind: 'plh',
      from: '2026-11-20',
      until: '2026-11-30',
    })
    await assignJabatan(accounts.ctx, admin(), again)
    const [row] = await test.database
      .sql`select count(*)::int as n from jabatan where lower(name) = lower(${name})`
    expect(row?.n).toBe(1)
    expect(await holdingsOf(successor.id)).toMatchObject([{ jabatan: name, kind: 'plh', when: 'now' }])
    expect(await fieldsOf(assignJabatan(accounts.ctx, admin(), again))).toEqual({
      from: 'field.holding-already-holds',
    })
    expect(
      await fieldsOf(
        assignJabatan(accounts.ctx, admin(), {
          ...again,
          personId: organisation.actor('tamu').personId,
          until: null,
        }),
      ),
    ).toEqual({ until: 'field.holding-needs-end' })
    expect(await accounts.entries(first.person.id)).toEqual(['jabatan.assign'])
  })

  it('ends on a day, not before it began', async () => {
    const { person, holdingId } = await held()
    expect(await fieldsOf(endHolding(accounts.ctx, admin(), { holdingId, until: '2025-12-31' }))).toEqual({
      until: 'field.holding-ends-first',
    })
    await endHolding(accounts.ctx, admin(), { holdingId, until: '2026-11-23' })
    expect(await holdingsOf(person.id)).toMatchObject([{ until: '2026-11-23', when: 'past' }])
  })
})

describe('handing a jabatan over', () => {
  it('shows the open work of the jabatan, which goes along, and nothing else', async () => {
    const { name, holdingId } = await held()
    const rapatId = await makeRapat(accounts.ctx, organisation)
    const row = (lineId: string, jabatan: string | null, ownerOpdId = organisation.ownOpd) => ({
      lineId,
      itemId: 'i1',
      text: lineId,
      ownerOpdId,
      jabatan,
      tenggat: null,
      priority: null,
      strategy: null,
      position: 0,
    })
    await test.database.db.transaction(async tx => {
      const rows = [
        row('miliknya', name),
        row('selesai', name),
        row('orang lain', 'Jabatan staf_opd'),
        row('kepala', null),
        row('opd lain', name, organisation.otherOpd),
      ]
      await replaceTindakLanjut(tx, { rapatId, rows, now: TEST_NOW })
      await syncCards(tx, rapatId, TEST_NOW)
      const finished = { status: 'selesai', finishedAt: TEST_NOW } as const
      await changeCardOfLine(tx, { rapatId, lineId: 'selesai' }, finished, {
        ...{ at: TEST_NOW, personId: null, kind: 'status' },
        details: { from: 'belum', to: 'selesai' },
      })
    })
    const view = await handOverView(accounts.ctx, admin(), holdingId)
    expect(view.work.map(one => one.title)).toEqual(['miliknya'])
  })

  it('ends one, begins the other and moves the rapat that were chosen, with one entry', async () => {
    const { person, holdingId } = await held()
    const successor = await accounts.person()
    const officers = { chairId: person.id, notulisId: person.id }
    const [moved, kept] = [
      await makeRapat(accounts.ctx, organisation, officers),
      await makeRapat(accounts.ctx, organisation, { chairId: person.id }),
    ]
    const view = await handOverView(accounts.ctx, admin(), holdingId)
    expect(view.rapat.map(one => [one.id, one.asChair, one.asNotulis]).sort()).toEqual(
      [
        [moved, true, true],
        [kept, true, false],
      ].sort(),
    )
    await handOver({ holdingId, personId: successor.id, rapatIds: [moved] })
    expect(await holdingsOf(person.id)).toMatchObject([{ until: '2026-11-30', when: 'now' }])
    expect(await holdingsOf(successor.id)).toMatchObject([{ from: '2026-12-01', when: 'coming' }])
    const after = await Promise.all([moved, kept].map(id => getRapat(accounts.ctx, admin(), id)))
    expect(after.map(one => [one.chair?.id, one.notulis?.id])).toEqual([
      [successor.id, successor.id],
      [person.id, undefined],
    ])
    expect((await accounts.entries(person.id)).filter(action => action === 'jabatan.hand-over')).toHaveLength(
      1,
    )
  })

  it('does nothing at all when a part of it cannot be done', async () => {
    const { person, holdingId } = await held()
    const successor = await accounts.person()
    const rapatId = await makeRapat(accounts.ctx, organisation, { notulisId: person.id })
    const elsewhere = await makeRapat(accounts.ctx, organisation)
    expect(await code(handOver({ holdingId, personId: successor.id, rapatIds: [rapatId, elsewhere] }))).toBe(
      'conflict',
    )
    expect(await holdingsOf(successor.id)).toEqual([])
    expect(await holdingsOf(person.id)).toMatchObject([{ until: null }])
    expect((await getRapat(accounts.ctx, admin(), rapatId)).notulis?.id).toBe(person.id)
    expect(await fieldsOf(handOver({ holdingId, personId: person.id }))).toEqual({
      personId: 'field.holding-same-person',
    })
    expect(await fieldsOf(handOver({ holdingId, personId: newId() }))).toEqual({ personId: 'field.unknown' })
    expect(await code(handOver({ holdingId: newId(), personId: successor.id }))).toBe('not-found')
  })

  it('lets a Plh. stand in for some days while the holder stays', async () => {
    const { person, holdingId } = await held()
    const substitute = await accounts.person()
    await handOver({
      holdingId,
      personId: substitute.id,
      kind: 'plh',
      from: '2026-11-23',
      until: '2026-11-27',
    })
    expect(await holdingsOf(person.id)).toMatchObject([{ until: null, when: 'now' }])
    expect(await holdingsOf(substitute.id)).toMatchObject([{ kind: 'plh', when: 'now' }])
  })

  it('is done once when two do it at the same time', async () => {
    const { holdingId } = await held()
    const successors = [await accounts.person(), await accounts.person()]
    const answers = await Promise.all(successors.map(one => code(handOver({ holdingId, personId: one.id }))))
    expect(answers.sort()).toEqual(['done', 'invalid-input'])
  })

  it('does not mistake another OPD’s jabatan of the same name for it', async () => {
    const { name } = await held()
    await insertJabatan(test.database.db, [{ id: newId(), opdId: organisation.otherOpd, name }])
    const other = await accounts.person()
    await assignJabatan(
      accounts.ctx,
      admin(),
      assignJabatanInput.parse({
        personId: other.id,
        opdId: organisation.otherOpd,
        jabatan: name,
        isHead: false,
        kind: 'definitif',
        from: '2026-01-01',
        until: '',
      }),
    )
    expect(await holdingsOf(other.id)).toMatchObject([{ opd: { id: organisation.otherOpd } }])
  })
})
