import { describe, expect, it } from 'vitest'
import { Writer } from '../acceptance/acts'
import { deleteLine, moveLine, setKind } from '../commands'
import { readNotula } from '../content'
import { moveItem, removeItem, setItemMinutes } from '../items'
import { createNotulaDoc } from '../notula-doc'
import { seedNotula } from '../seed'
import { addRow, cellText, tableGrid } from '../tables'
import { type ComparedLine, type ComparedWords, compareNotula } from './compare'
import { diffRuns, wordsOf } from './runs'

function start() {
  const doc = createNotulaDoc({ clientId: 1 })
  seedNotula(doc, [
    {
      id: 'b',
      title: 'Laporan OPD',
      minutes: 10,
      lines: [
        { id: 'l1', text: 'Dinas Sosial melapor.' },
        { id: 'l2', text: 'Anggaran naik lima persen.' },
        { id: 'l3', text: 'Rapat ditutup.' },
        { id: 'tabel', table: [['satu', 'dua']] },
      ],
    },
    { id: 'a', title: 'Lain-lain', lines: [{ id: 'a1', text: 'Tidak ada.' }] },
  ])
  return { doc, writer: new Writer(doc), was: readNotula(doc) }
}

const said = (runs: readonly ComparedWords[]): string =>
  runs
    .map(({ change, text }) => (change === 'same' ? text : `${change === 'added' ? '+' : '-'}[${text}]`))
    .join('')

describe('comparing', () => {
  it('[N19] nothing with itself', () => {
    const { was } = start()
    const { items, count } = compareNotula(was, was)
    expect(count).toBe(0)
    expect(
      items.every(item => item.change === 'same' && item.lines.every(line => line.change === 'same')),
    ).toBe(true)
  })

  it('[N19] lines by id: added, removed, changed word by word, moved, and of another kind', () => {
    const { doc, writer, was } = start()
    const view = writer.view('b')
    view.select(view.before('Dinas')).run(deleteLine)
    view.dispatch(view.state.tr.insertText('sepuluh', view.before('lima'), view.behind('lima')))
    view.select(view.before('Rapat')).run(setKind('keputusan'))
    view.select(view.before('Rapat')).run(moveLine(-1))
    view.select(view.behind('persen.'))
    const lines = byId(compareNotula(was, readNotula(doc)).items[0]?.lines)
    expect(lines.l1).toMatchObject({ change: 'removed', moved: false })
    expect(said(lines.l2?.words ?? [])).toBe('Anggaran naik -[lima]+[sepuluh] persen.')
    expect([lines.l2?.moved, lines.l3?.moved].filter(Boolean)).toHaveLength(1)
    expect(lines.l3?.facts).toEqual([{ name: 'kind', before: 'paragraf', after: 'keputusan' }])
  })

  it('[N19] items by id: title, minutes, order, and those that came or went', () => {
    const { doc, was } = start()
    moveItem(doc, 'a', null)
    setItemMinutes(doc, 'b', 20)
    const moved = compareNotula(was, readNotula(doc))
    expect(moved.items.filter(item => item.moved)).toHaveLength(1)
    expect(moved.items.find(item => item.id === 'b')?.facts).toEqual([
      { name: 'minutes', before: 10, after: 20 },
    ])
    removeItem(doc, 'b')
    const gone = compareNotula(was, readNotula(doc)).items.find(item => item.id === 'b')
    expect(gone).toMatchObject({ change: 'removed' })
    expect(gone?.lines.every(line => line.change === 'removed')).toBe(true)
    expect(compareNotula(readNotula(doc), was).items.find(item => item.id === 'b')?.change).toBe('added')
  })

  it('[N19] a line that went to another item is told once, there', () => {
    const { doc, writer, was } = start()
    const [from, to] = [writer.view('b'), writer.view('a')]
    const node = from.lines()[0]
    from.select(from.before('Dinas')).run(deleteLine)
    if (node) to.dispatch(to.state.tr.insert(0, node))
    const { items, count } = compareNotula(was, readNotula(doc))
    expect(items.map(item => item.lines.filter(line => line.id === 'l1').map(line => line.moved))).toEqual([
      [],
      [true],
    ])
    expect(count).toBe(1)
  })

  it('[N19] marks alone, and cells of tables', () => {
    const { doc, writer, was } = start()
    const view = writer.view('b')
    const bold = view.state.schema.marks.bold?.create()
    if (bold) view.dispatch(view.state.tr.addMark(view.before('Rapat'), view.behind('Rapat'), bold))
    addRow(doc, 'tabel')
    const { rows, columns } = tableGrid(doc, 'tabel')
    cellText(doc, 'tabel', rows[0]?.id ?? '', columns[1]?.id ?? '').insert(1, 'bukan ')
    const lines = byId(compareNotula(was, readNotula(doc)).items[0]?.lines)
    expect(lines.l3?.facts.map(fact => fact.name)).toEqual(['marks'])
    expect(lines.tabel?.table?.rows.map(row => row.change)).toEqual(['changed', 'added'])
    expect(lines.tabel?.table?.rows[0]?.cells.map(cell => cell.lines.map(line => said(line.words)))).toEqual([
      ['satu'],
      ['+[bukan ]dua'],
    ])
  })

  it('[N19] words and gaps, so that nothing of either text is missing', () => {
    const texts = [
      '',
      'a',
      'Rp1.250.000,- (satu juta)',
      '😀 naik',
      'aaa aaa',
      'satu dua tiga empat',
      'dua satu  empat',
    ]
    for (const before of texts)
      for (const after of texts) {
        const runs = diffRuns(wordsOf(before), wordsOf(after))
        const without = (change: string) =>
          runs.flatMap(run => (run.change === change ? [] : run.parts)).join('')
        expect([without('added'), without('removed')]).toEqual([before, after])
      }
  })
})

const byId = (lines: readonly ComparedLine[] = []): Record<string, ComparedLine | undefined> =>
  Object.fromEntries(lines.map(line => [line.id, line]))
