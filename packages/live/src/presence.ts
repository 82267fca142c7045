import { decodeCarets, type ServerPayload, type Present as WirePresent } from '@mufakat/protocol'
import type { Json, Present } from './live-document'
import { Value } from './readable'

type PresenceMessage = {
  [K in 'arrived' | 'left' | 'carets']: { event: K; payload: ServerPayload<K> }
}['arrived' | 'left' | 'carets']

/** Who has the document open, and where their carets are; one's own caret on its way out, at most each `CARET_MS`. */
export class Presence {
  readonly list = new Value<readonly Present[]>([])
  readonly #send: (caret: Uint8Array) => void
  #own: Uint8Array = NOWHERE
  #ownKey: string | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #sentAt = Number.NEGATIVE_INFINITY

  constructor(send: (caret: Uint8Array) => void) {
    this.#send = send
  }

  setOwn(caret: Json | null): void {
    this.#own = caret === null ? NOWHERE : new TextEncoder().encode(JSON.stringify(caret))
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined
        this.#sentAt = performance.now()
        this.#send(this.#own)
      },
      Math.max(0, this.#sentAt + CARET_MS - performance.now()),
    )
  }

  joined(ownKey: string, present: readonly WirePresent[]): void {
    this.#ownKey = ownKey
    this.list.set(present.map(read))
    if (this.#own !== NOWHERE) this.#send(this.#own)
  }

  /** The line is down: nobody can be known to be here. */
  alone(): void {
    if (this.list.get().length > 0) this.list.set([])
  }

  received(message: PresenceMessage): void {
    const others = this.list.get()
    if (message.event === 'arrived') {
      const { who } = message.payload
      this.list.set([...others.filter(other => other.sessionKey !== who.sessionKey), read(who)])
    } else if (message.event === 'left') {
      this.list.set(others.filter(other => other.sessionKey !== message.payload.sessionKey))
    } else {
      const moves = decodeCarets(message.payload.carets)
      const carets = new Map(moves.map(({ sessionKey, caret }) => [sessionKey, caretOf(caret)]))
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

/** Nobody but the editor knows what a caret holds; one that cannot be read is nowhere. */
function caretOf(bytes: Uint8Array): Json | null {
  try {
    return bytes.length === 0 ? null : (JSON.parse(new TextDecoder().decode(bytes)) as Json)
  } catch {
    return null
  }
}

const read = (present: WirePresent): Present => ({ ...present, caret: caretOf(present.caret) })

const NOWHERE = new Uint8Array()
const CARET_MS = 40
