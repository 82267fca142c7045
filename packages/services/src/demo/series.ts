import { findSeries, insertProposal, listJabatan, type SeriesRow, type Tx } from '@mufakat/db'
import { defined, newId } from '@mufakat/kernel'
import { insertWholeSeries } from '../series/edit'
import { seriesInput } from '../series/inputs'
import { DEMO_TEMPLATE } from './template'

/** Number, from 0, of the standing item under which the list stands. */
const CARRIED = 1
const HOUR_MS = 3_600_000

interface SeriesPeople {
  readonly now: Date
  readonly account: (login: string) => string
  readonly opdIds: ReadonlyMap<string, string>
}

/** The quarterly rakor as a series: all OPD, chaired by whoever is vice regent, with BPS as a guest. */
export async function insertDemoSeries(
  tx: Tx,
  { now, account, opdIds }: SeriesPeople,
  at: Date,
): Promise<SeriesRow> {
  const chair = (await listJabatan(tx)).find(one => one.name === 'Wakil Bupati Mukomuko')
  const { agenda, ...template } = DEMO_TEMPLATE
  const input = seriesInput.parse({
    ...template,
    name: 'Rakor Triwulan Kemiskinan Ekstrem',
    cadence: 'triwulan',
    dates: [],
    chair: { kind: 'jabatan', id: defined(chair, 'vice regent').id },
    notulis: { kind: 'person', id: account('sekretariat') },
    opdIds: [...opdIds.values()],
    guests: [{ personId: account('tamu'), canWrite: true }],
    agenda: agenda.map((item, nth) => ({ ...item, ...(nth === CARRIED && { carried: true }) })),
  })
  const id = await insertWholeSeries(tx, at, account('sekretariat'), { ...input, isExample: true })
  await insertTopics(tx, id, { now, account, opdIds })
  return defined(await findSeries(tx, id), 'series')
}

/** Topics that were proposed for it: one waits, one went back. */
async function insertTopics(tx: Tx, seriesId: string, { now, account, opdIds }: SeriesPeople): Promise<void> {
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * HOUR_MS)
  await insertProposal(tx, {
    id: newId(),
    seriesId,
    title: 'Jadwal bersama pengukuran stunting dan kunjungan keluarga hasil verval',
    reason:
      'Kader mendatangi rumah yang sama dua kali dalam sebulan. Satu jadwal menghemat waktu dan datanya sama.',
    minutes: 15,
    opdId: defined(opdIds.get('Dinkes'), 'Dinkes'),
    proposedBy: account('kepala.dinkes'),
    proposedAt: hoursAgo(30),
  })
  await insertProposal(tx, {
    id: newId(),
    seriesId,
    title: 'Pengadaan kendaraan operasional lapangan',
    reason: 'Jangkauan ke lokasi kumuh di luar ibu kota kabupaten masih terbatas.',
    minutes: 20,
    opdId: defined(opdIds.get('Perkim'), 'Perkim'),
    proposedBy: account('kepala.perkim'),
    proposedAt: hoursAgo(76),
    state: 'returned',
    note: 'Pengadaan dibahas dalam rapat anggaran. Sampaikan kebutuhannya lewat RKA.',
    decidedBy: account('sekretariat'),
    decidedAt: hoursAgo(52),
  })
}
