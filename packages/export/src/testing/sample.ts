import {
  type ContentItem,
  type ContentLine,
  type JsonObject,
  LINE_KINDS,
  type NotulaContent,
  type Span,
} from '@mufakat/doc-model'
import { PRIORITIES, STRATEGIES, TINDAK_LANJUT_STATUSES } from '@mufakat/domain'
import type { AttendanceRow, Kop, Seal, Signatory } from '../papers/facts'
import type { MatriksInput, MatriksRow } from '../papers/matriks'
import type { NotulaInput } from '../papers/notula'
import { pngOf } from '../png'

// A notula as long as one wants, the same for the same seed: every kind of line, every mark, and what breaks layouts.

/** Numbers from 0 to 1, the same row for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const WORDS =
  'rapat koordinasi percepatan penghapusan kemiskinan ekstrem data verifikasi validasi desa kelurahan kecamatan dinas kepala sekretaris anggaran kegiatan program bantuan rumah layak huni sanitasi air minum jalan lingkungan permukiman kumuh keluarga rata-rata masing-masing penerima manfaat pelatihan usaha mikro kecil menengah stunting balita posyandu puskesmas target realisasi capaian triwulan semester laporan bukti dukung kendala solusi tenggat penanggung jawab perlu segera menyampaikan menyusun memastikan menindaklanjuti menetapkan berdasarkan hasil pembahasan bersama seluruh'.split(
    ' ',
  )

/** Names of OPD by id. */
export const OPD = new Map(
  [
    'Badan Perencanaan Pembangunan, Penelitian dan Pengembangan Daerah',
    'Dinas Sosial',
    'Dinas Kesehatan',
    'Dinas Pekerjaan Umum dan Penataan Ruang',
    'Dinas Perumahan dan Kawasan Permukiman',
    'Dinas Pemberdayaan Masyarakat dan Desa',
    'Dinas Lingkungan Hidup',
  ].map((name, at) => [`opd-${at + 1}`, name]),
)
export const JABATAN = new Map([
  ['jab-1', 'Kepala Dinas'],
  ['jab-2', 'Sekretaris'],
  ['jab-3', 'Kepala Bidang'],
])

export const KOP: Kop = {
  lines: [
    'PEMERINTAH KABUPATEN MUKOMUKO',
    'BADAN PERENCANAAN PEMBANGUNAN, PENELITIAN',
    'DAN PENGEMBANGAN DAERAH',
  ],
  address: [
    'Jalan Imam Bonjol, Komplek Perkantoran Pemerintah Kabupaten, Mukomuko 38765',
    'Laman: bappelitbangda.mukomukokab.go.id',
  ],
  logo: samplePng(120, 140, 3),
}

export const SEAL: Seal = {
  code: 'MKM7-Q2HX',
  hash: '9f2c4d1e8b7a6053412f0e9d8c7b6a59483726150f4e3d2c1b0a998877665544',
  url: 'https://mufakat.mukomukokab.go.id/periksa/MKM7-Q2HX',
  at: new Date('2026-03-24T03:12:00Z'),
}

export const SIGNATORIES: readonly Signatory[] = [
  {
    role: 'pimpinan',
    jabatan: 'Sekretaris Daerah Kabupaten Mukomuko',
    name: 'Drs. H. CONTOH PIMPINAN, M.Si.',
    rank: 'Pembina Utama Madya (IV/d)',
    nip: '19680101 199003 1 001',
    ratifiedAt: new Date('2026-03-24T03:10:00Z'),
  },
  {
    role: 'notulis',
    jabatan: 'Kepala Subbagian Perencanaan',
    name: 'CONTOH NOTULIS, S.E.',
    rank: 'Penata Tingkat I (III/d)',
    nip: '19850202 201001 2 002',
  },
]

/** A picture of bands, as different as its seed. */
export function samplePng(width: number, height: number, seed: number): Uint8Array {
  return pngOf(width, height, (x, y) => (((x * seed + y * 2) >> 4) % 2 === 0 ? 90 : 205))
}

