import * as Y from 'yjs'
import { inspectUpdate } from './gate/inspect'
import { addItem, itemText, listItems } from './items'
import { embedText } from './line/spans'
import { LOCAL_EDIT, rootName } from './notula-doc'
import { appendLines } from './seed'

// The words in updates that never became part of the document, for their author to read and put back. The document
// may lack what they build on, or have another history: then Yjs applies nothing. So they are read as they are, by
// what each unit says of its own neighbours. Other people's text is not in them.

export interface WrittenPassage {
  /** The item it was written in; null when that is no longer known. */
  readonly itemId: string | null
  readonly text: string
}

interface Unit {
  text: string
  deleted: boolean
  readonly run: Run
}
interface Run {
  readonly itemId: string | null
  readonly units: Unit[]
}

/** `doc`: the document as it is now, to find the items that the text stood in. It is not changed. */
export function writtenText(doc: Y.Doc, updates: readonly Uint8Array[]): WrittenPassage[] {
  const runs: Run[] = []
  const units = new Map<string, Unit>()
  const unitAt = (id: Y.ID | null, offset = 0) => id && units.get(nameOf(id.client, id.clock + offset))
  const places = new Places(doc)
  const inspected = updates.flatMap(update => {
    const read = inspectUpdate(update)
    return read.ok ? [read.value] : []
  })
  for (const struct of inspected.flatMap(({ structs }) => structs)) {
    if (!(struct instanceof Y.Item) || struct.parentSub !== null || unitAt(struct.id)) continue
    const left = unitAt(struct.origin)
    const right = left ? null : unitAt(struct.rightOrigin)
    const run = left?.run ?? right?.run ?? { itemId: places.itemOf(struct), units: [] }
    if (!left && !right) runs.push(run)
    const at = left
      ? run.units.lastIndexOf(left) + 1
      : right
        ? run.units.lastIndexOf(right)
        : run.units.length
    const made = textsOf(struct).map(text => ({ text, deleted: false, run }))
    run.units.splice(at, 0, ...made)
    for (const [offset, unit] of made.entries())
      units.set(nameOf(struct.id.client, struct.id.clock + offset), unit)
  }
  for (const { deletions } of inspected)
    for (const [client, ranges] of deletions)
      for (const { clock, length } of ranges)
        for (let at = clock; at < clock + length; at++) {
          const unit = units.get(nameOf(client, at))
          if (unit) unit.deleted = true
        }
  return passagesOf(runs)
}

/** Puts passages at the end of their items, or of the last one, as new edits of whoever does it. */
export function appendPassages(doc: Y.Doc, passages: readonly WrittenPassage[]): void {
  doc.transact(() => {
    for (const { itemId, text } of passages) {
      const items = listItems(doc)
      const home = items.find(item => item.id === itemId) ?? items.at(-1)
      const lines = text.split('\n').filter(line => line.trim() !== '')
      appendLines(
        doc,
        itemText(doc, home?.id ?? addItem(doc)),
        lines.map(line => ({ text: line })),
      )
    }
  }, LOCAL_EDIT)
}

/** One passage per item, in the order in which its first word was written. */
function passagesOf(runs: readonly Run[]): WrittenPassage[] {
  const passages = new Map<string | null, string[]>()
  for (const { itemId, units } of runs) {
    const text = units.map(unit => (unit.deleted ? '' : unit.text)).join('')
    if (text.trim() !== '') passages.set(itemId, [...(passages.get(itemId) ?? []), text.trim()])
  }
  return [...passages].map(([itemId, texts]) => ({ itemId, text: texts.join('\n') }))
}

/** What each unit of a struct says. Marks, markers and slots say nothing and still have a name. */
function textsOf({ content, length }: Y.Item): string[] {
  if (content instanceof Y.ContentString) return content.str.split('')
  if (content instanceof Y.ContentEmbed) return [embedText(content.embed as never)]
  return new Array<string>(length).fill('')
}

const nameOf = (client: number, clock: number): string => `${client}:${clock}`

class Places {
  readonly #roots = new Map<unknown, string>()

  constructor(private readonly doc: Y.Doc) {
    for (const [name, type] of doc.share) this.#roots.set(type, name)
  }

  /** The item whose text or title a struct stands in, as far as it or its neighbours in the document tell. */
  itemOf({ parent, origin, rightOrigin }: Y.Item): string | null {
    const named: unknown = parent
    const root = typeof named === 'string' ? named : (this.#rootAt(origin) ?? this.#rootAt(rightOrigin))
    const [, id] = /^(?:item|title):(.+)$/.exec(root ?? '') ?? []
    return id !== undefined && (root === rootName.text(id) || root === rootName.title(id)) ? id : null
  }

  #rootAt(id: Y.ID | null): string | null {
    if (id === null || id.clock >= Y.getState(this.doc.store, id.client)) return null
    const item: unknown = Y.getItem(this.doc.store, id)
    return item instanceof Y.Item ? (this.#roots.get(item.parent) ?? null) : null
  }
}
