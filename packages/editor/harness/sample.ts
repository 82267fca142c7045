import type { SeedItem } from '@mufakat/doc-model'

export const OPDS = [
  {
    id: '0190a000-0000-7000-8000-000000000001',
    shortName: 'Bappelitbangda',
    name: 'Badan Perencanaan Pembangunan, Penelitian dan Pengembangan Daerah',
  },
  {
    id: '0190a000-0000-7000-8000-000000000002',
    shortName: 'Perkim',
    name: 'Dinas Perumahan dan Kawasan Permukiman',
  },
  { id: '0190a000-0000-7000-8000-000000000003', shortName: 'Dinkes', name: 'Dinas Kesehatan' },
  { id: '0190a000-0000-7000-8000-000000000004', shortName: 'Dinsos', name: 'Dinas Sosial' },
  {
    id: '0190a000-0000-7000-8000-000000000005',
    shortName: 'PUPR',
    name: 'Dinas Pekerjaan Umum dan Penataan Ruang',
  },
]

export const PEOPLE = [
  { id: '0190b000-0000-7000-8000-000000000001', name: 'Rina Contoh', opd: 'Bappelitbangda' },
  { id: '0190b000-0000-7000-8000-000000000002', name: 'Budi Contoh', opd: 'Perkim' },
  { id: '0190b000-0000-7000-8000-000000000003', name: 'Sari Contoh', opd: 'Dinkes' },
]

export const ITEMS: SeedItem[] = [
  {
    title: 'Pembukaan dan arahan pimpinan',
    minutes: 15,
    presenter: 'Wakil Bupati',
    lines: [
      { text: 'Rapat dibuka pukul 09.05 WIB oleh Wakil Bupati selaku ketua TKPKD.' },
      { kind: 'kutipan', text: 'Setiap OPD datang dengan inovasi dan mitra, bukan hanya dengan laporan.' },
    ],
  },
  {
    title: 'Penanganan 28 lokasi kawasan kumuh: pemugaran, peremajaan, permukiman kembali',
    minutes: 30,
    presenter: 'Perkim',
    lines: [
      { kind: 'judul', text: 'Keadaan' },
      { kind: 'butir', text: 'Keputusan Bupati Nomor 100-115 Tahun 2023 menetapkan 28 lokasi.' },
      { kind: 'butir', level: 1, text: 'Perkim bekerja lebih dulu di Kecamatan Kota Mukomuko.' },
      { kind: 'nomor', text: 'Jalan lingkungan: PUPR.' },
      { kind: 'nomor', text: 'Persampahan: DLH.' },
      {
        kind: 'keputusan',
        text: 'Penanganan 28 lokasi dikerjakan lintas OPD; tahun ini berpusat di Kota Mukomuko.',
      },
      {
        kind: 'tindak-lanjut',
        text: 'Menyusun rencana penanganan per lokasi dengan cara dan tahunnya.',
        attrs: {
          owner: OPDS[1]?.id ?? '',
          jabatan: 'Kepala Dinas',
          tenggat: '2026-12-15',
          prioritas: 'tinggi',
          strategi: 'c',
        },
      },
      {
        table: [
          ['Kecamatan', 'Lokasi', 'Cara'],
          ['Kota Mukomuko', 'Pasar Mukomuko', 'Peremajaan'],
          ['Ipuh', 'Medan Jaya', 'Pemugaran'],
        ],
      },
    ],
  },
  { title: 'Keputusan, tindak lanjut dan penutup', minutes: 10, presenter: null },
]
