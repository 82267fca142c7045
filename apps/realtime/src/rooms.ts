import { putSnapshot, readHeads } from '@mufakat/db'
import * as Y from 'yjs'
import { writeFrames } from './load'
import { Room, type RoomWorld } from './room'

/**
 * All open rooms of this process.
 *
 * 1. One room per document; whoever needs it gets the same one.
 * 2. A room nobody uses is forgotten after `IDLE_MS`, the document's memory alone already when nobody has written
 *    for that long.
 * 3. Every `POLL_MS` heads are compared with the store, so that a lost bell costs seconds, not correctness.
 */
export class Rooms {
  readonly #world: RoomWorld
  readonly #rooms = new Map<string, Room>()
  readonly #snapshotAt = new Map<string, number>()

  constructor(world: RoomWorld) {
    this.#world = world
  }

  of(documentId: string): Room {
    let room = this.#rooms.get(documentId)
    if (room === undefined) {
      room = new Room(documentId, this.#world)
      this.#rooms.set(documentId, room)
    }
    return room
  }

  get all(): Iterable<Room> {
    return this.#rooms.values()
  }

  get size(): number {
    return this.#rooms.size
  }

  /** The bell: another process says that the document has grown. Unknown documents are nobody's business here. */
  async ring(documentId: string): Promise<void> {
    await this.#rooms.get(documentId)?.catchUp()
  }

  /** Compares every open room with the store. */
  async poll(): Promise<void> {
    const known = [...this.#rooms.values()].filter(room => room.headSeq !== null)
    if (known.length === 0) return
    const heads = await readHeads(
      this.#world.sql,
      known.map(room => room.documentId),
    )
    for (const room of known) {
      const head = heads.get(room.documentId)
      if (head !== undefined && head.seq > (room.headSeq ?? 0)) await room.catchUp()
    }
  }

  /** Writes a snapshot when the tail after the last one has grown long. Off the hot path: after a projection. */
  async snapshot(room: Room): Promise<void> {
    const since = this.#snapshotAt.get(room.documentId) ?? 0
    if ((room.headSeq ?? 0) - since < ROWS_PER_SNAPSHOT) return
    const taken = await room.read(copy => ({
      documentId: room.documentId,
      lineage: copy.lineage,
      head: copy.head,
      state: Y.encodeStateAsUpdateV2(copy.doc),
      stateVector: Y.encodeStateVector(copy.doc),
      frames: writeFrames(copy.frames),
    }))
    await putSnapshot(this.#world.sql, taken)
    this.#snapshotAt.set(room.documentId, taken.head.seq)
  }

  async tidy(now = performance.now()): Promise<void> {
    for (const room of this.#rooms.values()) {
      if (now - room.usedAt < IDLE_MS) continue
      await room.dropCopy()
      if (!room.isEmpty) continue
      this.#rooms.delete(room.documentId)
      this.#snapshotAt.delete(room.documentId)
    }
  }

  async settled(): Promise<void> {
    await Promise.all([...this.#rooms.values()].map(room => room.settled()))
  }
}

export const POLL_MS = 5_000
const IDLE_MS = 60_000
const ROWS_PER_SNAPSHOT = 100
