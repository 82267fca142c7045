import { paperWords } from '@mufakat/i18n'
import { describe, expect, it } from 'vitest'
import type { Block, Paper } from '../paper'
import { everyPaper } from '../testing/papers'
import { sampleAttendance, sampleMatriks, sampleNotula } from '../testing/sample'
import { dateInWords } from './berita-acara'
import { countAttendance, timeText } from './common'
import { summaryOf } from './matriks'
import { notula } from './notula'

const paper = paperWords('id', 'WIB')
const papers = await everyPaper()

function texts(blocks: readonly Block[]): string[] {
  return blocks.flatMap(block => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return [block.runs.map(run => run.text).join('')]
      case 'list':
        return block.items.map(item => item.runs.map(run => run.text).join(''))
      case 'facts':
        return block.rows.flatMap(({ label, value }) => [label, ...texts(value)])
      case 'table':
        return [...(block.head ?? []), ...block.rows.flat()].flatMap(texts)
      case 'aside':
        return texts(block.blocks)
      case 'signatures':
        return block.people.flatMap(person => [...person.above, person.name, ...person.below])
      default:
        return []
    }
  })
}
const all = (made: Paper | undefined) => texts(made?.blocks ?? [])
/** Whether these stand in a paper in this order. */
const inOrder = (made: Paper | undefined, wanted: readonly string[]) => {
  const found = all(made)
  let from = 0
  return wanted.filter(text => {
    const at = found.indexOf(text, from)
    if (at >= 0) from = at + 1
    return at < 0
  })
}

describe('the order of official papers', () => {
  it('notula', () => {
    expect(
      inOrder(papers.notula, [
        'NOTULA',
        'Sidang/Rapat',
        'Hari/Tanggal',
        'Selasa, 17 Maret 2026',
        'Surat Undangan',
        'Nomor 005/123/B.4/III/2026 tanggal 10 Maret 2026',
        'Waktu',
        '09.00 s.d. 12.30 WIB',
        'Tempat',
        'Acara',
        'Pimpinan Rapat',
        'Ketua',
        'Sekretaris',
        'Pencatat',
        'Peserta',
        'KEGIATAN RAPAT',
        'A. Kata Pembukaan',
        'B. Pembahasan',
        'C. Keputusan',
        'D. Tindak Lanjut',
        'E. Penutup',
        'Rapat ditutup pada pukul 12.20 WIB.',
        'F. Tindak Lanjut Rapat Lalu',
        'G. Koreksi',
        'Pimpinan Rapat,',
        'Pembina Utama Madya (IV/d)',
        'NIP. 19680101 199003 1 001',
        'Notulis,',
        'Lampiran: Daftar Hadir',
        'Lampiran: Dokumentasi Rapat',
      ]),
    ).toEqual([])
  })

  it('invitation', () => {
    expect(
      inOrder(papers.undangan, [
        'Mukomuko, 10 Maret 2026',
        'Nomor',
        'Sifat',
        'Lampiran',
        'Hal',
        'Yth. (daftar undangan terlampir)',
        'Hari/Tanggal',
        'Waktu',
        'Tempat',
        'Acara',
        'Catatan:',
        'Tembusan:',
        'DAFTAR UNDANGAN',
      ]),
    ).toEqual([])
  })

  it('attendance list, matriks and berita acara', () => {
    expect(
      inOrder(papers.daftarHadir, [
        'DAFTAR HADIR',
        'No.',
        'Nama',
        'NIP',
        'Jabatan',
        'OPD/Instansi',
        'No. HP',
        'Tanda Tangan',
      ]),
    ).toEqual([])
    expect(
      inOrder(papers.beritaAcara, [
        'BERITA ACARA',
        'Nomor: BA/05/III/2026',
        'A. Materi Rapat',
        'B. Putusan Rapat',
      ]),
    ).toEqual([])
    expect(all(papers.beritaAcara).join(' ')).toContain(
      'Pada hari ini Selasa, tanggal tujuh belas bulan Maret tahun dua ribu dua puluh enam (17-03-2026), pukul 09.00 WIB, bertempat di Aula',
    )
    expect(all(papers.beritaAcara).join(' ')).not.toContain('S.E..')
    expect(
      inOrder(papers.matriks, [
        'MATRIKS TINDAK LANJUT',
        'Menurut Status',
        'Menurut Prioritas',
        'Menurut OPD',
      ]),
    ).toEqual([])
  })

  it('says draft when nobody ratified it, and where to check it when somebody did', () => {
    expect(papers.draft?.draft?.long).toBe('DRAF – belum disahkan')
    expect(papers.draft?.seal).toBeNull()
    expect(papers.notula?.draft).toBeNull()
    expect(papers.notula?.seal?.lines).toEqual([
      'Disahkan di Mufakat pada 24 Mar 2026, 10.12 WIB. Kode periksa: MKM7-Q2HX',
      'SHA-256: 9f2c4d1e8b7a6053…77665544',
      'Periksa keaslian: https://mufakat.mukomukokab.go.id/periksa/MKM7-Q2HX',
    ])
    expect(papers.daftarHadir?.draft).toBeNull()
  })
})

describe('what papers tell', () => {
  it('hours and days in words', () => {
    expect(timeText({ start: '09:00', end: null }, paper)).toBe('09.00 WIB – selesai')
    expect(timeText({ start: null, end: null }, paper)).toBe('–')
    expect(dateInWords('2026-03-17', paper)).toEqual({
      weekday: 'Selasa',
      day: 'tujuh belas',
      month: 'Maret',
      year: 'dua ribu dua puluh enam',
      date: '17-03-2026',
    })
  })

  it('how many came, and their agencies', () => {
    const row = (presence: 'hadir' | 'diwakilkan' | 'izin' | 'tanpa_keterangan', agency: string) => ({
      ...(sampleAttendance(1)[0] as ReturnType<typeof sampleAttendance>[number]),
      presence,
      agency,
    })
    expect(
      countAttendance([
        row('hadir', 'A'),
        row('hadir', 'A'),
        row('diwakilkan', 'B'),
        row('izin', 'C'),
        row('tanpa_keterangan', 'D'),
      ]),
    ).toEqual({ present: 2, represented: 1, excused: 1, absent: 1, all: 5, agencies: 2 })
  })

  it('a summary that adds up, with what is late beside it', () => {
    const input = { ...sampleNotula({ items: 1, rounds: 1 }), ...sampleMatriks(60) }
    const [status, priority, opd] = summaryOf(input, paper)
    const sum = (part: typeof status, rows = part?.rows ?? []) =>
      rows.reduce((total, { count }) => total + count, 0)
    expect([sum(status, status?.rows.slice(0, 5)), sum(priority), sum(opd)]).toEqual([60, 60, 60])
    expect(status?.rows.at(-1)).toEqual({ name: 'Di antaranya terlambat', count: 8 })
  })

  it('an empty notula is still a paper', async () => {
    const input = sampleNotula({ items: 1, rounds: 1 })
    const made = await notula({
      ...input,
      kop: null,
      content: { version: 1, items: [] },
      rapat: {
        ...input.rapat,
        date: null,
        start: null,
        end: null,
        place: null,
        invitation: null,
        agenda: [],
      },
      officers: { ketua: null, sekretaris: null, pencatat: null },
      closedAt: null,
      carried: null,
      signatories: [],
      signedAt: { place: null, date: null },
      attendance: [],
      photos: [],
      koreksi: [],
    })
    expect(all(made)).toContain('Tidak ada keputusan yang dicatat.')
    expect(all(made)).toContain('Jam penutupan tidak dicatat.')
  })
})
