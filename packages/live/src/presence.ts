import { decodeCarets, type Joined, type ServerPayload } from '@mufakat/protocol'
import type { Json, Present } from './live-document'
import { Value } from './readable'

type PresenceMessage = {
  [K in 'arrived' | 'left' | 'carets' | 'noted']: { event: K; payload: ServerPayload<K> }
}['arrived' | 'left' | 'carets' | 'noted']

/**
 * What goes on around the text: who has the document open, and where their carets are; one's own caret on its way out, at most each `CARET_MS`.
 * What comes while joining waits for the answer, which would otherwise undo it.
 */
export class Presence {
  readonly list = new Value<readonly Present[]>([])
  #held: PresenceMessage[] = []
  #isJoined = false
  readonly #send: (caret: Uint8Array) => void
  #own: Uint8Array = NOWHERE
  #timer: ReturnType<typeof setTimeout> | undefined
  #sentAt = Number.NEGATIVE_INFINITY

  /** @param noted counts what was told of changes beside the text; what was missed is one, with each joining */
  constructor(
    private readonly noted: Value<number>,
    send: (caret: Uint8Array) => void,
  ) {
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

  joined({ present, carets }: Pick<Joined, 'present' | 'carets'>): void {
    this.#isJoined = true
    this.list.set(withCarets(present.map(nowhere), carets))
    for (const message of this.#held.splice(0)) this.received(message)
    this.noted.set(this.noted.get() + 1)
    if (this.#own !== NOWHERE) this.#send(this.#own)
  }

  /** An answer is on its way. */
  joining(): void {
    this.#isJoined = false
    this.#held = []
  }

  /** The line is down: nobody can be known to be here. */
  alone(): void {
    this.joining()
    if (this.list.get().length > 0) this.list.set([])
  }

  received(message: PresenceMessage): void {
    if (!this.#isJoined) {
      this.#held.push(message)
      return
    }
    const others = this.list.get()
    if (message.event === 'noted') {
      this.noted.set(this.noted.get() + 1)
    } else if (message.event === 'arrived') {
      const come = new Set(message.payload.who.map(who => who.sessionKey))
      this.list.set([
        ...others.filter(other => !come.has(other.sessionKey)),
        ...message.payload.who.map(nowhere),
      ])
    } else if (message.event === 'left') {
      this.list.set(others.filter(other => other.sessionKey !== message.payload.sessionKey))
    } else {
      this.list.set(withCarets(others, message.payload.carets))
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

const nowhere = (person: Joined['present'][number]): Present => ({ ...person, caret: null })

function withCarets(present: readonly Present[], carets: Uint8Array): Present[] {
  const moved = new Map(decodeCarets(carets).map(({ sessionKey, caret }) => [sessionKey, caretOf(caret)]))
  return present.map(person => {
    const caret = moved.get(person.sessionKey)
    return caret === undefined ? person : { ...person, caret }
  })
}

const NOWHERE = new Uint8Array()
const CARET_MS = 40
