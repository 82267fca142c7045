/** A value that changes; fits React's `useSyncExternalStore` (`get` is stable between changes). */
export interface Readable<T> {
  get(): T
  /** Calls back after each change, never at once; returns how to stop. */
  subscribe(onChange: () => void): () => void
}

export class Value<T> implements Readable<T> {
  #value: T
  readonly #listeners = new Set<() => void>()

  constructor(initial: T) {
    this.#value = initial
  }

  readonly get = (): T => this.#value

  readonly subscribe = (onChange: () => void): (() => void) => {
    const listener = () => onChange()
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  set(value: T): void {
    if (Object.is(value, this.#value)) return
    this.#value = value
    for (const listener of [...this.#listeners]) listener()
  }
}

/** Resolves when it holds, asked after each change and now and then, or when the time is over. */
export async function until<T>(value: Readable<T>, holds: () => boolean, ms: number): Promise<void> {
  const deadline = performance.now() + ms
  while (!holds() && performance.now() < deadline) {
    await new Promise<void>(resolve => {
      const done = () => {
        clearTimeout(timer)
        stop()
        resolve()
      }
      const stop = value.subscribe(done)
      const timer = setTimeout(done, 100)
    })
  }
}
