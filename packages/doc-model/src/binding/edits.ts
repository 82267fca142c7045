import type * as Y from 'yjs'
import type { Json, JsonObject } from '../json'
import type { Attrs } from '../line/segment'
import type { Unit } from './shown-line'

// What a person did, as changes of one Y.Text. All indexes count in the text as it stood before any of them.

export type Token =
  | { readonly marker: Y.Map<unknown> }
  | { readonly text: string; readonly attrs: Attrs }
  | { readonly embed: JsonObject; readonly attrs: Attrs }
  | { readonly guard: true }

export interface Insertion {
  readonly at: number
  readonly tokens: Token[]
  /** Slots for lines that would otherwise come to stand before what is inserted here; written after it. */
  readonly pins: Token[]
}

export class Edits {
  readonly insertions: Insertion[] = []
  readonly deletions: { at: number; length: number }[] = []
  readonly formats: { at: number; length: number; attrs: Record<string, Json> }[] = []
  readonly keys: { marker: Y.Map<unknown>; key: string; value: unknown }[] = []

  insertAt(at: number): Insertion {
    const insertion = { at, tokens: [], pins: [] }
    this.insertions.push(insertion)
    return insertion
  }

  delete(at: number): void {
    const last = this.deletions.at(-1)
    if (last && last.at + last.length === at) last.length++
    else this.deletions.push({ at, length: 1 })
  }

  /** Sets a key of a marker; null removes it. */
  set(marker: Y.Map<unknown> | null, key: string, value: unknown): void {
    if (marker) this.keys.push({ marker, key, value })
  }

  format(at: number, attrs: Record<string, Json>): void {
    const last = this.formats.at(-1)
    if (last && last.at + last.length === at && JSON.stringify(last.attrs) === JSON.stringify(attrs))
      last.length++
    else this.formats.push({ at, length: 1, attrs })
  }

  get empty(): boolean {
    return (
      !this.deletions.length &&
      !this.formats.length &&
      !this.keys.length &&
      this.insertions.every(({ tokens, pins }) => !tokens.length && !pins.length)
    )
  }
}

/** Adds new units to tokens, neighbours with the same formats as one text. */
export function pushUnits(tokens: Token[], units: readonly Unit[]): void {
  let text: { text: string; attrs: Attrs } | null = null
  for (const { key, attrs, embed } of units) {
    if (embed) tokens.push({ embed, attrs })
    else if (text && text.attrs === attrs) text.text += key
    else {
      text = { text: key, attrs }
      tokens.push(text)
      continue
    }
    if (embed) text = null
  }
}

/** Y.Text keeps a line break for the guard; a person's own one inside a line becomes a space. */
const oneLine = (text: string): string => text.replace(/[\n\r]/g, ' ')

type Operation = Parameters<Y.Text['applyDelta']>[0] extends (infer T)[] ? T : never

function operation(token: Token): Operation {
  if ('marker' in token) return { insert: token.marker, attributes: {} }
  if ('guard' in token) return { insert: '\n', attributes: {} }
  const attributes = { ...token.attrs }
  return 'text' in token ? { insert: oneLine(token.text), attributes } : { insert: token.embed, attributes }
}

interface Change {
  readonly at: number
  readonly order: number
  readonly insertion: Insertion | null
  readonly length: number
}

/** Insertions and deletions by place; at the same place insertions come first, in the order they were planned. */
function inOrder(edits: Edits): Change[] {
  const cuts = edits.insertions.map(insertion => insertion.at).sort((a, b) => a - b)
  const changes: Change[] = edits.insertions.map((insertion, order) => ({
    at: insertion.at,
    order,
    insertion,
    length: 0,
  }))
  for (const { at, length } of edits.deletions) {
    // An insertion inside a deleted stretch cuts it in two.
    const edges = [at, ...new Set(cuts.filter(cut => cut > at && cut < at + length)), at + length]
    for (let i = 0; i + 1 < edges.length; i++) {
      const from = edges[i] as number
      const to = edges[i + 1] as number
      changes.push({ at: from, order: Number.MAX_SAFE_INTEGER, insertion: null, length: to - from })
    }
  }
  return changes.sort((a, b) => a.at - b.at || a.order - b.order)
}

/**
 * Writes the edits into the text, inside a transaction of the caller. `inherits` says that everything new goes
 * where just its formats are in force: then Yjs finds the places by its search marks, instead of walking the text
 * from its beginning to learn which formats to begin and to end.
 */
export function applyEdits(text: Y.Text, edits: Edits, inherits: boolean): void {
  for (const { marker, key, value } of edits.keys) {
    if (value === null || value === undefined) marker.delete(key)
    else marker.set(key, value)
  }
  for (const { at, length, attrs } of edits.formats) text.format(at, length, attrs)
  const changes = inOrder(edits)
  if (inherits) {
    for (const { at, insertion, length } of changes.reverse())
      if (insertion) insertPlainly(text, at, [...insertion.tokens, ...insertion.pins])
      else text.delete(at, length)
    return
  }
  const delta: Operation[] = []
  let at = 0
  for (const change of changes) {
    if (change.at > at) delta.push({ retain: change.at - at })
    at = Math.max(at, change.at)
    const { insertion, length } = change
    if (insertion) for (const token of [...insertion.tokens, ...insertion.pins]) delta.push(operation(token))
    else {
      delta.push({ delete: length })
      at += length
    }
  }
  text.applyDelta(delta)
}

function insertPlainly(text: Y.Text, index: number, tokens: readonly Token[]): void {
  let at = index
  for (const token of tokens) {
    if ('text' in token) text.insert(at, oneLine(token.text))
    else if ('guard' in token) text.insert(at, '\n')
    else text.insertEmbed(at, 'marker' in token ? token.marker : token.embed)
    at += 'text' in token ? token.text.length : 1
  }
}