export function sampleAttendance(count: number, seed = 7): AttendanceRow[] {
  const next = chance(seed)
  const agencies = [...OPD.values()]
  return Array.from({ length: count }, (_, at): AttendanceRow => {
    const presence =
      next() < 0.7 ? 'hadir' : next() < 0.5 ? 'diwakilkan' : next() < 0.5 ? 'izin' : 'tanpa_keterangan'
    return {
      name: `${titleCase(sentence(next, 2, 4))}, S.E.`,
      nip: `19${70 + Math.floor(next() * 25)}0101 200${Math.floor(next() * 9)}01 1 ${String(at).padStart(3, '0')}`,
      jabatan: [...JABATAN.values()][at % 3] ?? '',
      agency: agencies[at % agencies.length] ?? '',
      phone: `0812-0000-${String(at).padStart(4, '0')}`,
      presence,
      representedBy: presence === 'diwakilkan' ? titleCase(sentence(next, 2, 3)) : null,
      arrived: presence === 'hadir' ? '09:05' : null,
    }
  })
}

const pick = <T>(next: () => number, list: readonly T[]): T => list[Math.floor(next() * list.length)] as T

function sentence(next: () => number, least: number, most: number): string {
  const length = least + Math.floor(next() * (most - least))
  return Array.from({ length }, () => pick(next, WORDS)).join(' ')
}

const titleCase = (text: string): string =>
  text.replace(/(^|\s)\p{L}/gu, letter => letter.toLocaleUpperCase('id'))
const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('id') + text.slice(1)

/** What has broken other layouts, one a paragraph. */
const ODD: readonly Span[][] = [
  [{ text: `Kata-yang-sangat-panjang: ${'perencanaan'.repeat(18)} dan sesudahnya.` }],
  [
    {
      text: `Tautan panjang https://contoh.go.id/${'a1b2c3'.repeat(24)}?x=1&y=2`,
      marks: { link: { href: 'https://contoh.go.id/' } },
    },
  ],
  [{ text: 'Tanda lain: → ≤ ≥ ✓ ☐ “kutip” … – — ½ ² €; huruf Ż ő Ω Ж; emoji 😀 👍🏽 🏠; العربية 漢字.' }],
  [{ text: 'Kendali \u0000\u0007\u001b[31m dan arah \u202etxt.exe\u202c hilang; <b>&amp;</b> tetap.' }],
]

function paragraphSpans(next: () => number): Span[] {
  const spans: Span[] = [{ text: `${capital(sentence(next, 12, 30))}, ` }]
  if (next() < 0.3) spans.push({ text: sentence(next, 2, 4), marks: { bold: true } }, { text: ' ' })
  if (next() < 0.3)
    spans.push({ text: sentence(next, 2, 4), marks: { italic: true, underline: true } }, { text: ' ' })
  if (next() < 0.3)
    spans.push({ embed: { mention: { kind: 'opd', id: 'opd-2', label: 'Dinas Sosial' } } }, { text: ' ' })
  if (next() < 0.2)
    spans.push(
      { text: 'laman resmi', marks: { link: { href: 'https://mukomukokab.go.id/data' } } },
      { text: ' ' },
    )
  spans.push({ text: `${sentence(next, 8, 24)}.` })
  return spans
}

export interface SampleOptions {
  readonly seed?: number
  readonly items?: number
  /** Rounds of all kinds in each item. */
  readonly rounds?: number
}

