import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { BarList, DotStrip, SmallMultiples, TileMap, TrendChart, type TrendPoint } from './index'
import { niceTicks, scaleOf } from './scale'

const words = {
  value: 'Realisasi',
  target: 'Target',
  baseline: 'Data awal',
  band: 'Mendekati target',
  provisional: 'sementara',
  final: 'final',
  notAvailable: 'N/A',
  none: 'belum ada data',
  period: 'Triwulan',
  definition: 'Definisi',
  table: 'Tabel',
}

const points = (...values: (number | null)[]): TrendPoint[] =>
  values.map((value, i) => ({
    period: `TW ${(i % 4) + 1} ${2025 + Math.floor(i / 4)}`,
    tick: String((i % 4) + 1),
    group: String(2025 + Math.floor(i / 4)),
    value,
  }))

const trend = (given: TrendPoint[], more: Partial<Parameters<typeof TrendChart>[0]> = {}): string =>
  renderToStaticMarkup(
    <TrendChart
      title="Kemiskinan ekstrem"
      summary="Turun."
      points={given}
      format={value => `${value} %`}
      words={words}
      {...more}
    />,
  )

/** The picture, without the key under it. */
const plotOf = (html: string): string => html.slice(0, html.indexOf('chart-key'))

const count = (html: string, what: string): number => html.split(what).length - 1

describe('scale', () => {
  it('gives round values that hold all others, with 0 where they begin near it', () => {
    expect(niceTicks([3.17, 0.7, 0], 4)).toEqual([0, 1, 2, 3, 4])
    expect(niceTicks([68.2, 71.9], 4)).toEqual([68, 69, 70, 71, 72])
    expect(niceTicks([0.12, 0.31], 4)).toEqual([0, 0.1, 0.2, 0.3, 0.4])
    expect(niceTicks([-3, 5], 4)).toEqual([-4, -2, 0, 2, 4, 6])
  })

  it('has room for one value, for none, and for 0 alone', () => {
    expect(niceTicks([28], 4)).toEqual([0, 10, 20, 30])
    expect(niceTicks([], 2)).toEqual([0, 0.5, 1])
    expect(niceTicks([0], 2)).toEqual([0, 0.5, 1])
    expect(niceTicks([-2], 2)).toEqual([-2, -1, 0])
  })

  it('puts the lowest value at the foot and the highest at the head', () => {
    const { y, ticks } = scaleOf([0, 10], { height: 100, pad: 10, count: 2 })
    expect(ticks).toEqual([0, 5, 10])
    expect([y(0), y(5), y(10)]).toEqual([90, 50, 10])
  })
})

describe('TrendChart', () => {
  it('draws no line over a gap, and no point in it', () => {
    const html = plotOf(trend(points(5, 4, null, 3, 2)))
    expect(count(html, 'class="chart-line"')).toBe(2)
    expect(count(html, '<circle')).toBe(4)
  })

  it('draws no line over a new definition, marks it, and gives its points another shape', () => {
    const given = points(5, 4, 3, 2)
    const html = plotOf(
      trend(given.map((point, i) => (i === 2 ? { ...point, breakLabel: 'Definisi 2' } : point))),
    )
    expect(count(html, 'class="chart-line"')).toBe(2)
    expect(html).toContain('Definisi 2</text>')
    expect(count(html, '<circle')).toBe(2)
    expect(count(html, 'width="7.5"')).toBe(2)
  })

  it('draws a provisional value hollow, and says so in the table', () => {
    const html = trend(points(5, 4).map((point, i) => ({ ...point, provisional: i === 1 })))
    expect(count(plotOf(html), 'chart-hollow')).toBe(1)
    expect(html).toContain('4 % (sementara)')
  })

  it('draws one value alone, with its number', () => {
    const html = plotOf(trend(points(28)))
    expect(count(html, 'class="chart-line"')).toBe(0)
    expect(html).toContain('28 %</text>')
  })

  it('draws a target of 0 within the picture', () => {
    const html = plotOf(trend(points(3.17, 0.7).map(point => ({ ...point, target: 0 }))))
    const [, at] = /class="chart-target"><line x1="0%" x2="100%" y1="([\d.]+)"/.exec(html) ?? []
    expect(Number(at)).toBe(200)
  })

  it('draws a target that stays as one stroke, and a step where it changes', () => {
    const html = plotOf(trend(points(5, 4, 4, 3).map((point, i) => ({ ...point, target: i < 2 ? 4 : 2 }))))
    expect(count(html, 'class="chart-target"')).toBe(2)
    expect(html).toContain('x1="50%" x2="50%"')
  })

  it('keeps missing and not available apart, in words and in the picture', () => {
    const html = trend(points(5, null, null).map((point, i) => ({ ...point, notAvailable: i === 2 })))
    expect(count(plotOf(html), '>×<')).toBe(1)
    expect(html).toContain('<td>belum ada data</td>')
    expect(html).toContain('<td>N/A</td>')
  })

  it('is one picture with a name for who hears it, and a table for who reads it', () => {
    const html = trend(points(5, 4), { baseline: { value: 6, label: '6 %' } })
    expect(html).toContain('role="img" aria-label="Kemiskinan ekstrem. Turun."')
    expect(html).toContain('<summary>Tabel</summary>')
    expect(html).toContain('<th scope="row">TW 1 2025</th>')
    expect(html).toContain('Data awal: 6 %')
  })

  it('takes no style of an element, which the pages refuse', () => {
    expect(trend(points(5, null, 4))).not.toContain('style=')
  })
})

