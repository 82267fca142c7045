import { describe, expect, it } from 'vitest'
import { daftarHadir } from '../papers/daftar-hadir'
import { notula } from '../papers/notula'
import { everyPaper } from '../testing/papers'
import { readPdf, unmarked } from '../testing/pdf-objects'
import { SIGNATORIES, sampleAttendance, sampleNotula, samplePng } from '../testing/sample'
import { has, run } from '../testing/tools'
import { writePdf } from './write-pdf'

const papers = await everyPaper()
const list = (count: number) =>
  daftarHadir({
    ...sampleNotula({ items: 1, rounds: 1 }),
    rows: sampleAttendance(count),
    signatories: SIGNATORIES,
    place: 'Mukomuko',
    wetSignature: false,
    phones: false,
    standing: null,
  })

describe.each(Object.entries(papers))('%s as PDF', (_, paper) => {
  it('is the same bytes for the same paper', async () => {
    const [one, other] = [await writePdf(paper), await writePdf(paper)]
    expect(Buffer.compare(one, other)).toBe(0)
  }, 30_000)

  it('is tagged, told in its language, with every font inside and nothing drawn unmarked', async () => {
    const { text, pages } = readPdf(await writePdf(paper))
    expect(text).toContain('/StructTreeRoot')
    expect(text).toContain('/Marked true')
    expect(text).toContain(`/Lang (${paper.locale === 'id' ? 'id-ID' : 'en-GB'})`)
    expect(text).toContain('/DisplayDocTitle true')
    expect(text).toContain('/S /Document')
    expect(text).toContain('/S /H1')
    const count = (sign: RegExp) => (text.match(sign) ?? []).length
    expect(count(/\/Type \/FontDescriptor/g)).toBeGreaterThan(0)
    expect(count(/\/Type \/FontDescriptor/g)).toBe(count(/\/FontFile[23] /g))
    expect(text).not.toMatch(/\/Subtype \/Type1\b/)
    expect(pages.length).toBeGreaterThan(0)
    expect(pages.flatMap(unmarked)).toEqual([])
  }, 30_000)
})

it('has the elements that a reader aloud needs', async () => {
  const { text } = readPdf(await writePdf(papers.notula ?? list(1)))
  for (const type of [
    'H1',
    'H2',
    'H3',
    'P',
    'L',
    'LI',
    'Lbl',
    'LBody',
    'Table',
    'TR',
    'TH',
    'TD',
    'Figure',
    'Link',
  ]) {
    expect(text).toContain(`/S /${type}\n`)
  }
  expect(text).toContain('/Scope /Column')
  expect(text).toContain('/Title (B. Pembahasan)')
  expect(text).toContain('/URI (https://mukomukokab.go.id/data)')
}, 30_000)

const tools = has('pdftotext') && has('pdffonts') && has('pdfinfo')
const told = (program: string, args: readonly string[], bytes: Uint8Array) =>
  run(program, args, bytes, 'paper.pdf')
const pageCount = (bytes: Uint8Array) => Number(/Pages:\s+(\d+)/.exec(told('pdfinfo', ['FILE'], bytes))?.[1])
const textOf = (bytes: Uint8Array, page?: number) =>
  told(
    'pdftotext',
    [...(page === undefined ? [] : ['-f', String(page), '-l', String(page)]), '-layout', 'FILE', '-'],
    bytes,
  )

it('finds room for the deepest list in the narrowest cell', async () => {
  const paper = papers.notula ?? list(1)
  const items = Array.from({ length: 9 }, (_, level) => ({
    level,
    number: 1,
    runs: [{ text: 'perencanaan' }],
  }))
  const cells = Array.from({ length: 16 }, () => [{ type: 'list', items } as const])
  const blocks = [{ type: 'table', weights: cells.map(() => 1), head: null, rows: [cells] } as const]
  const { pages } = readPdf(await writePdf({ ...paper, blocks }))
  expect(pages.length).toBeLessThan(6)
}, 30_000)

