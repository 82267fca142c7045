import { type LogHead, putSnapshot, readHeads, removeSnapshot } from '@mufakat/db'
import * as Y from 'yjs'
import { writeFrames } from './load'
import { Room, type RoomWorld } from './room'

/**
 * All open rooms of this process.
 *
 * 1. One room per document; whoever needs it gets the same one.
 * 2. A room nobody uses is forgotten after `IDLE_MS`. The document itself is let go already when nobody has written
 *    for `REST_MS`: of those that are open most are only read, and building one again takes milliseconds.
 * 3. With every poll heads are compared with the store, so that a lost bell costs seconds, not correctness.
 */
export class Rooms {
  readonly #world: RoomWorld
  readonly #rooms = new Map<string, Room>()
  readonly #snapshotAt = new Map<string, number>()
  /** How far documents have grown according to other nodes. */
  readonly #heard = new Map<string, number>()
  readonly #following = new Set<string>()

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

  known(documentId: string): Room | undefined {
    return this.#rooms.get(documentId)
  }

  /** Documents that people have open. */
  inUse(): string[] {
    return [...this.#rooms.values()].filter(room => !room.isEmpty).map(room => room.documentId)
  }

  /** The bell: the log is not what it was. Unknown documents are nobody's business here. */
  async ring(documentId: string): Promise<void> {
    await this.#rooms.get(documentId)?.catchUp()
  }

  /** The bell: another node has appended up to `seq`. */
  async grown(documentId: string, seq: number): Promise<void> {
    const room = this.#rooms.get(documentId)
    if (room === undefined) return
    this.#heard.set(documentId, Math.max(seq, this.#heard.get(documentId) ?? 0))
    await this.#follow(room)
  }

  /** Someone has read the log up to `head`; what was rung before the room knew where it stands is made good. */
  async opened(room: Room, head: LogHead, lineage: string): Promise<void> {
    room.learnHead(head, lineage)
    if (room.lineage === lineage) await this.#follow(room)
    else await room.catchUp()
  }

  /** Catches up until nothing newer was rung; rings that come meanwhile need not do the same beside it. */
  async #follow(room: Room): Promise<void> {
    const { documentId } = room
    if (this.#following.has(documentId)) return
    this.#following.add(documentId)
    try {
      for (let reached = 0; ; ) {
        const heard = this.#heard.get(documentId) ?? 0
        if (room.headSeq === null || heard <= Math.max(room.headSeq, reached)) return
        // Asked for once, whether or not it was true.
        reached = heard
        await room.catchUp()
      }
    } finally {
      this.#following.delete(documentId)
    }
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
      if (head === undefined || room.headSeq === null) continue
      if (head.seq > room.headSeq || head.lineage !== room.lineage) await room.catchUp()
    }
  }

  /** A new one is made with the next projection. */
  async replaceSnapshot(documentId: string, seq: number): Promise<void> {
    this.#snapshotAt.delete(documentId)
    await removeSnapshot(this.#world.sql, documentId, seq)
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
      if (now - room.usedAt < REST_MS) continue
      await room.dropCopy()
      if (now - room.usedAt < IDLE_MS || !room.isEmpty) continue
      this.#rooms.delete(room.documentId)
      this.#snapshotAt.delete(room.documentId)
      this.#heard.delete(room.documentId)
    }
  }

  async settled(): Promise<void> {
    await Promise.all([...this.#rooms.values()].map(room => room.settled()))
  }
}

const IDLE_MS = 60_000
const REST_MS = 20_000
const ROWS_PER_SNAPSHOT = 100
