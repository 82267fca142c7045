import * as Y from 'yjs'
import { HeadlessView } from '../../acceptance/headless-view'
import { NET } from '../../acceptance/pair'
import type { Random } from '../../acceptance/random-act'
import { canonicalJson, readNotula, readRemoved } from '../../content'
import { itemText, listAllItems } from '../../items'
import { canonicalJson as canonical } from '../../json'
import { refusal } from './gate'
import { loaded, Person } from './history'

// A document that takes whatever passes the gate, two honest people who write at the same time, and what must
// hold when the dust has settled.

const LATE = [21, 22] as const
const AFTERWARDS = 33

const isPending = (doc: Y.Doc): boolean => doc.store.pendingStructs !== null || doc.store.pendingDs !== null

const contentOf = (doc: Y.Doc): string => canonicalJson(readNotula(doc)) + canonical(readRemoved(doc))

/** Every unit of every sequence that is not deleted, in order: `client:clock` → what it is. */
function unitsOf(doc: Y.Doc): Map<string, string[]> {
  const sequences = new Map<string, string[]>()
  for (const [name, type] of doc.share) {
    const units: string[] = []
    for (let item = type._start; item !== null; item = item.right) {
      if (item.deleted) continue
      const { client, clock } = item.id
      const { content } = item
      const text = content instanceof Y.ContentString ? content.str : null
      for (let i = 0; i < item.length; i++)
        units.push(`${client}:${clock + i}:${text?.charCodeAt(i) ?? content.constructor.name}`)
    }
    if (units.length > 0) sequences.set(name, units)
  }
  return sequences
}

const clientOf = (unit: string): number => Number(unit.slice(0, unit.indexOf(':')))

/** What was there and is still there must be what it was, in the order it had. */
function damage(
  before: Map<string, string[]>,
  after: Map<string, string[]>,
  authors: ReadonlySet<number>,
): string | null {
  for (const [name, units] of after) {
    const old = before.get(name) ?? []
    const places = new Map(old.map((unit, at) => [unit, at]))
    let last = -1
    for (const unit of units) {
      const at = places.get(unit)
      if (at === undefined) {
        if (!authors.has(clientOf(unit))) return `${unit} in ${name} is not what it was`
      } else if (at < last) return `${unit} in ${name} has changed its place`
      else last = at
    }
  }
  return null
}

export class Victim {
  readonly doc: Y.Doc
  private readonly late: readonly Person[]
  private readonly before: Map<string, string[]>
  private readonly vector: Map<number, number>
  private readonly authors = new Set<number>()

  constructor(
    state: Uint8Array,
    private readonly chance: Random,
  ) {
    this.doc = loaded(state, 9)
    this.before = unitsOf(this.doc)
    this.vector = Y.decodeStateVector(Y.encodeStateVector(this.doc))
    this.late = LATE.map(clientId => new Person(loaded(state, clientId), chance))
    for (const person of this.late) this.write(person, 4)
  }

  /**
   * Lets in what passes the gate, in one transaction.
   * @returns what is wrong already, or null
   */
  turn(work: (take: (bytes: Uint8Array, client: number) => boolean) => void): string | null {
    const passed: Uint8Array[] = []
    try {
      this.doc.transact(() =>
        work((bytes, client) => {
          if (refusal(this.doc, bytes, client) !== null) return false
          passed.push(bytes)
          this.authors.add(client)
          Y.applyUpdate(this.doc, bytes, NET)
          if (isPending(this.doc)) throw new Error('something pends')
          return true
        }),
      )
      for (const { doc } of this.late)
        for (const bytes of passed) {
          Y.applyUpdate(doc, bytes, NET)
          if (isPending(doc)) return 'something pends elsewhere'
        }
    } catch (error) {
      return `applying throws: ${error}`
    }
    return null
  }

  /** @returns what is wrong when everything has met, or null */
  settle(): string | null {
    try {
      return this.foreignChange() ?? this.meeting() ?? this.reloading() ?? this.goingOn()
    } catch (error) {
      return `throws: ${error instanceof Error ? error.stack : error}`
    }
  }

  close(): void {
    for (const person of this.late) person.close()
    this.doc.destroy()
  }

  private write(person: Person, acts: number): void {
    for (let n = 1 + this.chance.below(acts); n > 0; n--) person.act()
  }

  private foreignChange(): string | null {
    for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(this.doc)))
      if (!this.authors.has(client) && this.vector.get(client) !== clock)
        return `clocks of ${client} have moved`
    return damage(this.before, unitsOf(this.doc), this.authors)
  }

  private meeting(): string | null {
    for (const person of this.late) {
      for (const update of person.sent.splice(0)) {
        const why = refusal(this.doc, update, person.doc.clientID)
        if (why !== null) return `an honest edit no longer passes: ${why}`
        for (const doc of [this.doc, ...this.late.filter(other => other !== person).map(({ doc }) => doc)])
          Y.applyUpdate(doc, update, NET)
      }
    }
    const content = contentOf(this.doc)
    for (const { doc } of this.late) {
      if (isPending(doc)) return 'something pends after meeting'
      if (contentOf(doc) !== content) return 'copies differ'
    }
    return null
  }

  private reloading(): string | null {
    const content = contentOf(this.doc)
    const v2 = loaded(new Uint8Array([0, 0]), 10)
    Y.applyUpdateV2(v2, Y.encodeStateAsUpdateV2(this.doc), NET)
    const v1 = loaded(Y.encodeStateAsUpdate(this.doc), 11)
    for (const doc of [v1, v2]) {
      if (isPending(doc)) return 'something pends after loading'
      if (contentOf(doc) !== content) return 'it loads as something else'
      doc.destroy()
    }
    return null
  }

  private goingOn(): string | null {
    const person = new Person(loaded(Y.encodeStateAsUpdate(this.doc), AFTERWARDS), this.chance)
    for (const { id } of listAllItems(person.doc)) new HeadlessView(itemText(person.doc, id)).destroy()
    if (person.sent.length > 0) return 'drawing has written something'
    this.write(person, 4)
    for (const update of person.sent) {
      const why = refusal(this.doc, update, AFTERWARDS)
      if (why !== null) return `a later honest edit does not pass: ${why}`
      Y.applyUpdate(this.doc, update, NET)
    }
    const same = contentOf(person.doc) === contentOf(this.doc)
    person.close()
    return same ? null : 'later honest edits make copies differ'
  }
}
