import { setTimeout as delay } from 'node:timers/promises'
import { measureWindow, quantile, settle, withRooms } from '../load'
import type { Measure } from '../measure'
import type { Peer, RunningPeer } from '../peer'
import type { Editor, Room } from '../room'
import { typeSteadily, warmUp } from '../typing'
import type { World } from '../world'

const EDITS_PER_SECOND = 5
/** Reading a cursor's label costs the load driver; so many screens stand for all. */
const SCREENS_FOR_CURSORS = 5
const WARM_MS = 2_000
const SETTLE_MS = 1_000
const COMMIT_WAIT_MS = 15_000

/** Edits as people make them, with or without a cursor behind each. */
async function typeInOneRoom(
  world: World,
  peer: Peer,
  people: number,
  withCursors: boolean,
  seconds: number,
) {
  return await withRooms(world, peer, { name: '', rooms: 1, people }, async ([room], running) => {
    if (room === undefined) throw new Error('no room')
    await warmUp([room], WARM_MS)
    const { editors } = room
    const seen = watchEdits(editors)
    const cursors = watchCursors(editors.slice(0, SCREENS_FOR_CURSORS))
    const commits = await watchCommits(room, running)
    const stop = typeSteadily(editors, EDITS_PER_SECOND, editor => {
      editor.type()
      if (withCursors) cursors.move(editor)
    })
    await delay(SETTLE_MS)
    for (const taken of [seen, cursors.took, commits.took]) taken.length = 0
    const window = await measureWindow(world, [room], running, seconds)
    stop()
    await settle([room], running)
    await commits.settled()
    return {
      'edit p50 ms': quantile(seen, 0.5),
      'edit p99 ms': quantile(seen, 0.99),
      ...(running.commits === null
        ? {}
        : {
            'committed p50 ms': quantile(commits.took, 0.5),
            'committed p99 ms': quantile(commits.took, 0.99),
          }),
      ...(withCursors
        ? { 'cursor p50 ms': quantile(cursors.took, 0.5), 'cursor p99 ms': quantile(cursors.took, 0.99) }
        : {}),
      'server µs': window.server,
      'server + Postgres µs': window.withPostgres,
    }
  })
}

const sinceSent = (author: Editor, clock: number): number =>
  performance.now() - (author.sentAt[clock - author.typist.firstClock] ?? Number.NaN)

/** ms from an edit to each of the other screens. */
function watchEdits(editors: readonly Editor[]): number[] {
  const took: number[] = []
  for (const editor of editors) editor.onEdit = (author, clock) => took.push(sinceSent(author, clock))
  return took
}

/** ms from a cursor's move to another screen; a server may skip moves, and a move that comes twice counts once. */
function watchCursors(screens: readonly Editor[]) {
  const took: number[] = []
  const moved: number[] = []
  const movedBy = new Map<Editor, number>()
  for (const screen of screens) {
    const seen = new Set<number>()
    screen.onCursor = label => {
      for (const move of label().split(' ').map(Number)) {
        if (seen.has(move) || movedBy.get(screen) === move) continue
        seen.add(move)
        const at = moved[move]
        if (at !== undefined) took.push(performance.now() - at)
      }
    }
  }
  return {
    took,
    move(editor: Editor) {
      const move = moved.push(performance.now()) - 1
      movedBy.set(editor, move)
      editor.client.cursor(String(move))
    },
  }
}

/** ms from an edit to its commit, as far as the server's way of storing can be watched. */
async function watchCommits(room: Room, running: RunningPeer) {
  const took: number[] = []
  const { commits } = running
  if (commits === null) return { took, settled: async () => undefined }
  const committed = new Map<Editor, number>(room.editors.map(editor => [editor, 0]))
  const upTo = (editor: Editor, count: number) => {
    for (let i = committed.get(editor) ?? 0; i < count; i++)
      took.push(performance.now() - (editor.sentAt[i] ?? 0))
    committed.set(editor, Math.max(count, committed.get(editor) ?? 0))
  }
  if (commits === 'when-saved') {
    for (const editor of room.editors) {
      editor.onSaved = () => upTo(editor, editor.saved)
    }
  }
  const stop =
    commits === 'when-saved'
      ? () => undefined
      : await commits(room.documentId, clocks => {
          for (const editor of room.editors) {
            upTo(editor, (clocks.get(editor.clientId) ?? editor.typist.firstClock) - editor.typist.firstClock)
          }
        })
  return {
    took,
    async settled() {
      const deadline = performance.now() + COMMIT_WAIT_MS
      const isBehind = () => room.editors.some(editor => (committed.get(editor) ?? 0) < editor.sentAt.length)
      while (isBehind() && performance.now() < deadline) await delay(50)
      await stop()
      if (isBehind()) throw new Error('FAILED: not committed')
    },
  }
}

export const latency: Measure = {
  name: 'latency',
  title: `One room, ${EDITS_PER_SECOND} edits/s each`,
  how: 'From the moment an edit is sent to the moment another client has it, all screens counted. Committed: for ours, when the author is sent the own edit (nobody is before it is committed); for Hocuspocus, when the row that a trigger tells of holds it. Cursors: from the move to five of the other screens. Warmed up by 2 s of closed loop.',
  cases: [2, 10, 50].flatMap(people =>
    [false, true].map(withCursors => ({
      name: `${people} editors${withCursors ? ' with cursors' : ''}`,
      run: (world: World, peer: Peer, { seconds }: { seconds: number }) =>
        typeInOneRoom(world, peer, people, withCursors, seconds),
    })),
  ),
}
