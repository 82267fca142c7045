// How many numbers that look like a NIK or KK stand in the notula on this desk, and the way to them. Every text counts
// its own; nobody reads the whole.
import { type Signal, signal } from '../signal'

/** A text on screen that may hold such numbers. */
export interface NikSource {
  readonly element: HTMLElement
  /** Brings its `n`th number (from 0) on screen, and the caret to it. */
  show(n: number): void
  mask(): void
}

export interface NikWatch {
  readonly count: Signal<number>
  /** `tell` how many it holds now; `leave` when it goes off screen. */
  join(source: NikSource): { tell(count: number): void; leave(): void }
  /** Goes to the next number in the order of the page, after the last one from the top again. */
  showNext(): void
  maskAll(): void
}

const inOrderOfPage = (a: NikSource, b: NikSource): number =>
  a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1

export function createNikWatch(): NikWatch {
  const held = new Map<NikSource, number>()
  const count = signal(0)
  let next = 0
  const sum = () => count.set([...held.values()].reduce((all, n) => all + n, 0))
  return {
    count,
    join(source) {
      return {
        tell(n) {
          if (n === (held.get(source) ?? 0)) return
          if (n === 0) held.delete(source)
          else held.set(source, n)
          sum()
        },
        leave() {
          if (held.delete(source)) sum()
        },
      }
    },
    showNext() {
      if (count.get() === 0) return
      let n = next++ % count.get()
      for (const source of [...held.keys()].sort(inOrderOfPage)) {
        const own = held.get(source) ?? 0
        if (n < own) return source.show(n)
        n -= own
      }
    },
    maskAll() {
      for (const source of [...held.keys()]) source.mask()
    },
  }
}
