import * as Y from 'yjs'
import { STRUCTURE_KEYS } from '../kinds'
import { layOut } from '../line/layout'
import { isMarker, isShown, readSegments } from '../line/segment'
import { createNotulaDoc } from '../notula-doc'
import type { Units } from './purge-update'

// Finds where a passage stood, at any moment of a document's history. [N22]
// 1. It is looked for as it was read: through guards and slots, over lines that were joined, whoever typed which part
//    of it and however often it was interrupted; also when it came together because what stood between was deleted.
// 2. Values that people write (a presenter, an address of a link, a label) count when they contain it. Names and codes
//    that the model goes by do not: a word like `keputusan` would else take the kind of every decision along.

export interface PassageOccurrence {
  /** Name of the root type it stands in, e.g. `item:<id>`; null for a value. */
  readonly root: string | null
  /** When it was first there. */
  readonly seq: number
  readonly units: readonly { readonly client: number; readonly clock: number }[]
}

/** A text of which nobody has asked the type yet: nothing here needs more than its items. */
type Sequence = Y.AbstractType<unknown>

interface Unit {
  readonly char: string
  readonly client: number
  readonly clock: number
}

export class PassageFinder {
  /** As it stands after everything that was taken; deleted words are still in it. */
  readonly doc = createNotulaDoc({ gc: false })
  private readonly found = new Map<string, PassageOccurrence>()
  /** Texts with joined lines: what is read there is not what stands together in Y. */
  private readonly joined = new Set<Sequence>()
  private seq = 0

  constructor(readonly passage: string) {
    this.doc.on('afterTransaction', (transaction: Y.Transaction) => this.look(transaction))
  }

  get occurrences(): PassageOccurrence[] {
    return [...this.found.values()]
  }

  /** Everything to purge. */
  get units(): Units {
    const clocks = new Map<number, Set<number>>()
    for (const { units } of this.found.values())
      for (const { client, clock } of units)
        clocks.set(client, (clocks.get(client) ?? new Set<number>()).add(clock))
    return new Map([...clocks].map(([client, own]) => [client, rangesOf([...own].sort((a, b) => a - b))]))
  }

  /** Whether somebody reads it there now. */
  isShown({ units }: PassageOccurrence): boolean {
    return units.every(({ client, clock }) => {
      const item: unknown = Y.getItem(this.doc.store, Y.createID(client, clock))
      return item instanceof Y.Item && !item.deleted
    })
  }

  /** The updates (v1) of a row, in their order. */
  take(updates: readonly Uint8Array[], seq: number): void {
    this.seq = seq
    for (const update of updates) this.lookInside(update)
    this.doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.doc, update)
    })
    for (const update of updates) this.lookAtValues(update)
  }

  private note(root: string | null, units: readonly { client: number; clock: number }[]): void {
    const key = units.map(({ client, clock }) => `${client}:${clock}`).join()
    const known = this.found.get(key)
    if (known === undefined) this.found.set(key, { root, seq: this.seq, units })
    else if (known.root === null && root !== null) this.found.set(key, { ...known, root })
  }

  /** Words that hold the passage by themselves, whether or not anybody ever read them. */
  private lookInside(update: Uint8Array): void {
    for (const struct of Y.decodeUpdate(update).structs) {
      if (!(struct instanceof Y.Item)) continue
      const { content, id } = struct
      const unit = (at: number) => ({ client: id.client, clock: id.clock + at })
      if (!(content instanceof Y.ContentString)) continue
      for (const at of placesIn(content.str, this.passage))
        this.note(
          null,
          Array.from(this.passage.split(''), (_, i) => unit(at + i)),
        )
    }
  }

  /** After it was taken: an update need not say under which key a value stands. */
  private lookAtValues(update: Uint8Array): void {
    for (const { id, content } of Y.decodeUpdate(update).structs.filter(struct => struct instanceof Y.Item)) {
      const stored: unknown = Y.getItem(this.doc.store, id)
      const key = stored instanceof Y.Item ? stored.parentSub : null
      if (textsOf(content, key).some(text => text.includes(this.passage)))
        this.note(null, [{ client: id.client, clock: id.clock }])
    }
  }

  private look(transaction: Y.Transaction): void {
    const changed = new Set<Sequence>()
    for (const item of changedItems(transaction)) {
      const { parent } = item
      if (!(parent instanceof Y.AbstractType) || item.parentSub !== null) continue
      changed.add(parent)
      const embed: unknown = item.content instanceof Y.ContentEmbed ? item.content.embed : null
      if (typeof embed === 'object' && embed !== null && 'join' in embed) this.joined.add(parent)
      this.lookAt(parent, stretchAround(item, this.passage.length))
    }
    for (const text of changed) if (this.joined.has(text)) this.lookThroughLines(text)
  }

  private lookAt(text: Sequence, units: readonly Unit[]): void {
    const words = units.map(unit => unit.char).join('')
    for (const at of placesIn(words, this.passage))
      this.note(Y.findRootTypeKey(text), units.slice(at, at + this.passage.length))
  }

  private lookThroughLines(text: Sequence): void {
    for (const line of layOut(readSegments(text as Y.Text)).lines) {
      const units = line.parts.flatMap(part =>
        part.pieces.flatMap((piece): Unit[] => {
          if (!isShown(piece)) return []
          const { client, clock } = piece
          if (piece.type === 'embed') return [{ char: GAP, client, clock }]
          return piece.text.split('').map((char, i) => ({ char, client, clock: clock + i }))
        }),
      )
      this.lookAt(text, units)
    }
  }
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Stands for what is read and is no character. */
const GAP = '\ufffc'