export function sampleContent({ seed = 1, items = 9, rounds = 4 }: SampleOptions = {}): NotulaContent {
  const next = chance(seed)
  let ids = 0
  const line = (kind: string, rest: Partial<ContentLine> = {}): ContentLine => ({
    id: `l${ids++}`,
    kind,
    level: 0,
    attrs: {},
    spans: [{ text: `${capital(sentence(next, 6, 18))}.` }],
    ...rest,
  })
  const cell = (): ContentLine[] =>
    next() < 0.2
      ? [
          line('butir', { spans: [{ text: sentence(next, 2, 6) }] }),
          line('nomor', { level: 1, spans: [{ text: sentence(next, 2, 5) }] }),
        ]
      : [line('paragraf', { spans: [{ text: sentence(next, 1, 9) }] })]
  const grid = (rows: number, columns: number) => ({
    columns: Array.from({ length: columns }, (_, at) => `c${at}`),
    rows: Array.from({ length: rows }, (_, at) => ({
      id: `r${at}`,
      cells: Array.from({ length: columns }, (_, column) =>
        at === 0
          ? [line('paragraf', { spans: [{ text: titleCase(sentence(next, 1, 3)), marks: { bold: true } }] })]
          : column === 0
            ? [line('paragraf', { spans: [{ text: String(at) }] })]
            : cell(),
      ),
    })),
  })
  const owned = (): JsonObject => ({
    owner: pick(next, [...OPD.keys()]),
    jabatan: pick(next, [...JABATAN.keys()]),
    tenggat: `2026-0${4 + Math.floor(next() * 3)}-${10 + Math.floor(next() * 18)}`,
    prioritas: pick(next, ['rendah', 'sedang', 'tinggi', 'mendesak']),
    strategi: pick(next, ['a', 'b', 'c']),
  })
  const round = (at: number): ContentLine[] => [
    ...(at === 0 ? [] : [line('judul', { spans: [{ text: capital(sentence(next, 3, 7)) }] })]),
    line('paragraf', { spans: paragraphSpans(next) }),
    line('paragraf', { spans: paragraphSpans(next) }),
    line('butir'),
    line('butir', { level: 1 }),
    line('butir', { level: 2 }),
    line('nomor'),
    line('nomor', { level: 1 }),
    line('nomor', { level: 1 }),
    line('nomor', { level: 2 }),
    line('nomor', { level: 3 }),
    line('paragraf', { level: 1 }),
    line('nomor'),
    line('kutipan'),
    line('keputusan', { spans: paragraphSpans(next) }),
    line('tindak-lanjut', { attrs: owned() }),
    line('tindak-lanjut', { attrs: next() < 0.5 ? owned() : {} }),
    line('paragraf', { spans: ODD[at % ODD.length] ?? [] }),
  ]
  const extra = (at: number): ContentLine[] => [
    line('gambar', {
      attrs: { file: at % 3 === 2 ? 'hilang' : `foto-${at % 3}` },
      spans: [{ text: capital(sentence(next, 3, 8)) }],
    }),
    line('tabel', {
      spans: [{ text: `Tabel ${at + 1}. ${capital(sentence(next, 3, 6))}` }],
      table: grid(at === 1 ? 60 : 6, 3 + (at % 4)),
    }),
    ...(at === 2 ? [line('batas-halaman', { spans: [] })] : []),
    ...(at === 3 ? [line('masa-depan', { attrs: { baru: true } })] : []),
  ]
  return {
    version: 1,
    items: Array.from(
      { length: items },
      (_, at): ContentItem => ({
        id: `item-${at}`,
        title: capital(sentence(next, 4, 10)),
        minutes: 30,
        presenter: at % 2 === 0 ? 'Kepala Dinas Sosial' : null,
        lines: [...Array.from({ length: rounds }, (_, turn) => round(turn)).flat(), ...extra(at)],
      }),
    ),
  }
}

/** Kinds that the sample holds; a test asks for all that the model has. */
export const sampleKinds = (content: NotulaContent): ReadonlySet<string> =>
  new Set(
    content.items
      .flatMap(item => item.lines.map(line => line.kind))
      .filter(kind => (LINE_KINDS as readonly string[]).includes(kind)),
  )

