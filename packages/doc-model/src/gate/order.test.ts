import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { type Random, random } from '../acceptance/random-act'
import { itemText } from '../items'
import { createNotulaDoc } from '../notula-doc'
import { seedNotula } from '../seed'
import { refusal } from './fuzz/gate'
import { type Id, writePlain } from './fuzz/plain-update'

// Places that an enemy names at random, on a short text that others write in at the same time: where one passes, all
// copies and whoever loads the document put it in the same place. Much denser than the fuzz of whole updates: with the
// rule about what a neighbour was put beside taken out, one of twenty documents differs.

const DOCUMENTS = Number(process.env.GATE_ORDER ?? 600)
const ENEMIES = [3, 120, 900]
const NET = Symbol('net')

const seeded = createNotulaDoc({ clientId: 100 })
seedNotula(seeded, [{ id: 'i', title: 'Agenda', lines: [{ id: 'l', text: 'ab' }] }])
const SEED = Y.encodeStateAsUpdate(seeded)

function copy(clientId: number): Y.Doc {
  const doc = createNotulaDoc({ clientId })
  Y.applyUpdate(doc, SEED, NET)
  return doc
}

/** Every unit of the text in its place, deleted ones too. */
function unitsOf(doc: Y.Doc): Id[] {
  const units: Id[] = []
  for (let item = itemText(doc, 'i')._start; item !== null; item = item.right)
    for (let i = 0; i < item.length; i++) units.push({ client: item.id.client, clock: item.id.clock + i })
  return units
}

const placesIn = (doc: Y.Doc): string =>
  unitsOf(doc)
    .map(({ client, clock }) => `${client}:${clock}`)
    .join(' ')

interface Row {
  readonly by: number
  readonly bytes: Uint8Array
}

/** Writes somewhere, having read some of what is new. */
class Honest {
  readonly doc: Y.Doc
  private readonly made: Uint8Array[] = []
  private seen = 0

  constructor(readonly id: number) {
    this.doc = copy(id)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== NET) this.made.push(update)
    })
  }

  read(log: readonly Row[], upTo: number): void {
    for (const { by, bytes } of log.slice(this.seen, upTo))
      if (by !== this.id) Y.applyUpdate(this.doc, bytes, NET)
    this.seen = upTo
  }

  write(log: readonly Row[], chance: Random): Row {
    this.read(log, this.seen + chance.below(log.length - this.seen + 1))
    const text = itemText(this.doc, 'i')
    // Behind the marker and before the guard.
    const at = 1 + chance.below(text.length - 1)
    if (chance.next() < 0.2 && at < text.length - 1) text.delete(at, 1)
    else text.insert(at, 'x')
    return { by: this.id, bytes: Y.mergeUpdates(this.made.splice(0)) }
  }
}

function named(doc: Y.Doc, by: number, chance: Random): Row {
  const units = [null, ...unitsOf(doc)]
  const struct = {
    ...{ kind: 'item' as const, length: 1, parent: null, parentSub: null },
    ...{ origin: chance.pick(units), rightOrigin: chance.pick(units), content: new Y.ContentString('e') },
  }
  const section = { client: by, clock: Y.getState(doc.store, by), structs: [struct] }
  return { by, bytes: writePlain({ sections: [section], deletions: [] }) }
}

it(`[N18] places named at random in ${DOCUMENTS} documents: what passes stands in the same place for all`, () => {
  let passed = 0
  for (let seed = 1; seed <= DOCUMENTS; seed++) {
    const chance = random(seed * 7_919 + 13)
    const server = copy(0)
    const log: Row[] = []
    const people = [5, 50, 150, 500].slice(0, 2 + chance.below(3)).map(id => new Honest(id))
    const take = ({ by, bytes }: Row) => {
      Y.applyUpdate(server, bytes)
      log.push({ by, bytes })
    }
    for (let n = 4 + chance.below(10); n > 0; n--) {
      const who = people[chance.below(people.length + 2)]
      if (who !== undefined) {
        const row = who.write(log, chance)
        expect(refusal(server, row.bytes, row.by)).toBeNull()
        take(row)
      } else
        for (let tries = 6; tries > 0; tries--) {
          const row = named(server, chance.pick(ENEMIES), chance)
          if (refusal(server, row.bytes, row.by) !== null) continue
          passed++
          take(row)
          break
        }
    }
    const loaded = createNotulaDoc({ clientId: 0 })
    Y.applyUpdateV2(loaded, Y.encodeStateAsUpdateV2(server))
    const merged = createNotulaDoc({ clientId: 0 })
    Y.applyUpdate(merged, Y.mergeUpdates([SEED, ...log.map(({ bytes }) => bytes)]))
    for (const person of people) person.read(log, log.length)
    for (const doc of [loaded, merged, ...people.map(person => person.doc)])
      expect(placesIn(doc), `seed ${seed}`).toBe(placesIn(server))
  }
  expect(passed).toBeGreaterThan(DOCUMENTS)
}, 120_000)
