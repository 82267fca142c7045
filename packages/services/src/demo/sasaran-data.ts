import type { Accumulation, Direction, Finality, Frequency, Level, RollUp, Strategy } from '@mufakat/domain'

/*
 * Programmes and indicators of the example. Values are those that were published for the regency, each with where it was
 * read; nothing is made up beside them but what says so ("contoh") in its name or source. Targets are examples, as every
 * indicator here is marked to be.
 */

type DemoValue = {
  readonly at: readonly [year: number, quarter: 1 | 2 | 3 | 4]
  readonly asOf: string
  readonly source?: string
  readonly finality?: Finality
} & ({ readonly value: number } | { readonly numerator: number; readonly denominator: number })

export interface DemoIndicator {
  readonly name: string
  /** Short name of the OPD. */
  readonly owner: string
  readonly unit: string
  readonly decimals?: number
  readonly direction: Direction
  readonly level?: Level
  readonly rollUp?: RollUp
  readonly accumulation?: Accumulation
  readonly frequency: Frequency
  readonly factor?: number
  readonly highest?: number
  readonly source: string
  readonly concept: string
  readonly measure: string
  readonly baseline?: readonly [value: number, on: string]
  /** Each since the first triwulan of a year; the first one begins the series. */
  readonly definitions: readonly { readonly since: number; readonly text: string; readonly breaks?: true }[]
  readonly values?: readonly DemoValue[]
  /** Of years. */
  readonly targets?: readonly (readonly [year: number, value: number])[]
  readonly isInternal?: true
}

export interface DemoProgramme {
  readonly name: string
  readonly strategy: Strategy
  readonly owner: string
  readonly description: string
  readonly indicators: readonly DemoIndicator[]
}

const YEARLY = { frequency: 'tahun' } as const
const PERCENT = { unit: '%', decimals: 2, highest: 100, factor: 100 } as const
export const EXAMPLE_SOURCE = 'Contoh, bukan data nyata'

const SOCIAL: DemoProgramme = {
  name: 'Bantuan dan jaminan sosial',
  strategy: 'a',
  owner: 'Dinsos',
  description: 'Meringankan pengeluaran keluarga miskin lewat bantuan dan jaminan sosial.',
  indicators: [
    {
      ...{ name: 'KPM PKH', owner: 'Dinsos', unit: 'keluarga', direction: 'konteks', frequency: 'triwulan' },
      source: 'Dinas Sosial',
      concept: 'Keluarga penerima manfaat Program Keluarga Harapan.',
      measure: 'Jumlah keluarga',
      definitions: [
        { since: 2024, text: 'Keluarga yang menerima bantuan PKH pada tahap penyaluran terakhir.' },
      ],
      values: [{ at: [2024, 4], asOf: '2024-12-31', value: 7_917 }],
    },
  ],
}

const HEALTH: DemoProgramme = {
  name: 'Kesehatan ibu dan anak, pencegahan stunting',
  strategy: 'a',
  owner: 'Dinkes',
  description: 'Menurunkan stunting dan menjaga kesehatan ibu dan anak dari keluarga miskin.',
  indicators: [
    {
      ...{ name: 'Stunting menurut survei (SSGI/SKI)', owner: 'DP2KBP3A', direction: 'turun', ...YEARLY },
      ...{ unit: '%', decimals: 1, highest: 100, source: 'Kementerian Kesehatan, SSGI/SKI' },
      concept: 'Balita dengan tinggi badan menurut umur di bawah −2 simpangan baku.',
      measure: 'Persentase dari sampel survei',
      baseline: [22.3, '2022-12-31'],
      definitions: [
        { since: 2022, text: 'Perkiraan survei; tidak dapat disandingkan dengan pendataan e-PPGBM.' },
      ],
      values: [
        { at: [2022, 4], asOf: '2022-12-31', value: 22.3, source: 'SSGI 2022' },
        { at: [2023, 4], asOf: '2023-12-31', value: 22.2, source: 'SKI 2023' },
      ],
      targets: [
        [2023, 18],
        [2024, 14],
        [2025, 14],
        [2026, 13],
      ],
    },
    {
      ...{ name: 'Stunting menurut pendataan (e-PPGBM)', owner: 'Dinkes', direction: 'turun', ...PERCENT },
      ...{ frequency: 'semester', source: 'Dinas Kesehatan, e-PPGBM' },
      concept: 'Balita stunting di antara balita yang diukur di posyandu.',
      measure: 'Balita stunting dibagi balita diukur, kali 100',
      baseline: [5.7, '2022-12-31'],
      definitions: [{ since: 2022, text: 'Penimbangan serentak bulan Februari dan Agustus.' }],
      values: [
        { at: [2022, 4], asOf: '2022-12-31', value: 5.7 },
        { at: [2023, 4], asOf: '2023-12-31', value: 5.1 },
        { at: [2025, 1], asOf: '2025-02-28', numerator: 524, denominator: 11_083 },
      ],
      targets: [
        [2023, 5.2],
        [2024, 4.9],
        [2025, 4.5],
        [2026, 4],
      ],
    },
    {
      ...{ name: 'Balita ditimbang di posyandu (contoh)', owner: 'Dinkes', direction: 'naik', ...PERCENT },
      ...{ frequency: 'triwulan', source: EXAMPLE_SOURCE, isInternal: true },
      concept: 'Balita yang datang dan ditimbang di posyandu.',
      measure: 'Balita ditimbang dibagi balita terdaftar, kali 100',
      definitions: [{ since: 2025, text: 'Contoh untuk mencoba laporan triwulan.' }],
      targets: [[2026, 80]],
    },
  ],
}

