import { setTimeout as delay } from 'node:timers/promises'
import type { Editor, Room } from './room'

/** Everybody types at a rate of their own clock, each from another moment on; returns how to stop. */
export function typeSteadily(
  editors: readonly Editor[],
  perSecond: number,
  each: (editor: Editor) => void,
): () => void {
  const period = 1_000 / perSecond
  const timers = editors.map((editor, i) => {
    const timer: { current: NodeJS.Timeout } = {
      current: setTimeout(
        () => {
          each(editor)
          timer.current = setInterval(() => each(editor), period)
        },
        (i * period) / editors.length,
      ),
    }
    return timer
  })
  return () => {
    for (const { current } of timers) clearInterval(current)
  }
}

/**
 * Types without pause for a while, so that what is measured afterwards is a server that has been running: compiled,
 * and with its connections open.
 */
export async function warmUp(rooms: readonly Room[], ms: number): Promise<void> {
  const editors = rooms.flatMap(room => room.editors)
  const stop = typeInClosedLoop(editors, WARM_IN_FLIGHT)
  await delay(ms)
  stop()
  await delivered(rooms)
}

/** Everybody has `inFlight` edits out, always; returns how to stop. */
export function typeInClosedLoop(editors: readonly Editor[], inFlight: number): () => void {
  for (const editor of editors) {
    editor.onRead = () => editor.type()
    for (let i = 0; i < inFlight; i++) editor.type()
  }
  return () => {
    for (const editor of editors) editor.onRead = null
  }
}

/** Resolves when everything typed is with everyone, or after half a minute. */
export async function delivered(rooms: readonly Room[]): Promise<void> {
  const deadline = performance.now() + DRAIN_MS
  while (rooms.some(room => room.delivered < room.owed) && performance.now() < deadline) await delay(20)
}

const WARM_IN_FLIGHT = 4
const DRAIN_MS = 30_000
