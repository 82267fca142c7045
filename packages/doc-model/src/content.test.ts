import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { itemPlainText } from './content'
import {
  addItem,
  addRow,
  canonicalJson,
  cellText,
  createNotulaDoc,
  listItems,
  moveItem,
  readNotula,
  readRemoved,
  removeItem,
  restoreItem,
  seedNotula,
  tableGrid,
} from './index'

const seeded = () => {
  const doc = createNotulaDoc({ clientId: 1 })
  seedNotula(doc, [
    {
      id: 'a',
      title: 'Pembukaan',
      minutes: 10,
      presenter: 'Bupati',
      lines: [
        { id: 'l1', text: 'satu' },
        { id: 'l2', kind: 'tindak-lanjut', attrs: { owner: 'opd-1', tenggat: '2026-12-01' }, text: 'dua' },
        { id: 'l3', spans: [{ text: 'te' }, { text: 'bal', marks: { bold: true } }] },
        {
          id: 'l4',
          table: [
            ['x', 'y'],
            ['z', ''],
          ],
        },
      ],
    },
    { id: 'b', title: 'Penutup' },
  ])
  return doc
}
const copy = (doc: Y.Doc) => {
  const other = createNotulaDoc({ clientId: 2 })
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc), 'net')
  return other
}

describe('reading a notula', () => {
  it('[N1] reads what was seeded', () => {
    const { version, items } = readNotula(seeded())
    expect(version).toBe(1)
    expect(items.map(item => [item.id, item.title, item.minutes, item.presenter])).toEqual([
      ['a', 'Pembukaan', 10, 'Bupati'],
      ['b', 'Penutup', null, null],
    ])
    expect(items[0]?.lines.slice(0, 3)).toEqual([
      { id: 'l1', kind: 'paragraf', level: 0, attrs: {}, spans: [{ text: 'satu' }] },
      {
        id: 'l2',
        kind: 'tindak-lanjut',
        level: 0,
        attrs: { owner: 'opd-1', tenggat: '2026-12-01' },
        spans: [{ text: 'dua' }],
      },
      {
        id: 'l3',
        kind: 'paragraf',
        level: 0,
        attrs: {},
        spans: [{ text: 'te' }, { text: 'bal', marks: { bold: true } }],
      },
    ])
    const item = items[0]
    expect(item && itemPlainText(item)).toBe('satu\ndua\ntebal\nx\ty\nz\t')
    expect(items[1]?.lines).toEqual([])
  })

  it('[N2] writes nothing while it reads', () => {
    const doc = copy(seeded())
    let updates = 0
    doc.on('update', () => updates++)
    readNotula(doc)
    readRemoved(doc)
    expect(updates).toBe(0)
  })

  it('[N13] spells equal content the same whatever its history', () => {
    const doc = seeded()
    const other = copy(doc)
    expect(canonicalJson(readNotula(other))).toBe(canonicalJson(readNotula(doc)))
    addRow(other, 'l4', null, 'new')
    expect(canonicalJson(readNotula(other))).not.toBe(canonicalJson(readNotula(doc)))
  })
})

describe('items', () => {
  it('[N5] keeps an order with room between items two people added at the same place', () => {
    const a = seeded()
    const b = copy(a)
    addItem(a, { id: 'n1', title: 'satu' }, 'a')
    addItem(b, { id: 'n2', title: 'dua' }, 'a')
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b), 'net')
    expect(listItems(a).map(item => item.id)).toEqual(['a', 'n1', 'n2', 'b'])
    addItem(a, { id: 'n3', title: 'tengah' }, 'n1')
    expect(listItems(a).map(item => item.id)).toEqual(['a', 'n1', 'n3', 'n2', 'b'])
    moveItem(a, 'b', 'n1')
    expect(listItems(a).map(item => item.id)).toEqual(['a', 'n1', 'b', 'n3', 'n2'])
    moveItem(a, 'a', 'n2')
    expect(listItems(a).map(item => item.id)).toEqual(['n1', 'b', 'n3', 'n2', 'a'])
  })

  it('[N5] removes an item without losing its text', () => {
    const doc = seeded()
    removeItem(doc, 'a')
    expect(readNotula(doc).items.map(item => item.id)).toEqual(['b'])
    expect(readRemoved(doc).items[0]?.lines).toHaveLength(4)
    restoreItem(doc, 'a')
    expect(readNotula(doc).items.map(item => item.id)).toEqual(['a', 'b'])
  })
})

describe('tables', () => {
  it('[N12] stays whole when rows and columns are added at once', () => {
    const a = seeded()
    const b = copy(a)
    addRow(a, 'l4')
    const row = tableGrid(b, 'l4').rows[0]?.id ?? ''
    const column = tableGrid(b, 'l4').columns[1]?.id ?? ''
    cellText(b, 'l4', row, column).insert(1, 'Y')
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b), 'net')
    const table = readNotula(a).items[0]?.lines[3]?.table
    expect(table?.rows.map(r => r.cells.length)).toEqual([2, 2, 2])
    expect(table?.rows[0]?.cells[1]?.[0]?.spans).toEqual([{ text: 'Yy' }])
  })
})
