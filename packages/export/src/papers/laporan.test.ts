import { noteSigned, paperWords, workFigureLines } from '@mufakat/i18n'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { sampleNotula } from '../testing/sample'
import { sampleLaporan } from '../testing/sample-laporan'
import { writeDocx, writePdf } from '../write'
import { laporanXlsx } from '../xlsx/laporan-xlsx'
import { indicatorTexts, laporan } from './laporan'

const words = paperWords('id', 'WIB')
const input = { ...sampleNotula({ items: 1, rounds: 1 }), report: sampleLaporan() }

const text = (bytes: Uint8Array, of: RegExp): string =>
  Object.entries(unzipSync(bytes))
    .filter(([name]) => of.test(name))
    .map(([, part]) => new TextDecoder().decode(part))
    .join('\n')

describe('the report of a triwulan on paper', () => {
  it('says of indicators what its page says, in words', () => {
    const [extreme, stunting] = input.report.strategies[0]?.indicators ?? []
    if (!extreme || !stunting) throw new Error('no indicators')
    expect(indicatorTexts(extreme, words)).toMatchObject({
      ...{ value: '0,7', at: 'TW I 2026', target: '0 (tahun)', trend: 'membaik', finality: 'sementara' },
      ...{ capaian: 'sisa 0,7; 77,92% jalan dari data awal', band: 'Baik', achievement: 'Mendekati' },
    })
    // Worked out by hand: (1 + (1 − 4,73 / 5)) × 100.
    expect(indicatorTexts(stunting, words)).toMatchObject({
      ...{
        value: '4,73',
        target: '5 (tahun)',
        capaian: '105,4%',
        band: 'Sangat Baik',
        achievement: 'Tercapai',
      },
    })
    const [open] = input.report.strategies[1]?.indicators ?? []
    const [none] = input.report.strategies[2]?.indicators ?? []
    if (!open || !none) throw new Error('no indicators')
    expect(indicatorTexts(open, words)).toMatchObject({ target: '', capaian: 'tanpa target', band: '' })
    expect(indicatorTexts(none, words)).toMatchObject({ value: '', at: '', capaian: 'belum ada data' })
  })

  it('tells figures with what there is none of', () => {
    const [, empty] = input.report.opd
    const told = (work: typeof input.report.summary.work) =>
      workFigureLines(words.words, work).map(({ text: said }) => said)
    expect(told(input.report.summary.work)).toEqual([
      ...['12', '5', '4', '50%', '3', '1', '3', '17,5', '2', '41,7%'],
    ])
    expect(told(empty?.work ?? input.report.summary.work)).toEqual([
      ...['0', '0', '0', '–', '0', '0', '0', '–', '0', '–'],
    ])
  })

  it('says the same in every way in which it goes, and each time as the same bytes', {
    timeout: 60_000,
  }, async () => {
    const note = input.report.note
    if (note === null) throw new Error('no note')
    const wanted = [
      ...['LAPORAN TRIWULAN I 2026', 'Inpres Nomor 8 Tahun 2025', 'sisa 0,7; 77,92% jalan dari data awal'],
      ...[
        '3 dari 11',
        'Laporkan hasilnya pada rapat berikut.',
        noteSigned(words.words, note),
        'Dinas Sosial',
      ],
    ]
    const docx = await writeDocx(laporan(input))
    const written = text(docx, /document\.xml$/).replace(/<[^>]+>/g, '')
    expect(wanted.filter(one => !written.includes(one))).toEqual([])
    expect(await writeDocx(laporan(input))).toEqual(docx)
    const pdf = Buffer.from(await writePdf(laporan(input)))
    expect([pdf.toString('latin1', 0, 5), pdf.includes('/StructTreeRoot')]).toEqual(['%PDF-', true])
    const xlsx = await laporanXlsx(input)
    expect(await laporanXlsx(input)).toEqual(xlsx)
    const sheets = text(xlsx, /sharedStrings|sheet\d/)
    const told = ['3 dari 11', 'Percepat penyaluran', 'Dinas Sosial', 'Dua posyandu tanpa alat ukur baku.']
    expect(told.filter(one => !sheets.includes(one))).toEqual([])
    // Numbers are numbers: capaian of stunting as a share, and what was reached.
    expect(sheets).toMatch(/<v>1\.054<\/v>/)
    expect(sheets).toMatch(/<v>4\.73<\/v>/)
  })

  it('is there also when there is nothing to tell', { timeout: 60_000 }, async () => {
    const { report } = input
    const bare = {
      ...report,
      ...{ legalBases: [], note: null, work: [], opd: [], isOver: false, regency: '' },
      strategies: report.strategies.map(one => ({ ...one, indicators: [] })),
    }
    const written = text(await writeDocx(laporan({ ...input, report: bare })), /document\.xml$/)
    for (const said of ['Belum ada catatan pimpinan.', 'Belum ada indikator untuk strategi ini.'])
      expect(written).toContain(said)
    expect((await laporanXlsx({ ...input, report: bare })).length).toBeGreaterThan(1_000)
  })
})
