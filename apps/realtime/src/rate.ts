/** A token bucket: `perSecond` on the long run, `burst` at once. */
export class Rate {
  readonly #perSecond: number
  readonly #burst: number
  #left: number
  #at = performance.now()

  constructor(perSecond: number, burst: number) {
    this.#perSecond = perSecond
    this.#burst = burst
    this.#left = burst
  }

  /** False when `cost` is more than is left; then nothing is taken. */
  take(cost = 1): boolean {
    const now = performance.now()
    this.#left = Math.min(this.#burst, this.#left + ((now - this.#at) / 1000) * this.#perSecond)
    this.#at = now
    if (cost > this.#left) return false
    this.#left -= cost
    return true
  }
}

export type Rates<E extends string> = Readonly<Record<E, Rate>>

/** One bucket per event. */
export const ratesOf = <E extends string>(limits: Record<E, readonly [number, number]>): Rates<E> =>
  Object.fromEntries(
    Object.entries<readonly [number, number]>(limits).map(([event, limit]) => [event, new Rate(...limit)]),
  ) as Rates<E>
