import {
  beritaAcara,
  cuplikan,
  daftarHadir,
  laporan,
  laporanXlsx,
  matriks,
  matriksXlsx,
  notula,
  type Paper,
  undangan,
  writeDocx,
  writePdf,
} from '@mufakat/export'
import { assert } from '@mufakat/kernel'
import type { PaperSource, WritePaper } from '@mufakat/services'

/** What was gathered is what papers take: here the compiler compares both. */
async function composed(source: PaperSource): Promise<Paper> {
  switch (source.kind) {
    case 'notula':
      return notula(source.input)
    case 'cuplikan':
      return cuplikan(source.input)
    case 'berita_acara':
      return beritaAcara(source.input)
    case 'daftar_hadir':
      return daftarHadir(source.input)
    case 'undangan':
      return undangan(source.input)
    case 'matriks':
      return matriks(source.input)
    case 'laporan':
      return laporan(source.input)
  }
}

/** A paper as the bytes of its file. */
export const writePaper: WritePaper = async (source, format) => {
  if (format === 'xlsx') {
    if (source.kind === 'laporan') return laporanXlsx(source.input)
    assert(source.kind === 'matriks', 'no other paper is a sheet')
    return matriksXlsx(source.input)
  }
  const paper = await composed(source)
  return format === 'pdf' ? writePdf(paper) : writeDocx(paper)
}
