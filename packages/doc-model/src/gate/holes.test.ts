import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { addItem, itemText } from '../items'
import { createNotulaDoc } from '../notula-doc'
import { seedNotula } from '../seed'
import { refusal } from './fuzz/gate'
import { type Id, type PlainStruct, type PlainUpdate, writePlain } from './fuzz/plain-update'

// Updates that the fuzz has found, or that led to one of its bends: each passed the gate once.

const SEEDER = 1
const ENEMY = 7

/** `abcdef😀` stands in one line of the item `i`. */
function serverDoc(): Y.Doc {
  const doc = createNotulaDoc({ clientId: SEEDER })
  seedNotula(doc, [{ id: 'i', title: 'Agenda', lines: [{ id: 'l', text: 'abcdef😀' }] }])
  return doc
}

const itemsOf = (doc: Y.Doc): Y.Item[] => {
  const items: Y.Item[] = []
  for (let item = itemText(doc, 'i')._start; item !== null; item = item.right) items.push(item)
  return items
}

/** The unit of that letter. */
function unit(doc: Y.Doc, letter: string): Id {
  for (const { id, content } of itemsOf(doc)) {
    const at = content instanceof Y.ContentString ? content.str.indexOf(letter) : -1
    if (at >= 0) return { client: id.client, clock: id.clock + at }
  }
  throw new Error(`no ${letter}`)
}

const struct = (more: Partial<PlainStruct>): PlainStruct => ({
  kind: 'item',
  length: 1,
  origin: null,
  rightOrigin: null,
  parent: null,
  parentSub: null,
  content: new Y.ContentString('x'),
  ...more,
})

const update = (structs: PlainStruct[], more: Partial<PlainUpdate> = {}): Uint8Array =>
  writePlain({ sections: [{ client: ENEMY, clock: 0, structs }], deletions: [], ...more })

it('[N18] two runs of one client, of which Yjs would keep the second waiting for the first', () => {
  const doc = serverDoc()
  const typed = struct({ origin: unit(doc, 'a'), rightOrigin: unit(doc, 'b') })
  const more = struct({ origin: { client: ENEMY, clock: 0 }, rightOrigin: unit(doc, 'b') })
  const sections = [
    { client: ENEMY, clock: 0, structs: [typed] },
    { client: ENEMY, clock: 1, structs: [more] },
  ]
  expect(refusal(doc, update([typed, more]), ENEMY)).toBeNull()
  expect(refusal(doc, update([], { sections }), ENEMY)).toMatch('unreadable')
  const empty = { client: 12, clock: 0, structs: [] }
  expect(refusal(doc, update([], { sections: [empty, ...sections.slice(0, 1)] }), ENEMY)).toMatch(
    'unreadable',
  )
})

it('[N18] beside a word and a key of a line that is gone, which only some have forgotten', () => {
  const doc = serverDoc()
  const text = itemText(doc, 'i')
  const gone = addItem(doc, { title: 'Lain' })
  itemText(doc, gone).insertEmbed(0, new Y.Map([['id', 'l2']]), {})
  const key = { client: SEEDER, clock: Y.getState(doc.store, SEEDER) - 1 }
  itemText(doc, gone).delete(0, 1)
  expect(Y.getItem(doc.store, Y.createID(key.client, key.clock))).toBeInstanceOf(Y.GC)
  expect(text.length).toBeGreaterThan(0)
  const beside = struct({ origin: unit(doc, 'a'), rightOrigin: key })
  expect(refusal(doc, update([beside]), ENEMY)).toMatch('unknown-place')
  expect(refusal(doc, update([struct({ origin: key, rightOrigin: key })]), ENEMY)).toBeNull()
})

