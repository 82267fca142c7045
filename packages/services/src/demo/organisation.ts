import type { OpdKind } from '@mufakat/domain'

export interface DemoOpd {
  readonly shortName: string
  readonly name: string
  readonly kind: OpdKind
  /** Jabatan of its head. */
  readonly head: string
  readonly aliases?: readonly string[]
}

/** The agencies of the regency, as published; the people in them are examples. */
const AGENCIES: readonly DemoOpd[] = [
  {
    shortName: 'Pimpinan',
    name: 'Bupati dan Wakil Bupati Mukomuko',
    kind: 'lainnya',
    head: 'Bupati Mukomuko',
    aliases: ['KDH', 'WKDH'],
  },
  {
    shortName: 'Setda',
    name: 'Sekretariat Daerah',
    kind: 'sekretariat',
    head: 'Sekretaris Daerah',
    aliases: ['Sekda'],
  },
  { shortName: 'Setwan', name: 'Sekretariat DPRD', kind: 'sekretariat', head: 'Sekretaris DPRD' },
  { shortName: 'Inspektorat', name: 'Inspektorat Daerah', kind: 'inspektorat', head: 'Inspektur' },
  {
    shortName: 'Bappelitbangda',
    name: 'Badan Perencanaan Pembangunan, Penelitian dan Pengembangan Daerah',
    kind: 'badan',
    head: 'Kepala Bappelitbangda',
    aliases: ['Bappeda'],
  },
  { shortName: 'BKD', name: 'Badan Keuangan Daerah', kind: 'badan', head: 'Kepala BKD' },
  {
    shortName: 'BKPSDM',
    name: 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia',
    kind: 'badan',
    head: 'Kepala BKPSDM',
  },
  {
    shortName: 'BPBD',
    name: 'Badan Penanggulangan Bencana Daerah',
    kind: 'badan',
    head: 'Kepala Pelaksana BPBD',
  },
  {
    shortName: 'Kesbangpol',
    name: 'Badan Kesatuan Bangsa dan Politik',
    kind: 'badan',
    head: 'Kepala Kesbangpol',
  },
  {
    shortName: 'Disdikbud',
    name: 'Dinas Pendidikan dan Kebudayaan',
    kind: 'dinas',
    head: 'Kepala Disdikbud',
  },
  { shortName: 'Dinkes', name: 'Dinas Kesehatan', kind: 'dinas', head: 'Kepala Dinas Kesehatan' },
  {
    shortName: 'PUPR',
    name: 'Dinas Pekerjaan Umum dan Penataan Ruang',
    kind: 'dinas',
    head: 'Kepala Dinas PUPR',
    aliases: ['DPUPR'],
  },
  {
    shortName: 'Perkim',
    name: 'Dinas Perumahan dan Kawasan Permukiman',
    kind: 'dinas',
    head: 'Kepala Dinas Perkim',
    aliases: ['Disperkim', 'DPKP'],
  },
  {
    shortName: 'Satpol PP & Damkar',
    name: 'Satuan Polisi Pamong Praja dan Pemadam Kebakaran',
    kind: 'dinas',
    head: 'Kepala Satpol PP & Damkar',
  },
  { shortName: 'Dinsos', name: 'Dinas Sosial', kind: 'dinas', head: 'Kepala Dinas Sosial' },
  {
    shortName: 'DP2KBP3A',
    name: 'Dinas Pengendalian Penduduk, Keluarga Berencana, Pemberdayaan Perempuan dan Perlindungan Anak',
    kind: 'dinas',
    head: 'Kepala DP2KBP3A',
  },
  { shortName: 'DPMD', name: 'Dinas Pemberdayaan Masyarakat dan Desa', kind: 'dinas', head: 'Kepala DPMD' },
  {
    shortName: 'Disdukcapil',
    name: 'Dinas Kependudukan dan Pencatatan Sipil',
    kind: 'dinas',
    head: 'Kepala Disdukcapil',
    aliases: ['Dukcapil'],
  },
  {
    shortName: 'Diskominfo',
    name: 'Dinas Komunikasi dan Informatika',
    kind: 'dinas',
    head: 'Kepala Diskominfo',
  },
  { shortName: 'Distan', name: 'Dinas Pertanian', kind: 'dinas', head: 'Kepala Dinas Pertanian' },
  { shortName: 'DKP', name: 'Dinas Ketahanan Pangan', kind: 'dinas', head: 'Kepala Dinas Ketahanan Pangan' },
  { shortName: 'Diskan', name: 'Dinas Perikanan', kind: 'dinas', head: 'Kepala Dinas Perikanan' },
  { shortName: 'DLH', name: 'Dinas Lingkungan Hidup', kind: 'dinas', head: 'Kepala DLH' },
  { shortName: 'Dishub', name: 'Dinas Perhubungan', kind: 'dinas', head: 'Kepala Dishub' },
  {
    shortName: 'Disperindagkop-UKM',
    name: 'Dinas Perindustrian, Perdagangan, Koperasi dan UKM',
    kind: 'dinas',
    head: 'Kepala Disperindagkop-UKM',
  },
  {
    shortName: 'DPMPTSP',
    name: 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu',
    kind: 'dinas',
    head: 'Kepala DPMPTSP',
  },
]

/** Every OPD: the agencies, then one per kecamatan. */
export const demoOpd = (
  districts: readonly { code: string; name: string }[],
): (DemoOpd & { districtCode: string | null })[] => [
  ...AGENCIES.map(agency => ({ ...agency, districtCode: null })),
  ...districts.map(({ code, name }) => ({
    shortName: `Kec. ${name}`,
    name: `Kecamatan ${name}`,
    kind: 'kecamatan' as const,
    head: `Camat ${name}`,
    aliases: [`Camat ${name}`],
    districtCode: code,
  })),
]
