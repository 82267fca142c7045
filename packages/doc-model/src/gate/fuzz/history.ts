import * as Y from 'yjs'
import { startDoc, Writer } from '../../acceptance/acts'
import { NET } from '../../acceptance/pair'
import { type Random, randomAct } from '../../acceptance/random-act'
import { setLineAttrs } from '../../commands'
import { addItem, itemTitle, moveItem, removeItem, restoreItem, setItemMinutes } from '../../items'
import { createNotulaDoc } from '../../notula-doc'
import { addColumn, deleteColumn, deleteRow, moveRow, tableGrid } from '../../tables'
import { createUndo, type NotulaUndo } from '../../undo'
import { refusal } from './gate'
import { type PlainUpdate, readPlain } from './plain-update'

export interface History {
  /** Everything merged. */
  readonly state: Uint8Array
  /** What each author sent, one act each. */
  readonly updates: readonly Uint8Array[]
  readonly plain: readonly PlainUpdate[]
}

export const AUTHORS = [1, 2, 3] as const

/** An honest person before a document: types, formats, moves, cuts, undoes, makes and removes rows and items. */
export class Person {
  readonly writer: Writer
  readonly sent: Uint8Array[] = []
  private readonly undo: NotulaUndo

  constructor(
    readonly doc: Y.Doc,
    private readonly chance: Random,
  ) {
    this.writer = new Writer(doc)
    this.undo = createUndo(doc, { captureTimeout: 0 })
    for (const item of ['a', 'b']) this.undo.addTrackedOrigin(this.writer.view(item).binding)
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== NET) this.sent.push(update)
    })
  }

  act(): void {
    const { chance, doc } = this
    const x = chance.next()
    if (x < 0.06) this.undo.undo()
    else if (x < 0.08) this.undo.redo()
    else if (x < 0.2) this.rare()
    else randomAct(this.writer, chance)
    if (chance.next() < 0.02) itemTitle(doc, 'b').insert(0, chance.pick(['x', '😀', 'Rapat ']))
  }

  private rare(): void {
    const { chance, doc, writer } = this
    const { rows, columns } = tableGrid(doc, 'tabel')
    const row = chance.pick(rows)?.id ?? ''
    const view = writer.view()
    const { schema, tr, selection } = view.state
    const acts: (() => unknown)[] = [
      () => addItem(doc, { title: 'Baru', minutes: 5, presenter: 'Bupati' }, chance.pick(['a', 'b', null])),
      () => moveItem(doc, 'c', chance.pick(['a', null])),
      () => removeItem(doc, 'c'),
      () => restoreItem(doc, 'c'),
      () => setItemMinutes(doc, 'b', chance.pick([null, 10, 90])),
      () => addColumn(doc, 'tabel', null),
      () => rows.length > 1 && deleteRow(doc, 'tabel', row),
      () => columns.length > 1 && deleteColumn(doc, 'tabel', chance.pick(columns).id),
      () => moveRow(doc, 'tabel', row, null),
      () => view.run(setLineAttrs({ owner: 'dinkes', tenggat: '2026-12-10' })),
      () => view.run(setLineAttrs({ owner: null })),
      () => {
        const mention = schema.nodes.mention?.create({ kind: 'opd', id: 'x', label: 'Dinkes' })
        if (mention && selection.empty) view.dispatch(tr.insert(selection.from, mention))
      },
      () => {
        const link = schema.marks.link?.create({ href: 'https://mukomukokab.go.id' })
        const { from } = selection
        const to = selection.$from.end()
        if (link && from < to) view.dispatch(tr.addMark(from, to, link))
      },
    ]
    chance.pick(acts)()
  }

  close(): void {
    this.undo.destroy()
    this.writer.close()
  }
}

/** A copy of a document, as it is loaded. */
export function loaded(state: Uint8Array, clientId: number): Y.Doc {
  const doc = createNotulaDoc({ clientId })
  Y.applyUpdate(doc, state, NET)
  return doc
}

/**
 * Three people write for a while on one log, as it is live: each sends bursts of their own late, and sees those of
 * others late. All of it passes the gate, or this is no history.
 */
export function makeHistory(chance: Random, acts = 90): History {
  const begin = Y.encodeStateAsUpdate(startDoc())
  const server = loaded(begin, 9)
  const people = AUTHORS.map(clientId => new Person(loaded(begin, clientId), chance))
  const log: { author: Person; update: Uint8Array }[] = []
  const seen = new Map(people.map(person => [person, 0]))
  const send = (person: Person, count: number) => {
    const burst = person.sent.splice(0, count)
    if (burst.length === 0) return
    const update = Y.mergeUpdates(burst)
    const why = refusal(server, update, person.doc.clientID)
    if (why !== null) throw new Error(`the gate refuses an honest edit: ${why}`)
    Y.applyUpdate(server, update, NET)
    log.push({ author: person, update })
  }
  const see = (person: Person, count: number) => {
    const from = seen.get(person) ?? 0
    const rows = log.slice(from, from + count)
    for (const { author, update } of rows) if (author !== person) Y.applyUpdate(person.doc, update, NET)
    seen.set(person, from + rows.length)
  }
  for (let n = 0; n < acts; n++) {
    chance.pick(people).act()
    if (chance.next() < 0.5) send(chance.pick(people), 1 + chance.below(6))
    if (chance.next() < 0.5) see(chance.pick(people), 1 + chance.below(8))
  }
  for (const person of people) send(person, Number.POSITIVE_INFINITY)
  const updates = log.map(({ update }) => update)
  const state = Y.encodeStateAsUpdate(server)
  for (const person of people) person.close()
  return { state, updates, plain: updates.map(readPlain) }
}
