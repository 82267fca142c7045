import type { ErrorCode } from '@mufakat/kernel'
import type { Access, Present, ServerEvent, ServerPayload } from '@mufakat/protocol'
import type { Permit } from './ports'

/** To every socket in the document's room but those named. */
export type Broadcast = <E extends ServerEvent>(
  documentId: string,
  event: E,
  payload: ServerPayload<E>,
  except?: readonly string[],
) => void

/** One open document of one connection. */
export class Member {
  readonly socketId: string
  readonly personId: string
  readonly send: <E extends ServerEvent>(event: E, payload: ServerPayload<E>) => void
  readonly permits: PermitCache
  /** As others see them; only the caret comes from the client. */
  present: Present
  /** What the client was last told it may do. */
  told: Access | null

  constructor(input: {
    socketId: string
    present: Present
    send: Member['send']
    permits: PermitCache
  }) {
    this.socketId = input.socketId
    this.personId = input.present.personId
    this.present = input.present
    this.send = input.send
    this.permits = input.permits
    this.told = input.permits.known?.access ?? null
  }
}

/** Asks what someone may do at most once per `MAX_AGE_MS`, so that a push need not ask and nobody stays long. */
export class PermitCache {
  readonly #ask: () => Promise<Permit | null>
  #known: Permit | null
  #askedAt = performance.now()
  #asking: Promise<Permit | null> | null = null

  constructor(known: Permit | null, ask: () => Promise<Permit | null>) {
    this.#known = known
    this.#ask = ask
  }

  get known(): Permit | null {
    return this.#known
  }

  get isFresh(): boolean {
    return performance.now() - this.#askedAt < MAX_AGE_MS
  }

  /** @throws what asking throws; the old answer is then not used */
  async fresh(): Promise<Permit | null> {
    if (this.isFresh) return this.#known
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = null
    })
    this.#known = await this.#asking
    this.#askedAt = performance.now()
    return this.#known
  }

  /** Why this person may not write now; null when they may. */
  async whyNotWrite(): Promise<ErrorCode | null> {
    const permit = await this.fresh()
    if (permit === null) return 'not-found'
    return permit.access === 'write' ? null : (permit.code ?? 'forbidden')
  }

  expire(): void {
    this.#askedAt = Number.NEGATIVE_INFINITY
  }
}

const MAX_AGE_MS = 800