const POVERTY: DemoProgramme = {
  name: 'Penurunan kemiskinan dan peningkatan pendapatan',
  strategy: 'b',
  owner: 'Bappelitbangda',
  description: 'Menuju 0 % kemiskinan ekstrem dan menaikkan pendapatan keluarga miskin.',
  indicators: [
    {
      ...{ name: 'Penduduk miskin (P0)', owner: 'Bappelitbangda', direction: 'turun', ...YEARLY },
      ...{ unit: '%', decimals: 2, highest: 100, source: 'BPS, Susenas Maret' },
      concept: 'Penduduk dengan pengeluaran per kapita di bawah garis kemiskinan.',
      measure: 'Persentase penduduk',
      baseline: [11.44, '2022-03-31'],
      definitions: [
        { since: 2022, text: 'Dirilis sekali setahun dari Susenas Maret; dicatat pada triwulan IV.' },
      ],
      values: [
        { at: [2022, 4], asOf: '2022-03-31', value: 11.44 },
        { at: [2023, 4], asOf: '2023-03-31', value: 10.76 },
      ],
      targets: [
        [2023, 11],
        [2024, 10.5],
        [2025, 10],
        [2026, 9.5],
      ],
    },
    {
      ...{ name: 'Kedalaman kemiskinan (P1)', owner: 'Bappelitbangda', direction: 'turun', ...YEARLY },
      ...{ unit: 'indeks', decimals: 2, source: 'BPS, Susenas Maret' },
      concept: 'Rata-rata jarak pengeluaran penduduk miskin dari garis kemiskinan.',
      measure: 'Indeks',
      definitions: [{ since: 2022, text: 'Menurut BPS.' }],
    },
    {
      ...{ name: 'Keparahan kemiskinan (P2)', owner: 'Bappelitbangda', direction: 'turun', ...YEARLY },
      ...{ unit: 'indeks', decimals: 2, source: 'BPS, Susenas Maret' },
      concept: 'Sebaran pengeluaran di antara penduduk miskin.',
      measure: 'Indeks',
      definitions: [{ since: 2022, text: 'Menurut BPS.' }],
    },
    {
      ...{ name: 'Garis kemiskinan', owner: 'Bappelitbangda', direction: 'konteks', ...YEARLY },
      ...{ unit: 'Rp/kapita/bulan', source: 'BPS' },
      concept: 'Pengeluaran terkecil untuk kebutuhan pokok.',
      measure: 'Rupiah per kapita per bulan',
      definitions: [{ since: 2022, text: 'Menurut BPS.' }],
    },
    {
      ...{ name: 'Kemiskinan ekstrem', owner: 'Bappelitbangda', direction: 'turun', ...PERCENT, ...YEARLY },
      source: 'BPS; verval kabupaten',
      concept: 'Penduduk dengan pengeluaran di bawah garis kemiskinan ekstrem.',
      measure: 'Penduduk miskin ekstrem dibagi penduduk, kali 100',
      baseline: [3.17, '2023-12-31'],
      definitions: [
        { since: 2021, text: 'Garis US$ 1,9 PPP per kapita per hari.' },
        { since: 2025, text: 'Garis US$ 2,15 PPP per kapita per hari.', breaks: true },
      ],
      values: [
        { at: [2023, 4], asOf: '2023-12-31', value: 3.17, source: 'BPS, diberitakan 2023–2024' },
        {
          ...{ at: [2024, 4], asOf: '2024-12-31', numerator: 1_422, denominator: 201_227 },
          ...{ source: 'Verval kabupaten 2024', finality: 'sementara' },
        },
      ],
      targets: [
        [2024, 0],
        [2025, 0],
        [2026, 0],
      ],
    },
    {
      ...{ name: 'Penduduk miskin ekstrem', owner: 'Bappelitbangda', direction: 'turun', ...YEARLY },
      ...{ unit: 'jiwa', source: 'Verval kabupaten' },
      concept: 'Penduduk yang menurut verval termasuk miskin ekstrem.',
      measure: 'Jumlah jiwa',
      definitions: [{ since: 2024, text: 'Hasil akhir verval setahun.' }],
      values: [{ at: [2024, 4], asOf: '2024-12-31', value: 1_422, finality: 'sementara' }],
      targets: [
        [2025, 0],
        [2026, 0],
      ],
    },
    {
      ...{ name: 'Tingkat pengangguran terbuka', owner: 'Disperindagkop-UKM', direction: 'turun', ...YEARLY },
      ...{ unit: '%', decimals: 2, highest: 100, source: 'BPS, Sakernas Agustus' },
      concept: 'Penganggur di antara angkatan kerja.',
      measure: 'Persentase angkatan kerja',
      definitions: [{ since: 2022, text: 'Menurut BPS.' }],
    },
    {
      ...{ name: 'Indeks Pembangunan Manusia', owner: 'Bappelitbangda', direction: 'naik', ...YEARLY },
      ...{ unit: 'indeks', decimals: 2, highest: 100, source: 'BPS' },
      concept: 'Umur panjang, pengetahuan, dan standar hidup layak.',
      measure: 'Indeks',
      definitions: [{ since: 2022, text: 'Menurut BPS.' }],
    },
    {
      ...{ name: 'Keluarga sasaran dikunjungi (contoh)', owner: 'DPMD', unit: 'keluarga', direction: 'naik' },
      ...{ level: 'kecamatan', rollUp: 'jumlah', accumulation: 'kumulatif', frequency: 'triwulan' },
      ...{ source: EXAMPLE_SOURCE, isInternal: true },
      concept: 'Keluarga yang dikunjungi pendamping dalam triwulan ini.',
      measure: 'Jumlah keluarga',
      definitions: [{ since: 2025, text: 'Contoh untuk mencoba perbandingan kecamatan.' }],
      targets: [[2026, 2_400]],
    },
  ],
}

