import { endLease } from '@mufakat/db'
import { newClientId } from '@mufakat/doc-model'
import { AppError, randomId } from '@mufakat/kernel'
import {
  type ClientPayload,
  decodeParts,
  encodeRows,
  type Holding,
  type Joined,
  MalformedBytes,
  type Part,
  type Present,
} from '@mufakat/protocol'
import type { Dismiss, Handlers, LiveSocket } from './bind'
import type { Board } from './board'
import type { Leases } from './leases'
import { framesIn } from './load'
import { Member } from './member'
import type { Nodes } from './nodes'
import type { Pace } from './pace'
import type { Seat } from './permits'
import type { BoardPort, Log, Sql } from './ports'
import type { ReadLog } from './reader'
import type { Room } from './room'
import type { Rooms } from './rooms'
import { grantSpare } from './spare'

export interface HandlerWorld {
  readonly sql: Sql
  readonly read: ReadLog
  readonly rooms: Rooms
  readonly nodes: Nodes
  readonly pace: Pace
  readonly dismiss: Dismiss
  readonly leases: Leases
  readonly board: Board
  readonly boardPort: BoardPort
  readonly log: Log
}

/** What a client may ask of the engine, one function per event. */
export function createHandlers(world: HandlerWorld): Handlers {
  const memberOf = (socket: LiveSocket, documentId: string): { room: Room; member: Member } | null => {
    if (!socket.rooms.has(documentId)) return null
    const room = world.rooms.of(documentId)
    const member = room.member(socket.id)
    return member === undefined ? null : { room, member }
  }
  return {
    join: (socket, payload) => join(world, socket, payload),

    leave(socket, { documentId }) {
      const inRoom = memberOf(socket, documentId)
      if (inRoom === null) return
      leaveRoom(socket, inRoom.room)
      socket.data.visit.stand(inRoom.member.permits)
    },

    push(socket, { documentId, parts }) {
      // What is dropped leaves a hole in its lease's frames: its author hears of it and sends again.
      const { rates, person } = socket.data
      if (!rates.take('bytes', parts.length) || !person.rates.take('bytes', parts.length)) return
      const decoded = decodedOrDismissed(world, socket, parts)
      if (decoded === null) return
      const inRoom = memberOf(socket, documentId)
      if (inRoom !== null) return inRoom.room.push(inRoom.member, decoded)
      const [first] = decoded
      if (first === undefined) return
      socket.emit('refused', { documentId, clientId: first.lease, frame: first.frame, code: 'not-found' })
    },

    caret(socket, { documentId, caret }) {
      const inRoom = memberOf(socket, documentId)
      if (inRoom !== null && !inRoom.member.isUnseen) inRoom.room.carets.move(inRoom.member, caret)
    },

    async spare(socket, { documentId }) {
      const inRoom = memberOf(socket, documentId)
      if (inRoom === null) throw new AppError('not-found')
      return { clientId: await grantSpare(world, inRoom.member, documentId) }
    },

    board(socket, { since }) {
      // A whole page of changes on top of what they do not take would wait, too.
      if (world.pace.isBehind(socket)) throw new AppError('rate-limited', 'reader is behind')
      return world.board.open(socket.data.visit, sendTo(socket), since)
    },

    unboard: socket => world.board.leave(socket.id),

    async move(socket, move) {
      const done = await world.boardPort.move(socket.data.visit, move)
      // The bell would tell it, too, a moment later.
      void world.board.ring().catch(error => world.log.warn({ err: error }, 'board not read'))
      return done
    },

    hold: (socket, { card }) => world.board.holders.hold(socket.data.visit, sendHeld(socket), card),

    beat: () => ({}),
  }
}

/**
 * Opens a document: who may see it gets what they lack, straight from the store, and a lease to write under if
 * they may write. The socket hears the room before the store is read, so that nothing falls between the two; the
 * client drops what it then has twice.
 */
