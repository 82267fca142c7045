import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { startDoc, Writer } from '../acceptance/acts'
import { NET, pair } from '../acceptance/pair'
import { random, randomAct } from '../acceptance/random-act'
import { deleteLine, joinBackward, moveLine, setKind, splitLine } from '../commands'
import { canonicalJson, itemPlainText, lineText, type NotulaContent, readLines, readNotula } from '../content'
import { admissible } from '../gate/admissible'
import { itemText, itemTitle, moveItem, removeItem, setItemMinutes } from '../items'
import { createNotulaDoc } from '../notula-doc'
import { deleteRow, tableGrid } from '../tables'
import { type BringBackScope, bringBack } from './bring-back'

const lines = [
  { id: 'l1', text: 'Rapat dibuka oleh Sekda.' },
  { id: 'l2', kind: 'butir', text: 'Anggaran disetujui bersama.' },
  { id: 'l3', text: 'Rapat ditutup.' },
]

/** Brings back in a copy of its own, as the server does, and takes the edits through the gate. */
function bringBackAsServer(doc: Y.Doc, was: NotulaContent, scope: BringBackScope, clientId = 77) {
  const copy = createNotulaDoc({ clientId })
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc), NET)
  const updates: Uint8Array[] = []
  copy.on('update', (update: Uint8Array) => updates.push(update))
  const found = bringBack(copy, was, scope)
  for (const update of updates) {
    const judged = admissible(doc, update, { clientId, version: 1 })
    expect(judged.ok ? 'ok' : judged.error).toBe('ok')
    Y.applyUpdate(doc, update, NET)
  }
  expect(canonicalJson(readNotula(doc))).toBe(canonicalJson(readNotula(copy)))
  return { found, updates, written: Y.getState(copy.store, clientId) }
}

describe('bringing back what was', () => {
  it('[N20] the whole notula, whatever three people did since, and writes nothing when nothing differs', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const chance = random(seed * 31)
      const doc = createNotulaDoc({ clientId: 1 })
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(startDoc()), NET)
      const writer = new Writer(doc)
      for (let n = 0; n < 20; n++) randomAct(writer, chance)
      const was = readNotula(doc)
      for (let n = 0; n < 40; n++) randomAct(writer, chance)
      bringBackAsServer(doc, was, { what: 'notula' })
      expect(shape(readNotula(doc))).toEqual(shape(was))
      expect(bringBackAsServer(doc, readNotula(doc), { what: 'notula' }, 78).updates).toEqual([])
      writer.close()
    }
  }, 60_000)

  it('[N20] what another types meanwhile stays, in its place', () => {
    const { a, b, deliver } = pair(lines)
    const was = readNotula(a.doc)
    a.view.dispatch(a.view.state.tr.insertText('dan ditutup ', a.view.before('oleh')))
    a.view.select(a.view.before('Anggaran')).run(deleteLine)
    a.view.select(a.view.before('Rapat ditutup')).run(setKind('judul'))
    deliver()
    b.view.type(' Kabupaten', b.view.behind('Sekda'))
    b.view.type('!', b.view.behind('ditutup.'))
    bringBackAsServer(a.doc, was, { what: 'notula' })
    deliver()
    for (const update of b.sent) Y.applyUpdate(a.doc, update, NET)
    expect(readLines(a.doc, a.text).map(line => `${line.id} ${line.kind} ${lineText(line)}`)).toEqual([
      'l1 paragraf Rapat dibuka oleh Sekda Kabupaten.',
      'l2 butir Anggaran disetujui bersama.',
      'l3 paragraf Rapat ditutup.!',
    ])
  })

  it('[N20] writes the words that differ and no others', () => {
    const { a } = pair(lines)
    const was = readNotula(a.doc)
    a.view.dispatch(a.view.state.tr.delete(a.view.before('dibuka'), a.view.behind('oleh ')))
    const { written } = bringBackAsServer(a.doc, was, { what: 'notula' })
    expect(written).toBe('dibuka oleh '.length)
  })

  it('[N20] one line, one item, and leaves the others as they are', () => {
    const doc = createNotulaDoc({ clientId: 1 })
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(startDoc()), NET)
    const was = readNotula(doc)
    const writer = new Writer(doc)
    writer.view('b').select(writer.view('b').before('aabbaabb')).run(deleteLine)
    writer.view('b').type('x', writer.view('b').behind('akhir'))
    writer.view('a').type('y', writer.view('a').behind('aaaa'))
    itemTitle(doc, 'b').insert(0, 'Acara ')
    setItemMinutes(doc, 'b', 15)
    deleteRow(doc, 'tabel', tableGrid(doc, 'tabel').rows[0]?.id ?? '')
    const text = (id: string) => {
      const item = readNotula(doc).items.find(other => other.id === id)
      return item ? `${item.title}: ${itemPlainText(item)}` : null
    }
    expect(bringBackAsServer(doc, was, { what: 'line', lineId: 'l2' }, 71).found).toBe(true)
    expect(text('b')).toContain('aaaaaaaa\naabbaabb\nbbbbbbbb'.replace('aaaaaaaa\n', ''))
    expect(text('b')).toContain('akhirx')
    removeItem(doc, 'b')
    expect(bringBackAsServer(doc, was, { what: 'item', itemId: 'b' }, 72).found).toBe(true)
    expect(shape({ ...was, items: readNotula(doc).items.filter(item => item.id === 'b') })).toEqual(
      shape({ ...was, items: was.items.filter(item => item.id === 'b') }),
    )
    expect(text('a')).toBe('Pertama: aaaay')
    expect(bringBackAsServer(doc, was, { what: 'line', lineId: 'nowhere' }, 73).found).toBe(false)
    expect(bringBackAsServer(doc, was, { what: 'item', itemId: 'nowhere' }, 74).found).toBe(false)
    writer.close()
  })

  it('[N20] joined, split and moved lines with their ids, and items in their order', () => {
    const doc = createNotulaDoc({ clientId: 1 })
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(startDoc()), NET)
    const was = readNotula(doc)
    const writer = new Writer(doc)
    const view = writer.view('b')
    view.select(view.before('aabbaabb')).run(joinBackward)
    view.select(view.behind('bbbb') - 1).run(splitLine)
    view.select(view.before('akhir')).run(moveLine(-1))
    moveItem(doc, 'c', null)
    bringBackAsServer(doc, was, { what: 'notula' })
    expect(shape(readNotula(doc))).toEqual(shape(was))
    writer.close()
  })

  it('[N20] a line that stands in another item now is not doubled', () => {
    const doc = createNotulaDoc({ clientId: 1 })
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(startDoc()), NET)
    const was = readNotula(doc)
    const writer = new Writer(doc)
    const [from, to] = [writer.view('b'), writer.view('a')]
    const node = from.lines()[0]
    from.select(from.before('abababab')).run(deleteLine)
    if (node) to.dispatch(to.state.tr.insert(0, node))
    const standing = () =>
      readNotula(doc).items.map(item => item.lines.filter(line => line.id === 'l0').length)
    expect(standing()).toEqual([1, 0, 0])
    bringBackAsServer(doc, was, { what: 'item', itemId: 'b' }, 71)
    expect(standing()).toEqual([1, 0, 0])
    bringBackAsServer(doc, was, { what: 'notula' }, 72)
    expect(shape(readNotula(doc))).toEqual(shape(was))
    expect(readLines(doc, itemText(doc, 'a')).map(lineText)).toEqual(['aaaa'])
    writer.close()
  })
})

/** What a person reads: ids, kinds, words and marks. */
const shape = (content: NotulaContent): unknown => JSON.parse(canonicalJson(content))