describe('the others', () => {
  const table = { label: 'Tabel', columns: ['Nama', 'Nilai'], rows: [{ key: 'a', cells: ['A', '1'] }] }

  it('SmallMultiples names each picture, and has one key and one table for all', () => {
    const html = renderToStaticMarkup(
      <SmallMultiples
        title="Semua"
        words={words}
        table={table}
        panels={['Stunting', 'Kumuh'].map(name => ({
          key: name,
          name,
          summary: `${name}: turun`,
          points: points(3, 2),
          format: String,
        }))}
      />,
    )
    expect(html).toContain('aria-label="Stunting: turun"')
    expect(count(html, 'role="img"')).toBe(2)
    expect(count(html, '<summary>')).toBe(1)
    expect(count(html, 'class="chart-key"')).toBe(1)
  })

  it('BarList puts parts behind each other, each filled its own way, and leaves out what is not there', () => {
    const html = renderToStaticMarkup(
      <BarList
        title="OPD"
        table={table}
        parts={[
          { label: 'Tepat waktu', fill: 'solid' },
          { label: 'Terlambat', fill: 'hatched' },
        ]}
        rows={[
          { key: 'a', label: 'Perkim', values: [3, 1], end: '4' },
          { key: 'b', label: 'Dinkes', values: [null, 2], end: '2' },
        ]}
      />,
    )
    const list = html.slice(html.indexOf('bar-list'))
    expect(list).toContain('x="0%" y="0.5" width="75%"')
    expect(list).toContain('x="75%" y="0.5" width="25%"')
    expect(count(list, '<rect')).toBe(3)
  })

  it('TileMap stands in the order in which it is read, with number and word in each', () => {
    const tile = { value: '4,7 %', word: 'Mendekati', level: 2 as const }
    const html = renderToStaticMarkup(
      <TileMap
        title="Kecamatan"
        note="Letak skematis."
        table={table}
        tiles={[
          { key: '2', name: 'Ipuh', row: 2, column: 1, ...tile },
          { key: '1', name: 'Lubuk Pinang', row: 1, column: 1, ...tile, value: 'belum ada data', level: 0 },
        ]}
      />,
    )
    expect(html.indexOf('Lubuk Pinang')).toBeLessThan(html.indexOf('Ipuh'))
    expect(html).toContain('data-row="2" data-column="1" data-level="2"')
    expect(html).toContain('belum ada data')
  })

  it('DotStrip draws one dot for each, and overlaps them where very many are alike', () => {
    const dots = Array.from({ length: 151 }, (_, i) => ({ key: String(i), name: `Desa ${i}`, value: 12 }))
    const html = renderToStaticMarkup(
      <DotStrip
        title="Desa"
        summary="Semua 12."
        dots={dots}
        format={String}
        table={table}
        note="0 belum ada data"
      />,
    )
    expect(count(html, '<circle')).toBe(151)
    expect(html).toContain('>151</text>')
    expect(html).toContain('<title>Desa 7: 12</title>')
    const places = [...html.matchAll(/cy="([\d.-]+)"/g)].map(match => Number(match[1]))
    expect(Math.min(...places)).toBeGreaterThan(0)
  })
})