const SETTLEMENTS: DemoProgramme = {
  name: 'Penanganan permukiman kumuh dan rumah tidak layak huni',
  strategy: 'c',
  owner: 'Perkim',
  description: 'Pemugaran, peremajaan, dan permukiman kembali; lintas PUPR, DLH, dan Perkim.',
  indicators: [
    {
      ...{ name: 'Kawasan kumuh', owner: 'Perkim', unit: 'lokasi', direction: 'hitung_mundur' },
      ...{ frequency: 'semester', source: 'Keputusan Bupati Mukomuko Nomor 100-115 Tahun 2023' },
      concept: 'Lokasi perumahan dan permukiman kumuh yang ditetapkan dan belum tertangani.',
      measure: 'Jumlah lokasi',
      baseline: [28, '2023-12-31'],
      definitions: [
        { since: 2023, text: 'Lokasi menurut keputusan bupati; daftar lokasi diimpor tersendiri.' },
      ],
      values: [{ at: [2023, 4], asOf: '2023-12-31', value: 28 }],
      targets: [
        [2024, 24],
        [2025, 20],
        [2026, 14],
        [2029, 0],
      ],
    },
    {
      ...{ name: 'Luas kawasan kumuh', owner: 'Perkim', unit: 'ha', decimals: 2, direction: 'turun' },
      ...{ frequency: 'semester', source: 'Dinas Perkim' },
      concept: 'Luas lokasi kumuh yang belum tertangani.',
      measure: 'Hektare',
      definitions: [{ since: 2023, text: 'Jumlah luas lokasi menurut keputusan bupati.' }],
    },
    {
      ...{ name: 'Rumah tidak layak huni', owner: 'Perkim', unit: 'unit', direction: 'turun', ...YEARLY },
      source: 'Dinas Perkim',
      concept: 'Rumah yang diusulkan karena tidak memenuhi syarat keselamatan, luas, dan kesehatan.',
      measure: 'Jumlah unit',
      baseline: [3_500, '2025-01-31'],
      definitions: [{ since: 2025, text: 'Rumah yang diusulkan desa dan belum diperbaiki.' }],
      values: [
        {
          ...{ at: [2025, 1], asOf: '2025-01-31', value: 3_500, finality: 'sementara' },
          source: 'Diberitakan: lebih dari 3.500 usulan',
        },
      ],
      targets: [
        [2025, 3_460],
        [2026, 3_400],
      ],
    },
    {
      ...{ name: 'Rumah tidak layak huni diperbaiki', owner: 'Perkim', unit: 'unit', direction: 'naik' },
      ...{ accumulation: 'kumulatif', frequency: 'triwulan', source: 'Dinas Perkim' },
      concept: 'Rumah yang selesai diperbaiki dalam triwulan ini.',
      measure: 'Jumlah unit',
      definitions: [
        { since: 2025, text: 'Dengan APBD dan sumber lain; 40 unit dianggarkan dalam APBD 2025.' },
      ],
      targets: [
        [2025, 40],
        [2026, 40],
      ],
    },
  ],
}

