import { listSealedRecords } from '@mufakat/db'
import { defined, newId } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setContribution } from '../kartu'
import { type HeldRapat, heldRapat, sealedWithKoreksi, takeIn } from '../ratification/test-ratified'
import { makeIndicator } from '../test-indicator'
import { fileContext, TestClock } from '../test-organisation'
import { gatherPaper, type PaperContext, type RapatPaperSource } from './gather'

let test: TestDatabase
let held: HeldRapat
let ctx: PaperContext
beforeAll(async () => {
  test = await testDatabase()
  const clock = new TestClock()
  const baseUrl = 'https://rapat.contoh.go.id'
  ctx = { ...fileContext(test.database, clock), baseUrl }
  held = await sealedWithKoreksi({ database: test.database, clock, baseUrl }, test)
})
afterAll(() => test.close())

type Input<K extends RapatPaperSource['kind']> = Extract<RapatPaperSource, { kind: K }>['input']

async function gathered<K extends RapatPaperSource['kind']>(
  kind: K,
  options: { rapatId?: string; opdId?: string; upTo?: number } = {},
): Promise<Input<K>> {
  const { rapatId = held.rapatId, opdId = null, ...rest } = options
  const source = await gatherPaper(ctx, { rapatId, kind, opdId }, { madeAt: ctx.clock.now(), ...rest })
  return source.input as Input<K>
}
const linesOf = (input: Input<'notula'>) => input.content.items.flatMap(item => item.lines)

describe('papers of a draft', () => {
  it('say what the rows say now, and that nothing is ratified', async () => {
    const { ctx: reviewing, organisation } = held
    const draft = await heldRapat(reviewing, organisation)
    await takeIn(draft)
    const { rapatId } = draft
    const notula = await gathered('notula', { rapatId })
    expect(notula).toMatchObject({
      rapat: {
        title: 'Rakor percobaan',
        date: '2026-12-08',
        start: '09:00',
        place: 'Aula',
        invitation: null,
      },
      officers: { ketua: 'pimpinan own, Jabatan pimpinan', pencatat: 'sekretariat own, Jabatan sekretariat' },
      participants: ['Dinas Sendiri'],
      attendance: [],
      koreksi: [],
      standing: null,
      carried: null,
    })
    expect(notula.signatories.map(({ role, name, ratifiedAt }) => [role, name, ratifiedAt])).toEqual([
      ['pimpinan', 'pimpinan own', null],
      ['notulis', 'sekretariat own', null],
    ])
    expect(linesOf(notula).some(line => line.kind === 'keputusan')).toBe(true)
    const list = await gathered('daftar_hadir', { rapatId })
    expect(list).toMatchObject({ wetSignature: true, phones: true })
    expect(list.rows.map(row => row.agency)).toContain('Dinas Sendiri')
    const letter = await gathered('undangan', { rapatId })
    expect(letter).toMatchObject({ number: null, subject: null, isDraft: false, nature: 'Penting' })
    const matriks = await gathered('matriks', { rapatId })
    expect(matriks.rows[0]).toMatchObject({
      text: 'Menyusun rencana',
      opd: 'Dinas Sendiri',
      tenggat: '2026-12-20',
      decided: '2026-12-20',
      postponed: 0,
      status: 'belum',
      strategy: 'c',
      ...{ indicator: '', place: '', target: null, unit: '' },
    })
  })

  it('[SK1] name in the matriks which indicators a tindak lanjut moves, by how much and where', async () => {
    const draft = await heldRapat(held.ctx, held.organisation)
    await takeIn(draft)
    const { rapatId, organisation } = draft
    const { sql } = test.database
    await sql`insert into district (code, regency_code, name) values ('17.06.01', '17.06', 'Lubuk Pinang')`
    await sql`insert into village (code, district_code, name, kind) values ('17.06.01.2005', '17.06.01', 'Suka Pindah', 'desa')`
    const [card] = await sql<{ id: string }[]>`
      select id from card where rapat_id = ${rapatId} and title = 'Menyusun rencana'`
    const contribute = async (name: string, quantity: number, regionCode: string) =>
      setContribution(ctx, organisation.actor('sekretariat'), {
        ...{ commandId: newId(), cardId: defined(card, 'a card').id, from: null },
        indicatorId: await makeIndicator(test.database, organisation, { name }),
        to: { quantity, regionCode },
      })
    await contribute('Kawasan kumuh', 2.5, '17.06.01.2005')
    const row = async () => (await gathered('matriks', { rapatId })).rows[0]
    expect(await row()).toMatchObject({
      ...{ indicator: 'Kawasan kumuh', place: 'Suka Pindah, Lubuk Pinang', target: 2.5, unit: 'unit' },
    })
    await contribute('Rumah tidak layak huni', 40, '')
    expect(await row()).toMatchObject({
      ...{ indicator: 'Kawasan kumuh; Rumah tidak layak huni', place: 'Suka Pindah, Lubuk Pinang' },
      ...{ target: null, unit: '' },
    })
  })
})

