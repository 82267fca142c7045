import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { pair } from '../acceptance/pair'
import { joinBackward, moveLine, setKind, splitLine } from '../commands'
import { addItem, itemText, itemTitle, moveItem, removeItem, setItemMinutes } from '../items'
import { createNotulaDoc } from '../notula-doc'
import { seedNotula } from '../seed'
import { addRow, cellText, fillTable, tableGrid } from '../tables'
import { createUndo } from '../undo'
import { admissible } from './admissible'

const table = [
  ['a', 'b'],
  ['c', 'd'],
]
const lines = (prefix: string) => [
  { id: `${prefix}1`, text: 'satu' },
  { id: `${prefix}2`, text: 'dua' },
  { id: `${prefix}t`, kind: 'tabel' as const, text: 'angka', table },
]

/** A server with two items, and what is answered when a client that was given one of them makes a change. */
function judge(change: (doc: Y.Doc) => void, items: readonly string[] | null = ['own']) {
  const server = createNotulaDoc({ clientId: 0 })
  seedNotula(server, [
    { id: 'own', title: 'Sendiri', lines: lines('o') },
    { id: 'other', title: 'Lain', lines: lines('x') },
  ])
  const client = createNotulaDoc({ clientId: 5 })
  Y.applyUpdate(client, Y.encodeStateAsUpdate(server), 'net')
  const before = Y.encodeStateVector(client)
  client.transact(() => change(client))
  const result = admissible(server, Y.encodeStateAsUpdate(client, before), { clientId: 5, version: 1, items })
  return result.ok ? 'ok' : result.error.reason
}

/** The marker of the first line in a text. */
const markerOf = (text: Y.Text): Y.Map<unknown> => {
  const [first] = text.toDelta() as { insert: unknown }[]
  return first?.insert as Y.Map<unknown>
}
const cellOf = (doc: Y.Doc, name: string): Y.Text => {
  const { rows, columns } = tableGrid(doc, name)
  return cellText(doc, name, rows[0]?.id ?? '', columns[0]?.id ?? '')
}
const newLine = (id: string) => {
  const marker = new Y.Map<unknown>()
  marker.set('id', id)
  marker.set('kind', 'paragraf')
  return marker
}

const OWN: Record<string, (doc: Y.Doc) => void> = {
  'types a word': doc => itemText(doc, 'own').insert(2, 'kata'),
  'deletes a word': doc => itemText(doc, 'own').delete(2, 2),
  'changes the kind of a line': doc => markerOf(itemText(doc, 'own')).set('kind', 'keputusan'),
  'adds a line': doc => itemText(doc, 'own').insertEmbed(itemText(doc, 'own').length, newLine('baru')),
  'types into a cell': doc => cellOf(doc, 'ot').insert(1, 'kata'),
  'adds a row': doc => addRow(doc, 'ot'),
  'makes a table of a new line': doc => {
    itemText(doc, 'own').insertEmbed(itemText(doc, 'own').length, newLine('baru'))
    fillTable(doc, 'baru', 1, 1)
  },
}

const OTHERS: Record<string, (doc: Y.Doc) => void> = {
  'types a word elsewhere': doc => itemText(doc, 'other').insert(2, 'kata'),
  'deletes a word elsewhere': doc => itemText(doc, 'other').delete(2, 2),
  'deletes a whole line elsewhere': doc => itemText(doc, 'other').delete(0, 6),
  'changes the kind of a line elsewhere': doc => markerOf(itemText(doc, 'other')).set('kind', 'keputusan'),
  'marks words elsewhere': doc => itemText(doc, 'other').format(1, 3, { bold: true }),
  'types into a cell elsewhere': doc => cellOf(doc, 'xt').insert(1, 'kata'),
  'deletes from a cell elsewhere': doc => cellOf(doc, 'xt').delete(1, 1),
  'adds a row elsewhere': doc => addRow(doc, 'xt'),
  'changes a title': doc => itemTitle(doc, 'other').insert(0, 'X'),
  'changes the title of their own item': doc => itemTitle(doc, 'own').insert(0, 'X'),
  'adds an item': doc => addItem(doc, { title: 'Baru' }),
  'removes an item': doc => removeItem(doc, 'own'),
  'moves an item': doc => moveItem(doc, 'other', null),
  'changes the minutes of an item': doc => setItemMinutes(doc, 'own', 5),
  'takes the id of a line elsewhere': doc => itemText(doc, 'own').insertEmbed(0, newLine('x1')),
  'takes a table elsewhere by its id': doc => {
    itemText(doc, 'own').insertEmbed(0, newLine('xt'))
    cellOf(doc, 'xt').insert(1, 'kata')
  },
  'renames a line to one elsewhere': doc => markerOf(itemText(doc, 'own')).set('id', 'x2'),
  'does both in one update': doc => {
    itemText(doc, 'own').insert(2, 'kata')
    itemText(doc, 'other').insert(2, 'kata')
  },
  'makes a table of no line': doc => fillTable(doc, 'tidak-ada', 1, 1),
}

describe('an author who was given some items', () => {
  it.each(Object.entries(OWN))('[N30] %s', (_, change) => {
    expect(judge(change)).toBe('ok')
    expect(judge(change, null)).toBe('ok')
    expect(judge(change, ['other'])).toBe('not-theirs')
    expect(judge(change, [])).toBe('not-theirs')
  })

  it.each(Object.entries(OTHERS))('[N30] is refused who %s', (_, change) => {
    expect(judge(change)).toBe('not-theirs')
  })

  it('[N30] does all that the commands, tables and undo write in their item', () => {
    const { a, b, deliver, seed } = pair([
      { id: 'l1', text: 'satu' },
      { id: 'l2', text: 'dua' },
      { id: 'l3', text: 'tiga' },
    ])
    const server = createNotulaDoc({ clientId: 0 })
    Y.applyUpdate(server, seed, 'net')
    const item = [...server.share.keys()].find(name => name.startsWith('item:'))?.slice(5) ?? ''
    const refused: unknown[] = []
    for (const { doc } of [a, b])
      doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin === 'net') return
        const author = { clientId: doc.clientID, version: 1, items: [item] }
        const result = admissible(server, update, author)
        if (!result.ok) refused.push(result.error)
        Y.applyUpdate(server, update, 'net')
      })
    const undo = createUndo(a.doc, { captureTimeout: 0 })
    undo.addTrackedOrigin(a.view.binding)
    a.view.select(a.view.behind('ti')).run(splitLine)
    b.view.select(b.view.behind('dua')).run(moveLine(-1))
    deliver()
    a.view.select(a.view.before('ga')).run(joinBackward)
    a.view.run(setKind('tabel'))
    fillTable(a.doc, 'l3', 2, 2)
    addRow(a.doc, 'l3')
    undo.undo()
    undo.undo()
    undo.redo()
    a.view.dispatch(a.view.state.tr.delete(0, 6))
    deliver()
    expect(refused).toEqual([])
  })
})
