import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { startDoc, Writer } from '../acceptance/acts'
import { NET, people } from '../acceptance/pair'
import { random, randomAct } from '../acceptance/random-act'
import { joinBackward, splitLine } from '../commands'
import { canonicalJson, readNotula } from '../content'
import { itemTitle, setItemPresenter } from '../items'
import { createNotulaDoc } from '../notula-doc'
import { seedNotula } from '../seed'
import { PassageFinder } from './passage-finder'
import { purgeUpdate, type Units } from './purge-update'

const NIK = '3201234567890001'

/** Everything ever sent, one update a row, and what is found and left of it. */
function purged(updates: readonly Uint8Array[], passage: string) {
  const finder = new PassageFinder(passage)
  updates.forEach((update, i) => void finder.take([update], i + 1))
  const left = updates.map(update => purgeUpdate(update, finder.units))
  return { finder, left, doc: docOf(left) }
}

function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = createNotulaDoc({ clientId: 0, gc: false })
  for (const update of updates) Y.applyUpdate(doc, update, NET)
  expect(doc.store.pendingStructs).toBeNull()
  return doc
}

function room(
  count: number,
  lines = [
    { id: 'l1', text: 'Nomornya .' },
    { id: 'l2', text: 'Baris dua.' },
  ],
) {
  const { peers, deliver, seed } = people(count, lines)
  const log: Uint8Array[] = [seed]
  for (const { doc } of peers)
    doc.on('update', (update: Uint8Array, origin: unknown) => void (origin === NET || log.push(update)))
  return { peers, deliver, log }
}

describe('finding a passage', () => {
  it.each(['keputusan', 'mendesak', '2026', 'l1'.repeat(2), '0190'])(
    '[N22] leaves alone what the model goes by: %s',
    passage => {
      const doc = createNotulaDoc({ clientId: 3 })
      seedNotula(doc, [
        {
          id: 'i',
          title: 'Agenda',
          lines: [
            { id: 'l1l1', kind: 'keputusan', text: `Ditulis: ${passage}.` },
            {
              id: 'l2',
              kind: 'tindak-lanjut',
              text: 'Periksa',
              attrs: {
                prioritas: 'mendesak',
                tenggat: '2026-12-10',
                owner: '01900000-0000-7000-8000-000000000000',
              },
            },
          ],
        },
      ])
      const before = readNotula(doc)
      const { doc: after } = purged([Y.encodeStateAsUpdate(doc)], passage)
      expect(canonicalJson(readNotula(after))).toBe(
        canonicalJson(before).replace(`Ditulis: ${passage}.`, 'Ditulis: .'),
      )
    },
  )

  it('[N22] typed key by key, with a slip, and deleted again', () => {
    const { peers, log } = room(1)
    const view = peers[0]?.view ?? expect.fail()
    view.type(NIK.slice(0, 9), view.behind('Nomornya '))
    view.type('x', view.behind(NIK.slice(0, 9)))
    view.dispatch(view.state.tr.delete(view.behind('x') - 1, view.behind('x')))
    view.type(NIK.slice(9), view.behind(NIK.slice(0, 9)))
    view.dispatch(view.state.tr.delete(view.before(NIK), view.behind(NIK)))
    const { finder, doc, left } = purged(log, NIK)
    expect(finder.occurrences).toHaveLength(1)
    expect(finder.occurrences[0]).toMatchObject({ root: 'item:i', seq: 19 })
    expect(finder.occurrences.map(found => finder.isShown(found))).toEqual([false])
    expect(readNotula(doc)).toEqual(readNotula(peers[0]?.doc ?? doc))
    expect(stringsIn(left)).not.toMatch(/[345679]/)
  })

  it('[N22] written by two people, inside each other, and over joined lines', () => {
    const { peers, deliver, log } = room(2)
    const [a, b] = peers
    if (!a || !b) throw new Error('two')
    a.view.type('3201', a.view.behind('Nomornya '))
    deliver()
    b.view.type('34567890001', b.view.behind('3201'))
    deliver()
    a.view.type('2', a.view.behind('3201'))
    deliver()
    const { finder } = purged(log, NIK)
    expect(finder.occurrences).toHaveLength(1)
    expect(new Set(finder.occurrences[0]?.units.map(unit => unit.client))).toEqual(new Set([1, 2]))

    const other = room(1)
    const view = other.peers[0]?.view ?? expect.fail()
    view.type(NIK, view.behind('Nomornya '))
    view.select(view.behind('Nomornya 32012')).run(splitLine)
    expect(purged(other.log, NIK).finder.occurrences).toHaveLength(1)
    const split = room(1, [
      { id: 'l1', text: `Nomornya ${NIK.slice(0, 7)}` },
      { id: 'l2', text: `${NIK.slice(7)}.` },
    ])
    const joining = split.peers[0]?.view ?? expect.fail()
    expect(purged(split.log, NIK).finder.occurrences).toHaveLength(0)
    joining.select(joining.before(NIK.slice(7))).run(joinBackward)
    const joined = purged(split.log, NIK)
    expect(joined.finder.occurrences).toHaveLength(1)
    expect(readNotula(joined.doc).items[0]?.lines[0]?.spans).toEqual([{ text: 'Nomornya .' }])
  })

  it('[N22] that came together when what stood between was deleted', () => {
    const { peers, log } = room(1)
    const view = peers[0]?.view ?? expect.fail()
    view.dispatch(view.state.tr.insertText('3201-2345-6789-0001', view.behind('Nomornya ')))
    expect(purged(log, NIK).finder.occurrences).toHaveLength(0)
    for (let n = 0; n < 3; n++) view.dispatch(view.state.tr.delete(view.before('-'), view.behind('-')))
    expect(purged(log, NIK).finder.occurrences).toHaveLength(1)
  })

  it('[N22] in titles, labels, links and values', () => {
    const { peers, log } = room(1)
    const { doc, view } = peers[0] ?? expect.fail()
    itemTitle(doc, 'i').insert(0, `${NIK} `)
    setItemPresenter(doc, 'i', `NIK ${NIK}`)
    const { mention } = view.state.schema.nodes
    if (mention)
      view.dispatch(view.state.tr.insert(3, mention.create({ kind: 'person', id: 'x', label: NIK })))
    const link = view.state.schema.marks.link?.create({ href: `https://contoh.id/${NIK}` })
    if (link) view.dispatch(view.state.tr.addMark(view.before('dua'), view.behind('dua'), link))
    const { left, doc: after } = purged(log, NIK)
    expect(canonicalJson(readNotula(after))).not.toContain(NIK)
    expect(readNotula(after).items[0]).toMatchObject({ title: ' Agenda', presenter: null })
    expect(stringsIn(left)).not.toContain(NIK)
  })

  it('[N22] twice, and overlapping itself', () => {
    const { peers, log } = room(1)
    const view = peers[0]?.view ?? expect.fail()
    view.type('abaaba', view.behind('Nomornya '))
    const { finder, doc } = purged(log, 'aba')
    expect(finder.occurrences).toHaveLength(2)
    expect(readNotula(doc).items[0]?.lines[0]?.spans).toEqual([{ text: 'Nomornya .' }])
  })
})

