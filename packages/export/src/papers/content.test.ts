import { type ContentLine, LINE_KINDS } from '@mufakat/doc-model'
import { paperWords } from '@mufakat/i18n'
import { describe, expect, it } from 'vitest'
import { listLabel } from '../list-label'
import type { Block, Run } from '../paper'
import { sampleContent, sampleKinds, samplePng } from '../testing/sample'
import { type ContentContext, linesAsBlocks, loadPictures } from './content'

const context: ContentContext = {
  paper: paperWords('id', 'WIB'),
  names: { opd: new Map([['o1', 'Dinas Sosial']]), jabatan: new Map([['j1', 'Kepala Dinas']]) },
  pictures: new Map(),
}
let ids = 0
const line = (kind: string, rest: Partial<ContentLine> = {}): ContentLine => ({
  id: `l${ids++}`,
  kind,
  level: 0,
  attrs: {},
  spans: [{ text: kind }],
  ...rest,
})
const blocks = (...lines: ContentLine[]) => linesAsBlocks(lines, context)
const words = (runs: readonly Run[]) => runs.map(run => run.text).join('')
const textOf = (block: Block | undefined): string => JSON.stringify(block)

it('[SK8] writes what an indicator stands at beside its name, or the name alone', () => {
  const named = (id: string) =>
    line('paragraf', { spans: [{ embed: { indicator: { id, label: 'Stunting' } } }] })
  const figure = {
    ...{ unit: '%', decimals: 2, number: 4.73, notAvailable: false, finality: 'sementara' },
    ...{ at: { year: 2025, quarter: 1 as const }, of: 1, given: 1 },
  }
  const told = (shown: object) => {
    const names = { ...context.names, figures: new Map([['x', { ...figure, ...shown }]]) }
    return textOf(linesAsBlocks([named('x')], { ...context, names })[0])
  }
  expect(told({})).toContain('Stunting (4,73%, Triwulan I 2025, sementara)')
  expect(told({ unit: 'lokasi', decimals: 0, number: 28, of: 15, given: 14, finality: 'final' })).toContain(
    'Stunting (28 lokasi, Triwulan I 2025, 14 dari 15 wilayah)',
  )
  expect(told({ number: null, at: null })).toContain('Stunting (belum ada data)')
  expect(told({ number: null, notAvailable: true })).toContain('Stunting (tidak tersedia, Triwulan I 2025)')
  expect(textOf(blocks(named('x'))[0])).toContain('"Stunting"')
})

describe('lists', () => {
  const labels = (...lines: ContentLine[]) =>
    blocks(...lines).flatMap(block =>
      block.type === 'list' ? block.items.map(listLabel) : [`(${block.type})`],
    )

  it('count as the screen does: a line ends deeper numbers, and its own level unless it has one', () => {
    expect(
      labels(
        line('nomor'),
        line('nomor', { level: 1 }),
        line('nomor', { level: 1 }),
        line('nomor', { level: 2 }),
        line('nomor', { level: 3 }),
        line('nomor', { level: 4 }),
        line('nomor', { level: 1 }),
        line('paragraf', { level: 1 }),
        line('nomor', { level: 1 }),
        line('nomor'),
        line('butir', { level: 1 }),
        line('nomor'),
        line('butir'),
        line('nomor'),
        line('paragraf'),
        line('nomor'),
      ),
    ).toEqual([
      '1.',
      'a.',
      'b.',
      '1)',
      'a)',
      '1.',
      'c.',
      '(paragraph)',
      'a.',
      '2.',
      '–',
      '3.',
      '•',
      '1.',
      '(paragraph)',
      '1.',
    ])
  })

  it('go on with letters after z', () => {
    const items = Array.from({ length: 28 }, () => line('nomor', { level: 1 }))
    expect(labels(...items).slice(-3)).toEqual(['z.', 'aa.', 'bb.'])
  })
})

