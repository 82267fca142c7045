import type { SeedItem, SeedLine } from '@mufakat/doc-model'
import type { TindakLanjutStatus } from '@mufakat/domain'
import { addDays } from '@mufakat/domain'
import { randomId } from '@mufakat/kernel'
import type { DemoFacts } from './lines'
import { keputusan, p, tindakLanjut } from './lines'
import { DEMO_TEMPLATE } from './template'

export interface OlderRakor {
  readonly items: SeedItem[]
  readonly statuses: ReadonlyMap<string, TindakLanjutStatus>
  /** The line whose tenggat was postponed since, and to which day. */
  readonly postponed: { readonly lineId: string; readonly from: string; readonly to: string }
}

/** The notula of the rakor before the past one: ratified, short, with tindak lanjut that outlived a triwulan. */
export function olderRakor(facts: DemoFacts, pastDate: string): OlderRakor {
  const ids = { roads: randomId(), match: randomId(), waste: randomId() }
  const roads = { lineId: ids.roads, from: addDays(pastDate, 10), to: addDays(facts.today, 25) }
  const texts: Record<number, SeedLine[]> = {
    0: [p('Rapat dibuka oleh Wakil Bupati selaku ketua TKPKD di Aula Bappelitbangda.')],
    2: [
      p('Dinsos dan Disdukcapil menyampaikan cara memadankan data penerima bantuan.'),
      tindakLanjut(facts, {
        id: ids.match,
        text: 'Menyepakati format padanan data penerima bantuan dengan Dinsos',
        owner: 'Disdukcapil',
        jabatan: 'Kepala Dinas Kependudukan dan Pencatatan Sipil',
        tenggat: addDays(pastDate, 30),
        prioritas: 'tinggi',
        strategi: 'a',
      }),
    ],
    4: [
      keputusan('Jalan lingkungan di kawasan kumuh direncanakan setelah metode per lokasi disepakati.'),
      tindakLanjut(facts, {
        id: ids.roads,
        text: 'Menyusun rencana jalan lingkungan pada kawasan kumuh Kecamatan Kota Mukomuko',
        owner: 'PUPR',
        jabatan: 'Kepala Dinas Pekerjaan Umum dan Penataan Ruang',
        tenggat: roads.from,
        prioritas: 'tinggi',
        strategi: 'c',
      }),
      tindakLanjut(facts, {
        id: ids.waste,
        text: 'Menyusun jadwal angkutan sampah untuk lokasi kumuh yang sudah ditangani',
        owner: 'DLH',
        jabatan: 'Kepala Dinas Lingkungan Hidup',
        tenggat: addDays(facts.today, -20),
        prioritas: 'sedang',
        strategi: 'c',
      }),
    ],
    7: [p('Keputusan dan tindak lanjut dibacakan kembali, lalu rapat ditutup.')],
  }
  return {
    items: DEMO_TEMPLATE.agenda.map((item, at) => ({ ...item, lines: texts[at] ?? [] })),
    statuses: new Map<string, TindakLanjutStatus>([
      [ids.roads, 'berjalan'],
      [ids.match, 'selesai'],
    ]),
    postponed: roads,
  }
}