describe('purging', () => {
  it('[N22] takes the units that are named and no others, whatever was written', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const { log, doc, chance } = written(seed)
      const units = someUnits(doc, chance)
      const left = docOf(log.map(update => purgeUpdate(update, units)))
      expect(Y.encodeStateVector(left)).toEqual(Y.encodeStateVector(doc))
      const isPurged = ({ client, clock }: { client: number; clock: number }) =>
        units.get(client)?.some(({ from, to }) => from <= clock && clock < to) ?? false
      for (const [name] of doc.share) {
        const [before, after] = [unitsIn(doc, name), unitsIn(left, name)]
        expect(after).toEqual(before.filter(unit => !isPurged(unit)))
      }
      // What is written since goes on as if nothing had happened.
      const further = createNotulaDoc({ clientId: 50 })
      Y.applyUpdate(further, Y.encodeStateAsUpdate(doc), NET)
      const more: Uint8Array[] = []
      further.on('update', (update: Uint8Array) => more.push(update))
      const writer = new Writer(further)
      for (let n = 0; n < 10; n++) randomAct(writer, chance)
      for (const update of more) {
        Y.applyUpdate(left, update, NET)
        Y.applyUpdate(doc, update, NET)
      }
      expect(left.store.pendingStructs).toBeNull()
      expect(unitsIn(left, 'item:b')).toEqual(unitsIn(doc, 'item:b').filter(unit => !isPurged(unit)))
      writer.close()
    }
  }, 60_000)

  it('[N22] leaves byte for byte what holds nothing of it', () => {
    const { log } = written(3)
    for (const update of log)
      expect(purgeUpdate(update, new Map([[9999, [{ from: 0, to: 9 }]]]))).toBe(update)
  })
})

function written(seed: number) {
  const chance = random(seed * 101)
  const log = [Y.encodeStateAsUpdate(startDoc())]
  const writers = [1, 2].map(clientId => {
    const doc = createNotulaDoc({ clientId })
    for (const update of log) Y.applyUpdate(doc, update, NET)
    return new Writer(doc)
  })
  const sent: Uint8Array[][] = [[], []]
  writers.forEach((writer, i) => {
    writer.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === NET) return
      log.push(update)
      sent[1 - i]?.push(update)
    })
  })
  for (let n = 0; n < 60; n++) {
    const who = chance.below(2)
    randomAct(writers[who] as Writer, chance)
    if (chance.next() < 0.3)
      for (const update of sent[who]?.splice(0) ?? [])
        Y.applyUpdate((writers[who] as Writer).doc, update, NET)
  }
  for (const writer of writers) writer.close()
  return { log, chance, doc: docOf(log) }
}

/** Alive units of a text, with their names in Yjs. */
function unitsIn(doc: Y.Doc, name: string): { client: number; clock: number; char: string }[] {
  if (!/^(item|title|k):/.test(name)) return []
  const units: { client: number; clock: number; char: string }[] = []
  for (let item = doc.getText(name)._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue
    const { client, clock } = item.id
    const text = item.content instanceof Y.ContentString ? item.content.str : '\ufffc'.repeat(item.length)
    text.split('').forEach((char, i) => void units.push({ client, clock: clock + i, char }))
  }
  return units
}

/** Some stretches of words of the document, at random. */
function someUnits(doc: Y.Doc, { below }: ReturnType<typeof random>): Units {
  const words = [...doc.share.keys()]
    .flatMap(name => unitsIn(doc, name))
    .filter(unit => !/[\n\ufffc\p{Surrogate}]/u.test(unit.char))
  const chosen = new Map<number, Set<number>>()
  for (let n = 0; n < 12; n++) {
    const at = below(words.length)
    for (const { client, clock } of words.slice(at, at + 1 + below(4)))
      chosen.set(client, (chosen.get(client) ?? new Set<number>()).add(clock))
  }
  return new Map(
    [...chosen].map(([client, clocks]) => [
      client,
      [...clocks].sort((a, b) => a - b).map(clock => ({ from: clock, to: clock + 1 })),
    ]),
  )
}

const stringsIn = (updates: readonly Uint8Array[]): string =>
  updates
    .flatMap(update => Y.decodeUpdate(update).structs)
    .flatMap(struct =>
      struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : [],
    )
    .join('')