describe('the content of a notula', () => {
  it('has every kind in the sample, and each becomes a block', () => {
    const content = sampleContent({ items: 4, rounds: 2 })
    expect([...sampleKinds(content)].sort()).toEqual([...LINE_KINDS].sort())
    const types = new Set(
      content.items.flatMap(item => linesAsBlocks(item.lines, context)).map(block => block.type),
    )
    expect([...types].sort()).toEqual([
      'aside',
      'figure',
      'heading',
      'list',
      'page-break',
      'paragraph',
      'table',
    ])
  })

  it('tells who does a tindak lanjut until when', () => {
    const [aside] = blocks(
      line('tindak-lanjut', {
        attrs: { owner: 'o1', jabatan: 'j1', tenggat: '2026-06-30', prioritas: 'tinggi', strategi: 'b' },
      }),
    )
    const told = aside?.type === 'aside' ? aside.blocks.map(block => words(block.runs)) : []
    expect(told).toEqual([
      'tindak-lanjut',
      'Penanggung jawab: Dinas Sosial – Kepala Dinas · Tenggat: 30 Juni 2026 · Prioritas: Tinggi · Strategi: Peningkatan pendapatan',
    ])
  })

  it('shows what this build does not know as what it holds', () => {
    const [unknown] = blocks(
      line('ramalan', { spans: [{ text: 'isi ' }, { embed: { ramal: 1 } }], attrs: { x: 1 } }),
    )
    expect(unknown?.type === 'paragraph' && words(unknown.runs)).toBe(
      '[isi jenis “ramalan”] isi [isi jenis “ramal”]',
    )
  })

  it('keeps marks and mentions, and only addresses that run nothing', () => {
    const spans = [
      { text: 'tebal', marks: { bold: true, italic: true, underline: true, masaDepan: 1 } },
      { embed: { mention: { kind: 'opd', id: 'o1', label: 'Dinas Sosial' } } },
      ...['https://a.go.id/x?y=1&z=2', 'javascript:alert(1)', 'https://', '/berkas/1', 'mailto:a@b.id'].map(
        href => ({
          text: href,
          marks: { link: { href } },
        }),
      ),
    ]
    const [paragraph] = blocks(line('paragraf', { spans }))
    const runs = paragraph?.type === 'paragraph' ? paragraph.runs : []
    expect(runs[0]).toEqual({ text: 'tebal', bold: true, italic: true, underline: true })
    expect(runs[1]).toEqual({ text: '@Dinas Sosial' })
    expect(runs.slice(2).map(run => run.href)).toEqual([
      'https://a.go.id/x?y=1&z=2',
      undefined,
      undefined,
      undefined,
      'mailto:a@b.id',
    ])
  })

  it('takes a first row in bold as the head of a table', () => {
    const cell = (text: string, bold = false): ContentLine[] => [
      line('paragraf', { spans: [{ text, ...(bold ? { marks: { bold: true } } : {}) }] }),
    ]
    const table = (bold: boolean) =>
      line('tabel', {
        spans: [],
        table: {
          columns: ['a', 'b'],
          rows: [
            { id: 'r1', cells: [cell('No', bold), cell('Nama', bold)] },
            { id: 'r2', cells: [cell('1'), [...cell('x'), line('nomor')]] },
          ],
        },
      })
    const [headed] = blocks(table(true))
    const [plain] = blocks(table(false))
    expect(headed?.type === 'table' && [headed.head?.length, headed.rows.length]).toEqual([2, 1])
    expect(plain?.type === 'table' && [plain.head, plain.rows.length]).toEqual([null, 2])
    expect(headed?.type === 'table' && headed.rows[0]?.[1]?.map(block => block.type)).toEqual([
      'paragraph',
      'list',
    ])
  })

  it('says so where a picture is gone or is none', async () => {
    const item = {
      id: 'i',
      title: '',
      minutes: null,
      presenter: null,
      lines: ['ada', 'hilang', 'rusak'].map(file =>
        line('gambar', { attrs: { file }, spans: [{ text: file }] }),
      ),
    }
    const asked: string[] = []
    const pictures = await loadPictures([item], async file => {
      asked.push(file)
      return file === 'ada' ? samplePng(10, 4, 2) : file === 'rusak' ? new Uint8Array(50).fill(7) : null
    })
    expect(asked).toEqual(['ada', 'hilang', 'rusak'])
    const [there, gone, broken] = linesAsBlocks(item.lines, { ...context, pictures })
    expect(
      there?.type === 'figure' && [there.picture?.width, there.picture?.height, words(there.caption)],
    ).toEqual([10, 4, 'ada'])
    for (const [block, name] of [
      [gone, 'hilang'],
      [broken, 'rusak'],
    ] as const) {
      expect(block?.type === 'figure' && [block.picture, words(block.caption)]).toEqual([
        null,
        `${name} (gambar tidak tersedia)`,
      ])
    }
  })

  it('leaves no sign that XML or a reader could not bear', () => {
    const [block] = blocks(line('paragraf', { spans: [{ text: 'a\u0000b\u202ec\ud800d\u000be' }] }))
    expect(textOf(block)).toBe(textOf({ ...(block as Block), runs: [{ text: 'abc\ufffdde' }] } as Block))
  })
})
