import { type CaretMove, encodeCarets } from '@mufakat/protocol'
import type { Broadcast, Member } from './member'

/**
 * Carets of one room. Never stored; each turn of the event loop sends the newest of everyone that moved, once,
 * and never to the one who moved.
 */
export class Carets {
  readonly #documentId: string
  readonly #members: ReadonlyMap<string, Member>
  readonly #broadcast: Broadcast
  readonly #moved = new Set<Member>()

  constructor(documentId: string, members: ReadonlyMap<string, Member>, broadcast: Broadcast) {
    this.#documentId = documentId
    this.#members = members
    this.#broadcast = broadcast
  }

  move(member: Member, caret: Uint8Array): void {
    // A copy: the message it came in lies in a buffer that it shares with others, as Buffer's own `slice` would.
    member.caret = new Uint8Array(caret)
    if (this.#moved.size === 0) setImmediate(() => this.#send())
    this.#moved.add(member)
  }

  /** Where everyone's caret is, encoded. */
  all(): Uint8Array {
    return encodeCarets([...this.#members.values()].filter(member => !member.isUnseen).map(moveOf))
  }

  forget(member: Member): void {
    this.#moved.delete(member)
  }

  #send(): void {
    const movers = [...this.#moved].filter(member => this.#members.get(member.socketId) === member)
    this.#moved.clear()
    if (movers.length === 0) return
    const documentId = this.#documentId
    const moves = movers.map(moveOf)
    const carets = encodeCarets(moves)
    this.#broadcast(
      documentId,
      'carets',
      { documentId, carets },
      movers.map(member => member.socketId),
    )
    if (movers.length === 1) return
    movers.forEach((mover, own) => {
      mover.send('carets', { documentId, carets: encodeCarets(moves.filter((_, at) => at !== own)) })
    })
  }
}

const moveOf = ({ present, caret }: Member): CaretMove => ({ sessionKey: present.sessionKey, caret })
