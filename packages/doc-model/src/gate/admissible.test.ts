import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { pair } from '../acceptance/pair'
import { joinBackward, moveLine, setKind, splitLine } from '../commands'
import { addItem, itemText, itemTitle, removeItem } from '../items'
import { createNotulaDoc } from '../notula-doc'
import { seedNotula } from '../seed'
import { addRow, fillTable } from '../tables'
import { createUndo } from '../undo'
import { admissible, type GateReason } from './admissible'
import { inspectUpdate, MAX_UPDATE_BYTES } from './inspect'

const lines = [
  { id: 'l1', text: 'satu' },
  { id: 'l2', text: 'dua' },
  { id: 'l3', text: 'tiga' },
]

/** A server with a document, and what one client's change of it is judged. */
function judge(change: (doc: Y.Doc) => void, options: { clientId?: number; version?: number } = {}) {
  const server = createNotulaDoc({ clientId: 0 })
  seedNotula(server, [{ id: 'i', title: 'Agenda', lines }])
  const client = createNotulaDoc({ clientId: 5 })
  Y.applyUpdate(client, Y.encodeStateAsUpdate(server), 'net')
  const before = Y.encodeStateVector(client)
  client.transact(() => change(client))
  const result = admissible(server, Y.encodeStateAsUpdate(client, before), {
    clientId: options.clientId ?? 5,
    version: options.version ?? 1,
  })
  return result.ok ? 'ok' : result.error.reason
}

describe('what the gate lets in', () => {
  it('[N18] what somebody wrote behind thousands of words that others wrote there meanwhile', () => {
    const server = createNotulaDoc({ clientId: 0 })
    seedNotula(server, [{ id: 'i', title: 'Agenda', lines }])
    const seed = Y.encodeStateAsUpdate(server)
    const write = (doc: Y.Doc, word: string): Uint8Array => {
      const before = Y.encodeStateVector(doc)
      const text = itemText(doc, 'i')
      text.insert(text.length, word)
      return Y.encodeStateAsUpdate(doc, before)
    }
    const opened = (clientId: number): Y.Doc => {
      const doc = createNotulaDoc({ clientId })
      Y.applyUpdate(doc, seed)
      return doc
    }
    // Two by turns, so that no two of their words are one struct: two before who comes late, and two behind.
    for (const pair of [
      [opened(5), opened(6)],
      [opened(8), opened(9)],
    ] as const)
      for (let turn = 0; turn < 3_000; turn++) {
        const [writer, reader] = turn % 2 === 0 ? pair : ([pair[1], pair[0]] as const)
        const update = write(writer, 'x')
        Y.applyUpdate(reader, update)
        Y.applyUpdate(server, update)
      }
    const late = opened(7)
    const words = Array.from({ length: 1_100 }, () => write(late, 'terlambat '))
    expect(admissible(server, Y.mergeUpdates(words), { clientId: 7, version: 1 })).toMatchObject({ ok: true })
  })

  it('[N18] everything the commands, items, tables and undo write', () => {
    const { a, b, deliver, seed } = pair(lines)
    const server = createNotulaDoc({ clientId: 0 })
    Y.applyUpdate(server, seed, 'net')
    const refused: unknown[] = []
    for (const peer of [a, b])
      peer.doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin === 'net') return
        const result = admissible(server, update, { clientId: peer.doc.clientID, version: 1 })
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
    const item = addItem(b.doc, { title: 'Baru', minutes: 5, presenter: 'Bupati' })
    removeItem(b.doc, item)
    const mark = a.view.state.schema.marks.link?.create({ href: 'https://mukomukokab.go.id' })
    if (mark) a.view.dispatch(a.view.state.tr.addMark(2, 4, mark))
    const mention = a.view.state.schema.nodes.mention?.create({ kind: 'opd', id: 'x', label: 'Dinkes' })
    if (mention) a.view.dispatch(a.view.state.tr.insert(2, mention))
    const indicator = a.view.state.schema.nodes.indicator?.create({ id: 'x', label: 'Kawasan kumuh' })
    if (indicator) a.view.dispatch(a.view.state.tr.insert(2, indicator))
    a.view.dispatch(a.view.state.tr.delete(0, 6))
    deliver()
    expect(refused).toEqual([])
    expect(Y.encodeStateVector(server)).toEqual(Y.encodeStateVector(a.doc))
  })

  it('[N18] a change of a line that its author has taken back meanwhile', () => {
    const { a, b, deliver, seed } = pair(lines)
    const server = createNotulaDoc({ clientId: 0 })
    const undo = createUndo(a.doc, { captureTimeout: 0 })
    undo.addTrackedOrigin(a.view.binding)
    Y.applyUpdate(server, seed, 'net')
    a.view.select(a.view.behind('tiga')).run(splitLine)
    deliver()
    b.view.select(b.view.state.doc.content.size - 1).run(setKind('butir'))
    const late = b.sent.splice(0)
    undo.undo()
    Y.applyUpdate(server, Y.encodeStateAsUpdate(a.doc), 'net')
    for (const update of late) {
      expect(admissible(server, update, { clientId: 2, version: 1 })).toMatchObject({ ok: true })
      Y.applyUpdate(server, update, 'net')
    }
  })
})