const SANITATION: DemoProgramme = {
  name: 'Air minum dan sanitasi',
  strategy: 'c',
  owner: 'PUPR',
  description: 'Akses air minum dan sanitasi layak di kantong kemiskinan.',
  indicators: (['Akses air minum layak', 'Akses sanitasi layak'] as const).map(name => ({
    ...{
      name,
      owner: 'PUPR',
      unit: '% RT',
      decimals: 2,
      highest: 100,
      direction: 'naik' as const,
      ...YEARLY,
    },
    source: 'BPS; Dinas PUPR',
    concept: 'Rumah tangga yang mempunyai akses layak.',
    measure: 'Persentase rumah tangga',
    definitions: [{ since: 2022, text: 'Menurut BPS.' }],
  })),
}

export const DEMO_PROGRAMMES: readonly DemoProgramme[] = [SOCIAL, HEALTH, POVERTY, SETTLEMENTS, SANITATION]

/** What an OPD reported for the triwulan that ended last: of each of its indicators a number, or that there is none. */
export interface DemoReport {
  readonly opd: string
  /** Login of who filled it in. */
  readonly by: string
  readonly state: 'diterima' | 'dikirim'
  readonly cells: Readonly<Record<string, number | null>>
  readonly remark: {
    readonly of: string
    readonly analysis: string
    readonly kendala: string
    readonly solusi: string
    readonly plan: string
  }
}

export const DEMO_REPORTS: readonly DemoReport[] = [
  {
    ...{ opd: 'Perkim', by: 'staf.perkim', state: 'diterima' },
    cells: {
      'Kawasan kumuh': 28,
      'Luas kawasan kumuh': null,
      'Rumah tidak layak huni': 3_482,
      'Rumah tidak layak huni diperbaiki': 9,
    },
    remark: {
      of: 'Rumah tidak layak huni diperbaiki',
      analysis: 'Contoh: perbaikan berjalan di dua kecamatan.',
      kendala: 'Contoh: bahan bangunan datang terlambat.',
      solusi: 'Contoh: pembelian dibagi menurut kecamatan.',
      plan: 'Contoh: selesaikan sisa unit sebelum akhir tahun.',
    },
  },
  {
    ...{ opd: 'Dinsos', by: 'kepala.dinsos', state: 'dikirim' },
    cells: { 'KPM PKH': 7_850 },
    remark: {
      of: 'KPM PKH',
      analysis: 'Contoh: sebagian keluarga lulus mandiri.',
      kendala: 'Contoh: pemutakhiran data desa belum serempak.',
      solusi: 'Contoh: jadwal pemutakhiran bersama pendamping.',
      plan: 'Contoh: padankan dengan hasil verval.',
    },
  },
]