function placesIn(words: string, passage: string): number[] {
  const places: number[] = []
  for (let at = words.indexOf(passage); at >= 0; at = words.indexOf(passage, at + 1)) places.push(at)
  return places
}

function rangesOf(clocks: readonly number[]): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = []
  for (const clock of clocks) {
    const last = ranges.at(-1)
    if (last?.to === clock) last.to++
    else ranges.push({ from: clock, to: clock + 1 })
  }
  return ranges
}

/** Texts inside of a value, an embed or a format; `key`: of the map it stands in. */
function textsOf(content: Y.Item['content'], key: string | null): string[] {
  const texts: string[] = []
  const walk = (value: unknown, name: string | null): void => {
    if (name !== null && isCode(name, value)) return
    if (typeof value === 'string') texts.push(value)
    else if (Array.isArray(value)) for (const one of value) walk(one, name)
    else if (typeof value === 'object' && value !== null)
      for (const [inner, one] of Object.entries(value)) walk(one, inner)
  }
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) walk(content.arr, key)
  else if (content instanceof Y.ContentEmbed) walk(content.embed, null)
  else if (content instanceof Y.ContentFormat) walk(content.value, null)
  return texts
}

const CODES: Readonly<Record<string, RegExp>> = {
  owner: UUID,
  jabatan: UUID,
  file: UUID,
  tenggat: /^\d{4}-\d{2}-\d{2}$/,
  prioritas: /^[a-z]{1,20}$/,
  strategi: /^[a-z]{1,20}$/,
}

/** Whether the model goes by the value: it is no text of anybody. */
function isCode(name: string, value: unknown): boolean {
  if (STRUCTURE_KEYS.has(name) || name === 'join' || /^[rc]:|\.rank$/.test(name)) return true
  return typeof value === 'string' && (CODES[name]?.test(value) ?? false)
}

/** Items that a transaction brought or deleted. */
function* changedItems({ doc, beforeState, afterState, deleteSet }: Y.Transaction): Generator<Y.Item> {
  const { clients } = doc.store
  for (const [client, end] of afterState)
    yield* itemsIn(clients.get(client), beforeState.get(client) ?? 0, end)
  for (const [client, ranges] of deleteSet.clients)
    for (const { clock, len } of ranges) yield* itemsIn(clients.get(client), clock, clock + len)
}

function* itemsIn(
  structs: readonly (Y.Item | Y.GC)[] | undefined,
  from: number,
  to: number,
): Generator<Y.Item> {
  if (!structs || from >= to) return
  for (let i = Y.findIndexSS(structs as (Y.Item | Y.GC)[], from); i < structs.length; i++) {
    const struct = structs[i] as Y.Item | Y.GC
    if (struct.id.clock >= to) return
    if (struct instanceof Y.Item) yield struct
  }
}

/** What is read around an item within its line: so many units before and behind as a passage could reach. */
function stretchAround(item: Y.Item, reach: number): Unit[] {
  const before: Unit[] = []
  for (let at = item.left; at !== null && before.length < reach; at = at.left) {
    if (isBreak(at)) break
    before.unshift(...unitsOf(at))
  }
  const behind: Unit[] = []
  for (let at = item.right; at !== null && behind.length < reach; at = at.right) {
    if (isBreak(at)) break
    behind.push(...unitsOf(at))
  }
  return [...before, ...(isBreak(item) ? [{ char: GAP, client: 0, clock: 0 }] : unitsOf(item)), ...behind]
}

/** A line begins here, or something is read that is no character. */
function isBreak(item: Y.Item): boolean {
  if (item.deleted) return false
  if (item.content instanceof Y.ContentType) return isMarker(item.content.type) || item.countable
  return item.content instanceof Y.ContentEmbed && !isPlace(item.content.embed)
}

const isPlace = (embed: unknown): boolean =>
  typeof embed === 'object' && embed !== null && ('slot' in embed || 'join' in embed)

function unitsOf(item: Y.Item): Unit[] {
  if (item.deleted || !(item.content instanceof Y.ContentString)) return []
  const { client, clock } = item.id
  return item.content.str
    .split('')
    .map((char, i) => ({ char, client, clock: clock + i }))
    .filter(unit => unit.char !== '\n')
}