describe('what the gate refuses', () => {
  const marker = (doc: Y.Doc) => itemText(doc, 'i').toDelta()[0].insert as Y.Map<unknown>
  const cases: [string, (doc: Y.Doc) => void, GateReason][] = [
    ['a root nobody knows', doc => doc.getMap('lain').set('a', 1), 'unknown-place'],
    ['a text made a map', doc => doc.getMap('item:neu').set('a', 1), 'unknown-place'],
    ['the version', doc => doc.getMap('notula').set('version', 9), 'unknown-place'],
    ['deleting the version', doc => doc.getMap('notula').delete('version'), 'forbidden-deletion'],
    ['a key of an item nobody knows', doc => doc.getMap('items').set('i.colour', 'red'), 'bad-value'],
    ['minutes that are none', doc => doc.getMap('items').set('i.minutes', -1), 'bad-value'],
    ['a rank out of bounds', doc => doc.getMap('items').set('i.rank', 'z'.repeat(501)), 'bad-value'],
    ['a shared type under a key', doc => doc.getMap('items').set('i.rank', new Y.Map()), 'unknown-content'],
    ['a key of a line nobody knows', doc => marker(doc).set('future', 1), 'unknown-content'],
    ['a type under a key of a line', doc => marker(doc).set('kind', new Y.Text('x')), 'unknown-content'],
    ['a level out of bounds', doc => marker(doc).set('level', 99), 'bad-value'],
    ['an owner without end', doc => marker(doc).set('owner', 'x'.repeat(201)), 'bad-value'],
    ['an embed nobody knows', doc => itemText(doc, 'i').insertEmbed(1, { script: 1 }), 'unknown-content'],
    [
      'an embed with more than it should have',
      doc => itemText(doc, 'i').insertEmbed(1, { slot: 'a', x: 1 }),
      'unknown-content',
    ],
    [
      'an indicator with a value of its own',
      doc => itemText(doc, 'i').insertEmbed(1, { indicator: { id: 'x', label: 'Kawasan kumuh', value: 28 } }),
      'unknown-content',
    ],
    [
      'an indicator whose id is none',
      doc => itemText(doc, 'i').insertEmbed(1, { indicator: { id: 'x y', label: 'Kawasan kumuh' } }),
      'unknown-content',
    ],
    [
      'an indicator that is another thing as well',
      doc => itemText(doc, 'i').insertEmbed(1, { indicator: { id: 'x', label: 'y' }, slot: 'a' }),
      'unknown-content',
    ],
    ['another type in a text', doc => itemText(doc, 'i').insertEmbed(1, new Y.Text('x')), 'unknown-content'],
    ['a format nobody knows', doc => itemText(doc, 'i').format(1, 2, { blink: true }), 'bad-value'],
    [
      'a link that runs',
      doc => itemText(doc, 'i').format(1, 2, { link: { href: 'javascript:alert(1)' } }),
      'bad-value',
    ],
    ['an embed in a title', doc => itemTitle(doc, 'i').insertEmbed(0, { slot: 'a' }), 'unknown-content'],
    ['a cell that is none', doc => doc.getText('k:a:b').insert(0, 'x'), 'unknown-place'],
    ['a document in a document', doc => doc.getMap('items').set('i.rank', new Y.Doc()), 'unknown-content'],
    ['bytes', doc => doc.getMap('items').set('i.rank', new Uint8Array(3)), 'unknown-content'],
  ]
  it.each(cases)('[N18] %s', (_, change, reason) => {
    expect(judge(change)).toBe(reason)
  })

  it('[N18] structs of somebody else, and versions it does not take', () => {
    const type = (doc: Y.Doc) => itemText(doc, 'i').insert(1, 'x')
    expect(judge(type)).toBe('ok')
    expect(judge(type, { clientId: 6 })).toBe('foreign-author')
    expect(judge(type, { version: 0 })).toBe('wrong-version')
    expect(judge(type, { version: 2 })).toBe('wrong-version')
  })

  it('[N18] an update that hangs on what the document does not have', () => {
    const server = createNotulaDoc({ clientId: 0 })
    const client = createNotulaDoc({ clientId: 5 })
    itemText(client, 'i').insert(0, 'satu')
    const before = Y.encodeStateVector(client)
    itemText(client, 'i').insert(4, ' dua')
    const late = Y.encodeStateAsUpdate(client, before)
    expect(admissible(server, late, { clientId: 5, version: 1 })).toMatchObject({
      error: { reason: 'missing-dependency' },
    })
  })

  it('[N18] bytes without sense, without an exception and without a trace', () => {
    const server = createNotulaDoc({ clientId: 0 })
    seedNotula(server, [{ id: 'i', title: 'Agenda', lines }])
    const good = Y.encodeStateAsUpdate(server)
    let updates = 0
    server.on('update', () => updates++)
    const author = { clientId: 5, version: 1 }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        inspectUpdate(bytes)
        admissible(server, bytes, author)
      }),
      { numRuns: 300, seed: 1 },
    )
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), (at, byte) => {
        const bent = good.slice()
        bent[at] = byte
        const result = admissible(server, bent, { ...author, clientId: [0, 5] })
        if (result.ok) {
          const other = createNotulaDoc({ clientId: 9 })
          Y.applyUpdate(other, good, 'net')
          Y.applyUpdate(other, bent, 'net')
        }
      }),
      { numRuns: 400, seed: 2 },
    )
    expect(updates).toBe(0)
    expect(inspectUpdate(new Uint8Array(MAX_UPDATE_BYTES + 1))).toMatchObject({ error: 'too-large' })
  })
})
