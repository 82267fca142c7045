import { newId } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as services from '../index'
import { approveAs, type HeldRapat, heldRapat, takeIn } from '../ratification/test-ratified'
import { makeRapat, TestClock, type TestOrganisation } from '../test-organisation'

let test: TestDatabase
let organisation: TestOrganisation | undefined
let held: HeldRapat

beforeAll(async () => {
  test = await testDatabase()
})
afterAll(() => test.close())
beforeEach(async () => {
  const ctx = { database: test.database, clock: new TestClock(), baseUrl: 'http://127.0.0.1' }
  held = await heldRapat(ctx, organisation)
  organisation = held.organisation
  await takeIn(held)
})

const head = () => held.organisation.actor('kepala_opd')
const lineId = () => `t-${held.rapatId}`
const hashNow = async () => {
  const { items } = await services.readBack(held.ctx, head(), held.rapatId)
  return items.flatMap(item => item.tindakLanjut).find(one => one.lineId === lineId())?.hash ?? ''
}
const accept = async (actor = head(), saidBy = '') =>
  services.acceptTindakLanjut(held.ctx, actor, {
    ...{ rapatId: held.rapatId, lineId: lineId(), hash: await hashNow(), saidBy },
  })
const shown = async () => {
  const rows = await services.listTindakLanjut(held.ctx, held.chair, held.rapatId)
  return rows.find(row => row.lineId === lineId())?.answer
}
const change = async (name: 'tenggat' | 'prioritas', value: string) => {
  await held.writer.read()
  held.writer.setAttr(lineId(), name, value)
  await held.writer.commit()
  await takeIn(held)
}

describe('what owners said, beside their tindak lanjut', () => {
  it('[BU6] is that it was accepted, by which jabatan and when, as long as it says just that', async () => {
    expect(await shown()).toBeNull()
    await accept()
    const accepted = {
      standing: 'diterima',
      by: 'Jabatan kepala_opd',
      opd: 'Sendiri',
      name: 'kepala_opd own',
      at: held.ctx.clock.now().toISOString(),
    }
    expect(await shown()).toEqual(accepted)
    // Each of the facts is part of what was accepted.
    await change('prioritas', 'rendah')
    expect(await shown()).toEqual({ ...accepted, standing: 'berubah' })
    await change('prioritas', 'tinggi')
    expect(await shown()).toEqual(accepted)
  })

  it('[BU6] is a counter-offer that came later, until it is decided about', async () => {
    await accept()
    held.ctx.clock.forward(60)
    await services.counterTindakLanjut(
      held.ctx,
      head(),
      services.counterInput.parse({
        ...{ rapatId: held.rapatId, lineId: lineId(), hash: await hashNow(), text: 'Menyusun rencana' },
        ...{ ownerOpdId: held.organisation.ownOpd, tenggat: '2026-12-27', reason: 'Data belum lengkap.' },
      }),
    )
    expect(await shown()).toMatchObject({ standing: 'ditawar' })
  })

  it('[BU6] names whose word somebody else wrote down', async () => {
    await accept(held.organisation.actor('admin', 'other'), 'Kepala Bidang Perumahan')
    expect(await shown()).toMatchObject({ by: 'Kepala Bidang Perumahan', name: 'admin other' })
  })

  it('[BU6] stays once it is ratified, also in the list of the next rapat, whatever becomes of its tenggat', async () => {
    await accept()
    const { ctx, rapatId, chair, notulis } = held
    const { sql } = test.database
    const seriesId = newId()
    await sql`insert into series (id, name, cadence, dates, title, agenda, created_by, created_at, updated_at)
      values (${seriesId}, 'Rakor', 'triwulan', '[]', 'Rakor [triwulan]', '[]', ${notulis.personId}, now(), now())`
    const next = await makeRapat(ctx, held.organisation, { year: 2027, quarter: 1, date: '2027-03-09' })
    await sql`update rapat set series_id = ${seriesId} where id in ${sql([rapatId, next])}`
    await services.submitNotula(ctx, notulis, { rapatId })
    await approveAs(held, chair)
    await approveAs(held, notulis)
    const answer = await shown()
    expect(answer).toMatchObject({ standing: 'diterima' })
    await services.postponeTindakLanjut(ctx, notulis, {
      ...{ rapatId, lineId: lineId(), to: '2027-01-20', reason: 'Menunggu data', duringRapatId: null },
    })
    expect(await shown()).toEqual(answer)
    const notes = await services.agendaNotes(ctx, notulis, next)
    const lines = notes.carried?.groups.flatMap(group => group.lines) ?? []
    expect(lines.find(line => line.lineId === lineId())).toMatchObject({ due: '2027-01-20', answer })
    expect(lines.filter(line => line.answer !== null)).toHaveLength(1)
  })
})