export function sampleNotula(options: SampleOptions = {}): NotulaInput {
  const content = sampleContent(options)
  const next = chance((options.seed ?? 1) + 99)
  return {
    kop: KOP,
    author: 'Bappelitbangda Kabupaten Mukomuko',
    madeAt: new Date('2026-03-24T03:15:00Z'),
    content,
    names: { opd: OPD, jabatan: JABATAN },
    loadPicture: async file =>
      file.startsWith('foto-') ? samplePng(900, 500, 3 + Number(file.slice(5))) : null,
    rapat: {
      title: 'Rapat Koordinasi Percepatan Penghapusan Kemiskinan Ekstrem Triwulan I Tahun 2026',
      date: '2026-03-17',
      start: '09:00',
      end: '12:30',
      place: 'Aula Bappelitbangda Kabupaten Mukomuko',
      invitation: { number: '005/123/B.4/III/2026', date: '2026-03-10' },
      agenda: content.items.map(item => item.title),
    },
    officers: {
      ketua: 'Drs. H. Contoh Pimpinan, M.Si., Sekretaris Daerah',
      sekretaris: 'Ir. Contoh Sekretaris, M.T., Kepala Bappelitbangda',
      pencatat: 'Contoh Notulis, S.E., Kepala Subbagian Perencanaan',
    },
    participants: [],
    opening: null,
    closedAt: '12:20',
    carried: Array.from({ length: 14 }, (_, at) => ({
      text: capital(sentence(next, 8, 20)),
      owner: pick(next, [...OPD.values()]),
      from: 'Rakor Triwulan IV 2025',
      tenggat: at % 3 === 0 ? '2026-02-20' : '2026-05-30',
      status: pick(next, ['belum', 'berjalan', 'menunggu_verifikasi'] as const),
      postponed: at % 4,
      remarks: at % 5 === 0 ? sentence(next, 4, 9) : '',
    })),
    signatories: SIGNATORIES,
    signedAt: { place: 'Mukomuko', date: '2026-03-24' },
    attendance: sampleAttendance(64),
    photos: Array.from({ length: 5 }, (_, at) => ({
      bytes: at === 3 ? null : samplePng(1200, 800, at + 2),
      caption: `Foto ${at + 1}. ${capital(sentence(next, 4, 10))}`,
    })),
    koreksi: [
      {
        number: 1,
        at: new Date('2026-04-02T04:00:00Z'),
        reason: 'Salah ketik pada angka.',
        changes: [
          {
            item: content.items[0]?.title ?? '',
            field: 'text',
            before: 'Anggaran sebesar Rp1.250.000.000,00',
            after: 'Anggaran sebesar Rp1.520.000.000,00',
          },
          { item: content.items[0]?.title ?? '', field: 'owner', before: 'opd-2', after: 'opd-3' },
          { item: '', field: 'tenggat', before: null, after: '2026-06-30' },
        ],
      },
    ],
    standing: SEAL,
  }
}

/** Rows of a matriks; every sixth begins as a formula would. */
export function sampleMatriks(count: number, seed = 3): Pick<MatriksInput, 'scope' | 'today' | 'rows'> {
  const next = chance(seed)
  const rows = Array.from({ length: count }, (_, at): MatriksRow => {
    const status = pick(next, TINDAK_LANJUT_STATUSES)
    const isCounted = next() < 0.6
    return {
      rapatNumber: `005/${100 + (at % 4)}/III/2026`,
      rapatTitle: `Rakor Triwulan ${['I', 'II', 'III', 'IV'][at % 4]}`,
      rapatDate: `2026-0${1 + (at % 4)}-17`,
      text:
        at % 6 === 5
          ? `=HYPERLINK("http://contoh","${sentence(next, 2, 4)}")`
          : capital(sentence(next, 6, 14)),
      detail: next() < 0.5 ? capital(sentence(next, 8, 22)) : '',
      opd: pick(next, [...OPD.values()]),
      jabatan: pick(next, [...JABATAN.values()]),
      tenggat: next() < 0.9 ? `2026-0${2 + Math.floor(next() * 6)}-15` : null,
      priority: next() < 0.9 ? pick(next, PRIORITIES) : null,
      status,
      finishedAt: status === 'selesai' ? '2026-03-01' : null,
      strategy: next() < 0.8 ? pick(next, STRATEGIES) : null,
      place: next() < 0.5 ? 'Kecamatan Kota Mukomuko' : '',
      indicator: isCounted ? 'Rumah tidak layak huni' : '',
      target: isCounted ? 40 : null,
      unit: isCounted ? 'unit' : '',
      achievement: isCounted ? Math.round(next() * 1000) / 1000 : null,
      obstacle: next() < 0.4 ? capital(sentence(next, 3, 9)) : '',
      evidence: next() < 0.4 ? '2 berkas' : '',
      postponed: at % 3,
      decided: '2026-01-31',
      remarks: next() < 0.2 ? '+62 @dinas -batal' : '',
    }
  })
  return { scope: 'Triwulan I Tahun 2026, semua OPD', today: '2026-04-10', rows }
}
