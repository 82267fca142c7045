import type { LiveDocument } from '@mufakat/live'
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

/** Someone who types words that tell whose and which they are, and remembers which were called saved. */
export class Typist {
  readonly live: LiveDocument
  readonly acknowledged = new Set<string>()
  readonly typed: string[] = []
  readonly #name: string
  readonly #random: () => number
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(name: string, live: LiveDocument, random: () => number) {
    this.#name = name
    this.live = live
    this.#random = random
    live.save.subscribe(() => {
      if (live.save.get().kind === 'saved') for (const word of this.typed) this.acknowledged.add(word)
    })
  }

  /** Types until `rest`, with the rhythm of a quick person, also without a line; not while much is unsent. */
  start(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(
      () => {
        const state = this.live.save.get()
        // The page shows it and is frozen.
        if (state.kind === 'failed') return
        if (!('unsent' in state) || state.unsent < ENOUGH_UNSENT) this.#typeWord()
        this.start()
      },
      3 + this.#random() * 20,
    )
  }

  #typeWord(): void {
    const word = `[${this.#name}${this.typed.length}]`
    this.typed.push(word)
    type(this.live.doc, word)
  }

  rest(): void {
    clearTimeout(this.#timer)
  }

  /** Words of others that stand on this one's screen. */
  seen(): string[] {
    return wordsIn(words(this.live.doc)).filter(word => !word.startsWith(`[${this.#name}`))
  }
}

const ENOUGH_UNSENT = 40

export const wordsIn = (text: string): string[] => text.match(/\[[a-z]\d+\]/g) ?? []