async function join(world: HandlerWorld, socket: LiveSocket, asked: ClientPayload<'join'>): Promise<Joined> {
  const { documentId } = asked
  const { visit } = socket.data
  // A whole document on top of what they do not take would wait, too.
  if (world.pace.isBehind(socket)) throw new AppError('rate-limited', 'reader is behind')
  const seat = visit.sit(documentId)
  let member: Member | null = null
  try {
    const permit = await seat.fresh()
    if (permit === null) throw new AppError('not-found')
    const room = world.rooms.of(documentId)
    if (room.isEmpty) world.nodes.opened(documentId)
    member = enterRoom(socket, room, seat)
    const held = permit.access === 'write' ? await takeLeases(world, room, member, asked) : []
    const opened = await world.read(documentId, asked.position)
    if (!socket.connected) throw new AppError('unavailable', 'left while joining')
    // The right to see it may have gone while it was read.
    const permitted = seat.known
    if (opened === null || permitted === null) throw new AppError('not-found')
    world.rooms.opened(room, opened.head, opened.lineage).catch(error => {
      world.log.warn({ err: error, documentId }, 'not caught up')
    })
    const frames = framesIn(opened)
    // A client that takes up what an earlier page left must know exactly where that stands, to tell a gap in it.
    if (opened.resumed && asked.adopt.some(clientId => held.includes(clientId))) {
      for (const [clientId, frame] of await room.read(copy => [...copy.frames])) frames.set(clientId, frame)
    }
    // Of leases that are not to be had any more: what of them is in the log is not set aside.
    for (const clientId of [asked.lease ?? 0, ...asked.adopt])
      if (!held.includes(clientId) && frames.has(clientId))
        socket.emit('logged', { documentId, clientId, frame: frames.get(clientId) ?? 0 })
    seat.told = opened.state === 'closed' ? { access: 'read', code: 'document-closed' } : permitted
    return {
      access: seat.told.access,
      code: seat.told.code,
      lineage: opened.lineage,
      seq: opened.head.seq,
      hash: opened.head.hash,
      reset: asked.position !== null && !opened.resumed,
      snapshot: opened.snapshot?.state ?? null,
      rows: encodeRows(opened.rows),
      lease: held[0] ?? null,
      leases: held.map(clientId => ({ clientId, frame: frames.get(clientId) ?? 0 })),
      sessionKey: member.present.sessionKey,
      present: [...room.members].filter(other => !other.isUnseen).map(other => other.present),
      carets: room.carets.all(),
    }
  } catch (error) {
    const room = world.rooms.known(documentId)
    // The same socket may have joined again meanwhile.
    if (room?.member(socket.id) === (member ?? undefined)) {
      visit.stand(seat)
      if (room !== undefined) leaveRoom(socket, room)
    }
    throw error
  }
}

export function leaveRoom(socket: LiveSocket, room: Room): void {
  void socket.leave(room.documentId)
  room.leave(socket.id)
}

function enterRoom(socket: LiveSocket, room: Room, permits: Seat): Member {
  const { visitor } = permits.visit
  const { documentId } = room
  const before = room.member(socket.id)
  const present: Present = {
    sessionKey: before?.present.sessionKey ?? randomId(),
    personId: visitor.personId,
    name: visitor.name,
    opd: visitor.opd,
    color: before?.present.color ?? freeColor(room, visitor.personId),
  }
  const caret = before?.caret ?? NOWHERE
  const member = new Member({ socketId: socket.id, present, caret, permits, send: sendTo(socket) })
  void socket.join(documentId)
  room.enter(member)
  return member
}

const sendTo =
  (socket: LiveSocket): Member['send'] =>
  (event, payload) => {
    // Socket.IO cannot follow that event and payload belong together.
    ;(socket.emit as (event: string, payload: unknown) => void).call(socket, event, payload)
  }

const sendHeld = (socket: LiveSocket) => (holding: Holding) => void socket.emit('held', holding)

const NOWHERE = new Uint8Array()

/** The same for all tabs of a person, otherwise the smallest that nobody in the room has. */
function freeColor(room: Room, personId: string): number {
  const taken = new Set<number>()
  for (const { present } of room.members) {
    if (present.personId === personId) return present.color
    taken.add(present.color)
  }
  let color = 0
  while (taken.has(color)) color++
  return color
}

/** @returns clientIDs this connection now holds; the first is the one to write under */
async function takeLeases(
  { leases }: HandlerWorld,
  room: Room,
  member: Member,
  asked: ClientPayload<'join'>,
): Promise<number[]> {
  const { documentId, lease, adopt } = asked
  const { personId, sessionId } = member.permits.visit.visitor
  const clientIds = [...new Set(lease === null ? adopt : [lease, ...adopt])]
  const held: number[] = []
  await Promise.all(
    clientIds.map(async clientId => {
      const epoch = await leases.claim({ documentId, clientId, personId, sessionId })
      if (epoch === null) return
      room.hold(member, clientId, epoch)
      held.push(clientId)
    }),
  )
  const others = adopt.filter(clientId => clientId !== lease && held.includes(clientId))
  if (lease !== null && held.includes(lease)) return [lease, ...others]
  for (;;) {
    const clientId = newClientId()
    if (!(await leases.grant({ documentId, clientId, personId, sessionId }))) continue
    room.hold(member, clientId, 1)
    return [clientId, ...others]
  }
}

function decodedOrDismissed(world: HandlerWorld, socket: LiveSocket, bytes: Uint8Array): Part[] | null {
  try {
    return decodeParts(bytes)
  } catch (error) {
    if (!(error instanceof MalformedBytes)) throw error
    world.dismiss(socket, 'invalid-input')
    return null
  }
}

/** Ends a lease whose edit was refused for good, so that nothing built on it is taken either. */
export async function endRefusedLease(
  world: Pick<HandlerWorld, 'sql' | 'log'>,
  documentId: string,
  clientId: number,
) {
  try {
    await endLease(world.sql, documentId, clientId)
  } catch (error) {
    world.log.warn({ err: error, documentId }, 'lease not ended')
  }
}