describe.skipIf(!tools)('read by poppler', () => {
  it('every font is embedded and gives back its text, and the structure is a tree', async () => {
    const bytes = await writePdf(papers.notula ?? list(1))
    const fonts = told('pdffonts', ['FILE'], bytes).trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThanOrEqual(3)
    for (const font of fonts) expect(font).toMatch(/ yes yes yes +\d+ +0$/)
    expect(told('pdfinfo', ['FILE'], bytes)).toMatch(/Tagged:\s+yes/)
    const tree = told('pdfinfo', ['-struct-text', 'FILE'], await writePdf(papers.undangan ?? list(1)))
    expect(tree).toMatch(/^Document/)
    const order = [
      '"PEMERINTAH KABUPATEN MUKOMUKO"',
      '"Nomor"',
      '"005/123/III/2026"',
      '"Acara"',
      '"1."',
      '"Tembusan:"',
    ]
    const found = order.map(text => tree.indexOf(text))
    expect(found.every(at => at >= 0)).toBe(true)
    expect(found).toEqual([...found].sort((a, b) => a - b))
  }, 30_000)

  it('says on every page where it can be checked, or that it is a draft', async () => {
    const sealed = await writePdf(await notula(sampleNotula({ items: 2, rounds: 2 })))
    const draft = await writePdf(papers.draft ?? list(1))
    for (const [bytes, sentence, absent] of [
      [sealed, 'Kode periksa: MKM7-Q2HX', 'DRAF'],
      [draft, 'DRAF – belum disahkan', 'Kode periksa'],
    ] as const) {
      const pages = pageCount(bytes)
      for (let page = 1; page <= pages; page++) {
        const text = textOf(bytes, page)
        expect(text).toContain(sentence)
        expect(text).not.toContain(absent)
        expect(text).toContain(`Halaman ${page} dari ${pages}`)
      }
    }
  }, 60_000)

  it('shows odd signs or a place for them, and none that are not to be seen', async () => {
    const text = textOf(await writePdf(await notula(sampleNotula({ items: 1, rounds: 4 }))))
    for (const sign of [
      '→ ≤ ≥ ✓ ☐',
      '“kutip”',
      '½ ² €',
      'Ż ő Ω Ж',
      '😀',
      '<b>&amp;</b> tetap',
      '[31m dan arah txt.exe hilang',
    ])
      expect(text).toContain(sign)
    expect(text.match(/perencanaan/g)?.length).toBeGreaterThan(10)
  }, 60_000)

  it('repeats the head of a list on every page, for one person as for three hundred', async () => {
    const one = await writePdf(list(1))
    expect(pageCount(one)).toBe(1)
    const many = await writePdf(list(300))
    const pages = pageCount(many)
    expect(pages).toBeGreaterThan(8)
    for (let page = 1; page < pages; page++) expect(textOf(many, page)).toMatch(/No\.\s+Nama\s+NIP\s+Jabatan/)
    const numbers = [...told('pdftotext', ['-raw', 'FILE', '-'], many).matchAll(/^(\d{1,3})(?: |$)/gm)].map(
      ([, number]) => Number(number),
    )
    // What stands below the list tells numbers, too.
    expect(numbers.slice(0, 300)).toEqual(Array.from({ length: 300 }, (_, at) => at + 1))
  }, 60_000)

  it('keeps the signatures together', async () => {
    for (const rounds of [1, 2, 3]) {
      const bytes = await writePdf(
        await notula({ ...sampleNotula({ items: 1, rounds, seed: rounds }), koreksi: [] }),
      )
      const pages = Array.from({ length: pageCount(bytes) }, (_, at) => textOf(bytes, at + 1))
      const signed = pages.filter(text => text.includes('Pimpinan Rapat,'))
      expect(signed).toHaveLength(1)
      for (const part of [
        'CONTOH PIMPINAN',
        'CONTOH NOTULIS',
        'NIP. 19680101',
        'NIP. 19850202',
        'Mukomuko, 24 Maret 2026',
      ])
        expect(signed[0]).toContain(part)
    }
  }, 60_000)

  it('takes a picture that is broken for one that is missing', async () => {
    const broken = samplePng(40, 40, 3).slice(0, 60)
    const bytes = await writePdf(
      await notula({ ...sampleNotula({ items: 1, rounds: 1 }), loadPicture: async () => broken, kop: null }),
    )
    expect(textOf(bytes)).toContain('gambar tidak tersedia')
  }, 30_000)
})
