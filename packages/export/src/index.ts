export type { Paper } from './paper'
export { type BeritaAcaraInput, beritaAcara } from './papers/berita-acara'
export { type CuplikanInput, cuplikan } from './papers/cuplikan'
export { type DaftarHadirInput, daftarHadir } from './papers/daftar-hadir'
export type * from './papers/facts'
export type { KoreksiEntry } from './papers/koreksi'
export { type LaporanInput, laporan } from './papers/laporan'
export { type MatriksInput, type MatriksRow, matriks } from './papers/matriks'
export {
  type CarriedRow,
  type NotulaInput,
  notula,
  type Officers,
  type Photo,
} from './papers/notula'
export { type UndanganInput, undangan } from './papers/undangan'
export { printable } from './printable'
export { writeDocx, writePdf } from './write'
export { laporanXlsx } from './xlsx/laporan-xlsx'
export { matriksXlsx } from './xlsx/matriks-xlsx'
