export { writeDocx } from './docx/write-docx'
export { type BeritaAcaraInput, beritaAcara } from './papers/berita-acara'
export { type CuplikanInput, cuplikan } from './papers/cuplikan'
export { type DaftarHadirInput, daftarHadir } from './papers/daftar-hadir'
export type * from './papers/facts'
export { type MatriksInput, type MatriksRow, matriks } from './papers/matriks'
export {
  type CarriedRow,
  type KoreksiEntry,
  type NotulaInput,
  notula,
  type Officers,
  type Photo,
} from './papers/notula'
export { type UndanganInput, undangan } from './papers/undangan'
export { writePdf } from './pdf/write-pdf'
export { printable } from './printable'
