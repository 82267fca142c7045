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

export type Limit = readonly [perSecond: number, burst: number]

/** One bucket per kind; made when the kind first comes, since most connections never send most of them. */
export class Rates<K extends string> {
  readonly #limits: Readonly<Record<K, Limit>>
  readonly #rates: Partial<Record<K, Rate>> = {}

  constructor(limits: Readonly<Record<K, Limit>>) {
    this.#limits = limits
  }

  /** See `Rate`. */
  take(kind: K, cost?: number): boolean {
    const [perSecond, burst] = this.#limits[kind]
    const rate = this.#rates[kind] ?? new Rate(perSecond, burst)
    this.#rates[kind] = rate
    return rate.take(cost)
  }
}
