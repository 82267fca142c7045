/** Whether an indicator is told to everybody (SPEC.md, OD1). */
export const isOpenData = (
  indicator: { readonly isPublic: boolean; readonly active: boolean },
  programme: { readonly active: boolean },
): boolean => indicator.isPublic && indicator.active && programme.active

/** Columns of the list of open indicators, whose names and order stay (SPEC.md, OD3); a later one is added at the end. */
export const OPEN_INDICATOR_COLUMNS = [
  'id',
  'nama',
  'strategi',
  'program',
  'konsep',
  'definisi',
  'klasifikasi',
  'satuan',
  'ukuran',
  'sumber',
  'produsen',
  'periode',
  'tingkat_wilayah',
  'arah',
  'pengali',
  'kode_wilayah',
  'tahun',
  'triwulan',
  'nilai',
  'tidak_tersedia',
  'sifat',
  'tanggal_data',
  'lisensi_wilayah',
] as const

/** Columns of the values of one, likewise. */
export const OPEN_VALUE_COLUMNS = [
  'indikator_id',
  'indikator',
  'satuan',
  'kode_wilayah',
  'wilayah',
  'tingkat_wilayah',
  'tahun',
  'triwulan',
  'nilai',
  'pembilang',
  'penyebut',
  'tidak_tersedia',
  'sifat',
  'tanggal_data',
  'sumber',
  'versi_definisi',
  'dihitung_dari',
  'terisi',
  'lisensi_wilayah',
] as const

/** Under what codes and names of kecamatan and desa may be passed on. Source: idn-area-data. */
export const REGION_LICENCE = {
  id: 'ODbL-1.0',
  nama: 'Open Database License 1.0',
  url: 'https://opendatacommons.org/licenses/odbl/1-0/',
  sumber: 'https://github.com/fityannugroho/idn-area-data',
} as const
