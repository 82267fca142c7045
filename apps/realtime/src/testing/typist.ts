import type { LiveDocument } from '@mufakat/live'
import * as Y from 'yjs'
import { type, words } from './world'

/** Numbers 0 ≤ n < 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** How someone types: a pause of so many ms between words, and not while so much is unsent. */
export interface Pace {
  readonly least: number
  readonly most: number
  readonly enoughUnsent: number
}
/** As fast as it makes sense: waits when the line does. */
export const QUICK: Pace = { least: 3, most: 23, enoughUnsent: 40 }
/** As a person does, and on and on, whatever the state says. */
export const STEADY: Pace = { least: 60, most: 190, enoughUnsent: Number.POSITIVE_INFINITY }

/** Ms since 1970 by a clock that nobody sets. */
const steadyNow = (): number => performance.timeOrigin + performance.now()

/** Someone who types words that tell whose and which they are, and remembers which were called saved. */
export class Typist {
  readonly live: LiveDocument
  readonly name: string
  /** Word → when it was first called saved, in ms since 1970. */
  readonly acknowledged = new Map<string, number>()
  readonly typed: string[] = []
  readonly #random: () => number
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(name: string, live: LiveDocument, random: () => number) {
    this.name = name
    this.live = live
    this.#random = random
    live.save.subscribe(() => {
      if (live.save.get().kind !== 'saved') return
      for (const word of this.typed.slice(this.acknowledged.size)) this.acknowledged.set(word, steadyNow())
    })
  }

  /** Types until `rest`, also without a line. */
  start(pace: Pace = QUICK): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(
      () => {
        const state = this.live.save.get()
        // The page shows it and is frozen.
        if (state.kind === 'failed') return
        if (!('unsent' in state) || state.unsent < pace.enoughUnsent) this.#typeWord()
        this.start(pace)
      },
      pace.least + this.#random() * (pace.most - pace.least),
    )
  }

  #typeWord(): void {
    const word = `[${this.name}${this.typed.length}]`
    this.typed.push(word)
    type(this.live.doc, word)
  }

  rest(): void {
    clearTimeout(this.#timer)
  }

  /** Words of others that stand on this one's screen. */
  seen(): string[] {
    return wordsIn(words(this.live.doc)).filter(word => !word.startsWith(`[${this.name}`))
  }
}

export const wordsIn = (text: string): string[] => text.match(/\[[a-z]\d+\]/g) ?? []

/** Words that an update writes. */
export const typedIn = (update: Uint8Array): string[] =>
  Y.decodeUpdate(update).structs.flatMap(struct =>
    struct instanceof Y.Item && struct.content instanceof Y.ContentString ? wordsIn(struct.content.str) : [],
  )
