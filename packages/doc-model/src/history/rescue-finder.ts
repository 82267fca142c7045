import * as Y from 'yjs'
import { listAllItems } from '../items'
import { createNotulaDoc, rootName } from '../notula-doc'
import { type AuthoredRow, Authorship, isConcurrent, type Mark } from './authorship'
import { type Fragment, fragmentsOf, type Missing, type TextUnit, textUnits } from './fragments'

// Sentences that one person wrote inside what another deleted, neither having seen the other. [N21]
// 1. Nothing that somebody deleted knowingly is offered back, nor what its own author took back.
// 2. What is offered is named by its first unit: the same sentence has the same key, whoever asks and whenever.

/** What was deleted around the words. */
export type Loss = 'words' | 'line' | 'row' | 'column' | 'item'

export interface Rescue {
  readonly key: string
  readonly writer: string
  readonly deleter: string
  /** Rows in which it was written, and in which that around it was deleted. */
  readonly writtenAt: number
  readonly deletedAt: number
  readonly itemId: string
  readonly lost: Loss
  /** Shown: the words stand as a fragment; hidden: nobody sees them. */
  readonly state: 'shown' | 'hidden'
  /** The sentence as its writer saw it: theirs are the words in the middle. */
  readonly before: string
  readonly words: string
  readonly after: string
  /** What brings it back. */
  readonly place: RescuePlace
}

export interface RescuePlace {
  /** Name of the text the words stand in. */
  readonly root: string
  readonly first: { readonly client: number; readonly clock: number }
  readonly last: { readonly client: number; readonly clock: number }
  /** What was deleted on both sides of the words within their sentence. */
  readonly missing: readonly Missing[]
  /** Line whose marker says that it is removed. */
  readonly lineId: string | null
  /** Key and value that put a row or column back. */
  readonly rank: { readonly table: string; readonly key: string; readonly value: string } | null
}

/** Why nobody sees a text, by whose hand. */
interface Hidden {
  readonly lost: Loss
  readonly mark: Mark | null
  readonly lineId: string | null
  readonly rank: RescuePlace['rank']
}

export class RescueFinder {
  private readonly doc = createNotulaDoc({ gc: false })
  private readonly authorship = new Authorship()

  /** @param state what stood before the log begins (v2), if it was thinned out */
  constructor(state: Uint8Array | null = null) {
    if (state !== null) Y.applyUpdateV2(this.doc, state)
  }

  take(rows: Iterable<AuthoredRow>): this {
    this.doc.transact(() => {
      for (const row of rows) {
        this.authorship.take(row)
        for (const { bytes } of row.parts) Y.applyUpdate(this.doc, bytes)
      }
    })
    return this
  }

  find(): Rescue[] {
    const rescues: Rescue[] = []
    const { doc } = this
    for (const { id, removed } of listAllItems(doc)) {
      const item = removed ? this.removedItem(id) : null
      const text = textUnits(doc, rootName.text(id), this.authorship)
      rescues.push(
        ...this.inText(id, rootName.title(id), textUnits(doc, rootName.title(id), this.authorship), item),
      )
      rescues.push(...this.inText(id, rootName.text(id), text, item))
      for (const root of cellsOf(doc, text)) {
        const units = textUnits(doc, root, this.authorship)
        rescues.push(...this.inText(id, root, units, item ?? this.removedCell(root, text)))
      }
    }
    return rescues.sort((a, b) => b.deletedAt - a.deletedAt || (a.key < b.key ? -1 : 1))
  }

  private inText(itemId: string, root: string, units: readonly TextUnit[], hidden: Hidden | null): Rescue[] {
    return fragmentsOf(units, hidden?.mark ?? null)
      .filter(({ inside, writing }) =>
        hidden ? hidden.mark !== null && isConcurrent(writing, hidden.mark) : inside,
      )
      .map(fragment => rescueOf(itemId, root, fragment, hidden))
  }

  private removedItem(id: string): Hidden {
    const entry = this.doc.getMap(rootName.items)._map.get(`${id}.del`)
    return { lost: 'item', mark: this.writingOf(entry), lineId: null, rank: null }
  }

  /** A cell is out of sight with its row, its column, or the line of its table. */
  private removedCell(root: string, text: readonly TextUnit[]): Hidden | null {
    const [, table = '', row = '', column = ''] = root.split(':')
    const map = this.doc.getMap(rootName.table(table))
    for (const [lost, key] of [
      ['row', `r:${row}`],
      ['column', `c:${column}`],
    ] as const) {
      if (map.has(key)) continue
      const entry = map._map.get(key)
      const value: unknown = entry?.content instanceof Y.ContentAny ? entry.content.arr[0] : null
      const mark = entry ? this.authorship.deletion(entry.id.client, entry.id.clock) : null
      return { lost, mark, lineId: null, rank: typeof value === 'string' ? { table, key, value } : null }
    }
    const line = text.find(unit => unit.marker?.get('id') === table)
    if (line?.marker?.get('del') !== true) return null
    const mark = this.writingOf(line.marker._map.get('del'))
    return { lost: 'line', mark, lineId: table, rank: null }
  }

  private writingOf(entry: Y.Item | undefined): Mark | null {
    return entry ? this.authorship.writing(entry.id.client, entry.id.clock) : null
  }
}

/** Cells of the tables whose lines stand in a text, those of deleted rows and columns too. */
function cellsOf(doc: Y.Doc, text: readonly TextUnit[]): string[] {
  const tables = new Set(text.flatMap(unit => unit.marker?.get('id') ?? []))
  return [...doc.share.keys()].filter(name => name.startsWith('k:') && tables.has(name.split(':')[1] ?? ''))
}

function rescueOf(itemId: string, root: string, fragment: Fragment, hidden: Hidden | null): Rescue {
  const { writing, deletion, first, last, before, words, after, missing, lineId, lineRemoved } = fragment
  return {
    key: `${first.client}-${first.clock}`,
    writer: writing.person,
    deleter: deletion.person,
    writtenAt: writing.seq,
    deletedAt: deletion.seq,
    itemId,
    lost: hidden?.lost ?? (lineRemoved ? 'line' : 'words'),
    state: hidden ? 'hidden' : 'shown',
    before,
    words,
    after,
    place: {
      root,
      first,
      last,
      missing: hidden ? [] : missing,
      lineId: hidden ? hidden.lineId : lineRemoved ? lineId : null,
      rank: hidden?.rank ?? null,
    },
  }
}
