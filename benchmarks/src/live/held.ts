import type { ThinClient } from './client'
import { type RunningPeer, SILENT } from './peer'

/** Shorter than any document here, longer than one that is still empty. */
const HELD_BYTES = 10_000
const PATIENCE_MS = 20_000

/** A server may call a document opened and bring its content later: it counts when it is there. */
export async function openHeld(
  running: RunningPeer,
  documentId: string,
  nth: number,
): Promise<{ client: ThinClient; late: Uint8Array | null }> {
  let late: Uint8Array | null = null
  let arrive: () => void = () => undefined
  const arrived = new Promise<void>((resolve, reject) => {
    arrive = resolve
    setTimeout(() => reject(new Error('FAILED: a document never came')), PATIENCE_MS).unref()
  })
  arrived.catch(() => undefined)
  const client = await running.open(documentId, nth, {
    ...SILENT,
    edit(_clientId, _clock, frame, start, end) {
      if (end - start < HELD_BYTES) return
      late = frame.slice(start, end)
      arrive()
    },
  })
  if (running.known === null && client.size < HELD_BYTES) await arrived
  return { client, late }
}