it('[N18] inside a code point of somebody else, to write or to delete', () => {
  const doc = serverDoc()
  const { client, clock } = unit(doc, '😀')
  const inside = struct({ origin: { client, clock }, rightOrigin: { client, clock: clock + 1 } })
  expect(refusal(doc, update([inside]), ENEMY)).toMatch('impossible-place')
  for (const range of [
    { clock, length: 1 },
    { clock: clock + 1, length: 1 },
    { clock: clock - 1, length: 2 },
  ])
    expect(
      refusal(doc, update([], { sections: [], deletions: [{ client, ranges: [range] }] }), ENEMY),
    ).toMatch('impossible-place')
  const whole = [{ client, ranges: [{ clock, length: 2 }] }]
  expect(refusal(doc, update([], { sections: [], deletions: whole }), ENEMY)).toBeNull()
})

it('[N18] between neighbours that never stood side by side', () => {
  const doc = serverDoc()
  const [a, b, c] = [unit(doc, 'a'), unit(doc, 'b'), unit(doc, 'c')]
  const put = (origin: Id, rightOrigin: Id) => struct({ origin, rightOrigin })
  const own = (n: number) => ({ client: ENEMY, clock: n })
  const verdict = (...structs: PlainStruct[]) => refusal(doc, update(structs), ENEMY)
  expect(verdict(put(a, b))).toBeNull()
  expect(verdict(put(b as never, a))).toMatch('impossible-place')
  expect(verdict(put(a, c))).toMatch('impossible-place')
  // What they have written themselves they know.
  expect(verdict(put(a, b), put(a, b))).toMatch('impossible-place')
  expect(verdict(put(a, b), put(a, own(0)), put(own(0), b))).toBeNull()
  expect(verdict(put(a, b), put(own(0), a))).toMatch('impossible-place')
})

it('[N18] between a word and another that was put behind what stands between them', () => {
  const doc = serverDoc()
  const [a, b] = [unit(doc, 'a'), unit(doc, 'b')]
  const other = createNotulaDoc({ clientId: 3 })
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  itemText(other, 'i').insert(3, 'z')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  const z = unit(doc, 'z')
  expect(refusal(doc, update([struct({ origin: b, rightOrigin: z })]), ENEMY)).toBeNull()
  expect(refusal(doc, update([struct({ origin: a, rightOrigin: z })]), ENEMY)).toMatch('impossible-place')
})

it('[N18] a place before what is there already in a map', () => {
  const doc = serverDoc()
  const rank = doc.getMap('items')._map.get('i.rank')?.id
  const content = new Y.ContentAny(['m'])
  const entry = { client: rank?.client ?? 0, clock: rank?.clock ?? 0 }
  expect(refusal(doc, update([struct({ origin: entry, content })]), ENEMY)).toBeNull()
  expect(refusal(doc, update([struct({ rightOrigin: entry, content })]), ENEMY)).toMatch('impossible-place')
})

it('[N18] a line without an id, whoever made the line', () => {
  const doc = serverDoc()
  const marker = itemsOf(doc)[0]
  const type = marker?.content as Y.ContentType
  const id = type.type._map.get('id')?.id
  const deleted = (...clocks: number[]) => [
    { client: SEEDER, ranges: clocks.map(clock => ({ clock, length: 1 })) },
  ]
  const judged = (more: Partial<PlainUpdate>) => refusal(doc, update([], { sections: [], ...more }), ENEMY)
  expect(judged({ deletions: deleted(id?.clock ?? 0) })).toMatch('forbidden-deletion')
  expect(judged({ deletions: deleted(marker?.id.clock ?? 0, id?.clock ?? 0) })).toBeNull()
  const line = struct({ parent: 'item:neu', content: new Y.ContentType(new Y.Map() as never) })
  const named = struct({
    parent: { client: ENEMY, clock: 0 },
    parentSub: 'id',
    content: new Y.ContentAny(['neu']),
  })
  expect(refusal(doc, update([line]), ENEMY)).toMatch('forbidden-deletion')
  expect(refusal(doc, update([line, named]), ENEMY)).toBeNull()
})
