import type { Json, Present, ServerPayload } from '@mufakat/protocol'
import { Value } from './readable'

type PresenceMessage = {
  [K in 'arrived' | 'left' | 'carets']: { event: K; payload: ServerPayload<K> }
}['arrived' | 'left' | 'carets']

/** Who has the document open, and where their carets are; one's own caret on its way out, at most each `CARET_MS`. */
export class Presence {
  readonly list = new Value<readonly Present[]>([])
  readonly #send: (caret: Json | null) => void
  #own: Json | null = null
  #ownKey: string | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #sentAt = Number.NEGATIVE_INFINITY

  constructor(send: (caret: Json | null) => void) {
    this.#send = send
  }

  setOwn(caret: Json | null): void {
    this.#own = caret
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined
        this.#sentAt = performance.now()
        this.#send(this.#own)
      },
      Math.max(0, this.#sentAt + CARET_MS - performance.now()),
    )
  }

  joined(ownKey: string, present: readonly Present[]): void {
    this.#ownKey = ownKey
    this.list.set(present)
    if (this.#own !== null) this.#send(this.#own)
  }

  /** The line is down: nobody can be known to be here. */
  alone(): void {
    if (this.list.get().length > 0) this.list.set([])
  }

  received(message: PresenceMessage): void {
    const others = this.list.get()
    if (message.event === 'arrived') {
      const { who } = message.payload
      this.list.set([...others.filter(other => other.sessionKey !== who.sessionKey), who])
    } else if (message.event === 'left') {
      this.list.set(others.filter(other => other.sessionKey !== message.payload.sessionKey))
    } else {
      const carets = new Map(message.payload.carets.map(({ sessionKey, caret }) => [sessionKey, caret]))
      carets.delete(this.#ownKey ?? '')
      this.list.set(
        others.map(other => {
          const caret = carets.get(other.sessionKey)
          return caret === undefined ? other : { ...other, caret }
        }),
      )
    }
  }

  stop(): void {
    clearTimeout(this.#timer)
  }
}

const CARET_MS = 40
