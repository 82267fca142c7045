import { listNotulaIndicators, listSealedRecords } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { type AppError, defined, newId } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gatherPaper } from '../papers/gather'
import { approveNotula } from '../ratification/approve'
import { notulaReview } from '../ratification/read-review'
import { submitNotula } from '../ratification/review'
import { reviewMark } from '../ratification/review-mark'
import {
  approveAs,
  type HeldRapat,
  heldRapat,
  type ReviewContext,
  seenBy,
  takeIn,
} from '../ratification/test-ratified'
import { recordText } from '../sealing/sealed-text'
import { makeIndicator, sayValue } from '../test-indicator'
import { fileContext, makeOrganisation, TestClock, type TestOrganisation } from '../test-organisation'
import { notulaFigures } from './read'

let test: TestDatabase
let organisation: TestOrganisation
let ctx: ReviewContext
beforeAll(async () => {
  test = await testDatabase()
  organisation = await makeOrganisation(test.database)
  ctx = { database: test.database, clock: new TestClock(), baseUrl: 'https://rapat.contoh.go.id' }
})
afterAll(() => test.close())

const say = (indicatorId: string, value: number | null, more: { quarter?: number; finality?: string } = {}) =>
  sayValue(test.database, organisation, { indicatorId, value, ...more })

/** Its notula names these from now on. */
async function name(held: HeldRapat, ...ids: string[]): Promise<void> {
  for (const id of ids)
    held.writer.write({
      id: `n-${id}`,
      spans: [{ text: 'Kini ' }, { embed: { indicator: { id, label: 'Namanya' } } }],
    })
  await held.writer.commit(ctx.clock.now())
  await takeIn(held)
}

/** A held rapat whose notula names these. */
async function naming(...ids: string[]): Promise<HeldRapat> {
  const held = await heldRapat(ctx, organisation)
  await name(held, ...ids)
  return held
}
const rowsOf = ({ rapatId }: HeldRapat) => listNotulaIndicators(test.database.db, rapatId)
const numbers = async ({ rapatId }: HeldRapat, actor: Actor, asked: string[] = []) => {
  const { figures } = await notulaFigures(ctx, actor, { rapatId, asked })
  return Object.fromEntries(Object.entries(figures).map(([id, figure]) => [id, figure.number]))
}

