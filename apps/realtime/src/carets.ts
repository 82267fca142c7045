import type { Json } from '@mufakat/protocol'
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

  move(member: Member, caret: Json | null): void {
    member.present = { ...member.present, caret }
    if (this.#moved.size === 0) setImmediate(() => this.#send())
    this.#moved.add(member)
  }

  forget(member: Member): void {
    this.#moved.delete(member)
  }

  #send(): void {
    const movers = [...this.#moved].filter(member => this.#members.get(member.socketId) === member)
    this.#moved.clear()
    if (movers.length === 0) return
    const documentId = this.#documentId
    const all = movers.map(({ present }) => ({ sessionKey: present.sessionKey, caret: present.caret }))
    this.#broadcast(
      documentId,
      'carets',
      { documentId, carets: all },
      movers.map(member => member.socketId),
    )
    if (movers.length === 1) return
    for (const mover of movers) {
      const others = all.filter(caret => caret.sessionKey !== mover.present.sessionKey)
      mover.send('carets', { documentId, carets: others })
    }
  }
}
