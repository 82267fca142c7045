import type { Paper } from '../paper'
import { beritaAcara } from '../papers/berita-acara'
import { cuplikan } from '../papers/cuplikan'
import { daftarHadir } from '../papers/daftar-hadir'
import { laporan } from '../papers/laporan'
import { matriks } from '../papers/matriks'
import { notula } from '../papers/notula'
import { undangan } from '../papers/undangan'
import { OPD, SIGNATORIES, sampleAttendance, sampleMatriks, sampleNotula } from './sample'
import { sampleLaporan } from './sample-laporan'

/** One of every paper, short. */
export async function everyPaper(): Promise<Readonly<Record<string, Paper>>> {
  const input = sampleNotula({ items: 2, rounds: 1 })
  const [chair] = SIGNATORIES
  if (!chair) throw new Error('nobody signs')
  return {
    notula: await notula(input),
    draft: await notula({
      ...input,
      standing: null,
      kop: null,
      carried: null,
      koreksi: [],
      photos: [],
      attendance: [],
    }),
    english: await notula({ ...input, locale: 'en', zone: 'WIT', size: 'F4' }),
    cuplikan: cuplikan({ ...input, opd: { id: 'opd-2', name: OPD.get('opd-2') ?? '' } }),
    beritaAcara: beritaAcara({
      ...input,
      rapat: { ...input.rapat, date: '2026-03-17' },
      number: 'BA/05/III/2026',
      officers: { ketua: 'Contoh Pimpinan, M.Si.', pencatat: 'Contoh Notulis, S.E.' },
    }),
    undangan: undangan({
      ...input,
      place: 'Mukomuko',
      date: '2026-03-10',
      number: '005/123/III/2026',
      nature: 'Penting',
      attachments: '1 (satu) lembar',
      subject: 'Undangan rapat koordinasi',
      recipients: [...OPD.values()],
      basis: 'Menindaklanjuti Peraturan Bupati Nomor 12 Tahun 2026',
      notes: ['Membawa laporan realisasi.'],
      closing: null,
      signatory: chair,
      copies: ['Bupati Mukomuko'],
      isDraft: false,
    }),
    daftarHadir: daftarHadir({
      ...input,
      rows: sampleAttendance(1).map(row => ({ ...row, presence: null })),
      signatories: [chair],
      place: 'Mukomuko',
      wetSignature: true,
      phones: true,
    }),
    matriks: matriks({ ...input, ...sampleMatriks(8) }),
    laporan: laporan({ ...input, report: sampleLaporan() }),
  }
}
