import * as Y from 'yjs'

/** A part of the log that wrote or deleted something, and what its author had seen then. */
export interface Mark {
  readonly seq: number
  readonly base: number
  readonly person: string
}

export interface AuthoredRow {
  readonly seq: number
  readonly parts: readonly { readonly base: number; readonly person: string; readonly bytes: Uint8Array }[]
}

interface Span {
  readonly from: number
  readonly to: number
  readonly mark: Mark
}

/**
 * Who wrote and who deleted each unit of a document, by the log alone: the text itself does not say (an undone deletion
 * is written anew in Yjs, by whoever undid it).
 */
export class Authorship {
  private readonly written = new Map<number, Span[]>()
  private readonly deleted = new Map<number, Map<number, Mark>>()

  take({ seq, parts }: AuthoredRow): void {
    for (const { base, person, bytes } of parts) {
      const mark = { seq, base, person }
      const { structs, ds } = Y.decodeUpdate(bytes)
      for (const { id, length } of structs) {
        const own = this.written.get(id.client) ?? []
        own.push({ from: id.clock, to: id.clock + length, mark })
        this.written.set(id.client, own)
      }
      for (const [client, ranges] of ds.clients) {
        const own = this.deleted.get(client) ?? new Map<number, Mark>()
        // Whoever deletes what is deleted already deletes nothing.
        for (const { clock, len } of ranges)
          for (let at = clock; at < clock + len; at++) if (!own.has(at)) own.set(at, mark)
        this.deleted.set(client, own)
      }
    }
  }

  /** Null for what stood before the log begins. */
  writing(client: number, clock: number): Mark | null {
    const own = this.written.get(client) ?? []
    let low = 0
    let high = own.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const span = own[middle] as Span
      if (clock < span.from) high = middle - 1
      else if (clock >= span.to) low = middle + 1
      else return span.mark
    }
    return null
  }

  deletion(client: number, clock: number): Mark | null {
    return this.deleted.get(client)?.get(clock) ?? null
  }
}

/** Neither had seen what the other did. */
export const isConcurrent = (a: Mark, b: Mark): boolean =>
  a.person !== b.person && a.base < b.seq && b.base < a.seq

/** Whether what `mark` did was there for the author of `of` when they wrote. */
export const wasSeen = (mark: Mark | null, of: Mark): boolean =>
  mark === null || mark.seq <= of.base || (mark.person === of.person && mark.seq <= of.seq)