describe('papers of what is ratified', () => {
  it('are made of the records, whatever the rows say since', async () => {
    const before = await gathered('notula')
    const { sql } = test.database
    const { organisation, chair } = held
    // What goes on after ratification, and what a paper must not follow.
    await sql`update person set name = 'Nama Baru' where id = ${chair.personId}`
    await sql`update opd set name = 'Dinas Lain Sama Sekali' where id = ${organisation.ownOpd}`
    await sql`update person set phone = '+628111111111' where id = ${chair.personId}`
    const { loadPicture: _, ...after } = await gathered('notula')
    const { loadPicture: __, ...then } = before
    expect(after).toEqual(then)
    await sql`update person set name = 'pimpinan own' where id = ${chair.personId}`
    await sql`update opd set name = 'Dinas Sendiri' where id = ${organisation.ownOpd}`
  })

  it('carry the seal of the last record, and tell every Koreksi with both texts', async () => {
    const records = await listSealedRecords(test.database.db, held.rapatId)
    const [first, second] = [defined(records[0], 'record 0'), defined(records[1], 'record 1')]
    const notula = await gathered('notula')
    expect(notula.standing).toEqual({
      code: second.code,
      hash: Buffer.from(second.hash).toString('hex'),
      at: second.at,
      url: `https://rapat.contoh.go.id/periksa/${second.code}`,
    })
    expect(notula.koreksi).toMatchObject([
      {
        number: 1,
        reason: 'Salah hitung',
        changes: [
          {
            item: 'Pembukaan',
            field: 'text',
            before: 'Disetujui 28 lokasi.',
            after: 'Disetujui 27 lokasi.',
          },
        ],
      },
    ])
    // Its own text stays the one that was sealed.
    expect(JSON.stringify(notula.content)).toContain('Disetujui 28 lokasi.')
    const original = await gathered('notula', { upTo: 0 })
    expect(original).toMatchObject({ koreksi: [], standing: { code: first.code } })
    expect(original.signatories.every(({ ratifiedAt }) => ratifiedAt !== null)).toBe(true)
  })

  it('tell who was there without numbers, and in the list with NIP alone', async () => {
    const notula = await gathered('notula')
    const came = notula.attendance.filter(row => row.presence === 'hadir')
    expect(came).toMatchObject([{ name: 'Sekretariat', phone: null, nip: null, arrived: '10:00' }])
    expect(notula.attendance.every(row => row.nip === null && row.phone === null)).toBe(true)
    const list = await gathered('daftar_hadir')
    expect(list).toMatchObject({ wetSignature: false, phones: false })
    expect(list.rows.every(row => row.phone === null && row.presence !== null)).toBe(true)
  })

  it('give an OPD its own alone, with the Koreksi of it', async () => {
    const own = await gathered('cuplikan', { opdId: held.organisation.ownOpd })
    expect(own).toMatchObject({ opd: { name: 'Dinas Sendiri' }, koreksi: [] })
    const acara = await gathered('berita_acara')
    expect(acara.koreksi).toHaveLength(1)
    expect(acara.rapat.date).toBe('2026-12-08')
  })
})