describe('what a notula says an indicator stands at', () => {
  it('[N32] is of those that it names, again and again the same, and of what nobody knows nothing', async () => {
    const [id, other] = [await makeIndicator(test.database, organisation), newId()]
    const held = await naming(id, other, 'bukan-id')
    const rows = await rowsOf(held)
    expect(rows.map(row => row.indicatorId)).toEqual([id])
    await held.writer.write('Lagi.')
    await held.writer.commit(ctx.clock.now())
    await takeIn(held)
    expect(await rowsOf(held)).toEqual(rows)
    const text = held.writer.text()
    held.writer.doc.transact(() => text.delete(1, text.length - 1))
    await held.writer.commit(ctx.clock.now())
    await takeIn(held)
    expect(await rowsOf(held)).toEqual([])
  })

  it('[SK5] is the newest number of a triwulan that has begun, whatever was said before or of later', async () => {
    const id = await makeIndicator(test.database, organisation)
    const held = await naming(id)
    const chief = organisation.actor('sekretariat')
    const figure = async () => (await notulaFigures(ctx, chief, { rapatId: held.rapatId })).figures[id]
    expect(await figure()).toMatchObject({ number: null, notAvailable: false, at: null })
    await say(id, 3_500, { quarter: 2 })
    await say(id, 3_400, { quarter: 3, finality: 'sementara' })
    await sayValue(test.database, organisation, { indicatorId: id, value: 1, year: 2027, quarter: 1 })
    expect(await figure()).toMatchObject({
      ...{ name: 'Rumah tidak layak huni', unit: 'unit', number: 3_400, at: { year: 2026, quarter: 3 } },
      ...{ finality: 'sementara', asOf: '2026-09-01', of: 1, given: 1 },
    })
    await say(id, null, { quarter: 4 })
    expect(await figure()).toMatchObject({ number: null, notAvailable: true, at: { quarter: 4 } })
  })

  it('[SK5] is as of the rapat: what is counted of a triwulan after it does not reach a notula not yet ratified', async () => {
    const id = await makeIndicator(test.database, organisation)
    const held = await naming(id)
    await test.database.sql`update rapat set date = '2026-09-24' where id = ${held.rapatId}`
    await say(id, 3_500, { quarter: 2 })
    await say(id, 3_300, { quarter: 4 })
    expect(await numbers(held, held.notulis)).toEqual({ [id]: 3_500 })
    // Of the triwulan of the rapat itself it may still come in.
    await say(id, 3_400, { quarter: 3 })
    expect(await numbers(held, held.notulis)).toEqual({ [id]: 3_400 })
    const later = await naming(id)
    expect(await numbers(later, later.notulis)).toEqual({ [id]: 3_300 })
  })

  it('[SK6] is for who reads targets or signs it; of public ones for whoever reads the notula, and on papers', async () => {
    const [hidden, shown] = [
      await makeIndicator(test.database, organisation),
      await makeIndicator(test.database, organisation, { isPublic: true }),
    ]
    await say(hidden, 12)
    await say(shown, 28)
    const held = await naming(hidden, shown)
    const guest = organisation.actor('tamu')
    expect(await numbers(held, organisation.actor('staf_opd'))).toEqual({ [hidden]: 12, [shown]: 28 })
    expect(await numbers(held, guest)).toEqual({ [shown]: 28 })
    // Asking by id opens nothing.
    const more = await makeIndicator(test.database, organisation)
    expect(await numbers(held, guest, [more])).toEqual({ [shown]: 28 })
    expect(await numbers(held, organisation.actor('pimpinan'), [more])).toEqual({
      ...{ [hidden]: 12, [shown]: 28, [more]: null },
    })
    await test.database.sql`update rapat set notulis_id = ${guest.personId} where id = ${held.rapatId}`
    expect(await numbers(held, guest)).toEqual({ [hidden]: 12, [shown]: 28 })
    const stranger = organisation.actor('staf_opd', 'other')
    const refused = await notulaFigures(ctx, stranger, { rapatId: held.rapatId }).catch(error => error)
    expect((refused as AppError).code).toBe('not-found')
    const paper = await gatherPaper(
      { ...fileContext(test.database, ctx.clock), baseUrl: '' },
      { rapatId: held.rapatId, kind: 'notula', opdId: null },
      { madeAt: ctx.clock.now() },
    )
    expect(paper.kind === 'notula' && [...paper.input.names.figures.keys()]).toEqual([shown])
  })

  it('[SK7] is approved with the text: another number, and an approval no longer holds', async () => {
    const id = await makeIndicator(test.database, organisation)
    await say(id, 3_500)
    const held = await naming(id)
    const { rapatId, chair, notulis } = held
    await submitNotula(ctx, notulis, { rapatId })
    await approveAs(held, chair)
    const standing = async () =>
      (await notulaReview(ctx, notulis, rapatId)).approvals.map(one => [one.role, one.stands])
    expect(await standing()).toEqual([['pimpinan', true]])
    const [seen, mark] = [await seenBy(held, notulis), await reviewMark(ctx, notulis, rapatId)]
    await say(id, 3_400)
    expect(await standing()).toEqual([['pimpinan', false]])
    expect(await reviewMark(ctx, notulis, rapatId)).not.toBe(mark)
    const late = await approveNotula(ctx, notulis, seen).catch(error => error)
    expect((late as AppError).code).toBe('conflict')
    await approveAs(held, notulis)
    expect((await notulaReview(ctx, notulis, rapatId)).record).toBeNull()
    await approveAs(held, chair)
    expect((await notulaReview(ctx, notulis, rapatId)).record).not.toBeNull()
  })

  it('[SK8] is kept and sealed when the notula is ratified, and what is said since changes neither page nor paper', async () => {
    const id = await makeIndicator(test.database, organisation)
    await say(id, 3_500)
    const held = await naming(id)
    const { rapatId, chair, notulis } = held
    await submitNotula(ctx, notulis, { rapatId })
    await approveAs(held, chair)
    await approveAs(held, notulis)
    await say(id, 3_400)
    await test.database.sql`update indicator set name = 'Nama baru' where id = ${id}`
    const { figures, frozenAt } = await notulaFigures(ctx, organisation.actor('tamu'), { rapatId })
    expect(figures[id]).toMatchObject({ number: 3_500, name: 'Rumah tidak layak huni' })
    const [record] = await listSealedRecords(test.database.db, rapatId)
    expect(frozenAt).toEqual(record?.at)
    expect(recordText(defined(record, 'a record')).bagian.indikator).toMatchObject([
      { indicator_id: id, figure: { number: 3_500, at: { year: 2026, quarter: 3 } } },
    ])
    const paper = await gatherPaper(
      { ...fileContext(test.database, ctx.clock), baseUrl: '' },
      { rapatId, kind: 'notula', opdId: null },
      { madeAt: ctx.clock.now() },
    )
    expect(paper.kind === 'notula' && paper.input.names.figures.get(id)?.number).toBe(3_500)
  })

  it('rings for whoever has a draft open that names it, and for nobody else', async () => {
    const [id, other] = [
      await makeIndicator(test.database, organisation),
      await makeIndicator(test.database, organisation),
    ]
    const held = await naming(id)
    await naming(other)
    const late = await heldRapat(ctx, organisation)
    const { sql } = test.database
    const rung: string[] = []
    let end = () => {}
    const isOver = new Promise<void>(resolve => {
      end = resolve
    })
    const { unlisten } = await sql.listen('mufakat_document', payload => {
      if (payload === 'over') end()
      else rung.push(payload)
    })
    await say(id, 1)
    await sql`update indicator set unit = 'rumah' where id = ${id}`
    // A page asks again once its notula is known to name one: what was said meanwhile has rung for nobody.
    await name(late, id)
    await takeIn(late)
    await sql.notify('mufakat_document', 'over')
    await isOver
    await unlisten()
    const noted = rung.filter(ring => ring.startsWith('noted '))
    expect(noted).toEqual([held, held, late].map(({ documentId }) => `noted ${documentId}`))
  })
})
