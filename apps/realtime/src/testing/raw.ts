import { createNotulaDoc, itemText, listItems } from '@mufakat/doc-model'
import { defined } from '@mufakat/kernel'
import type { Joined, ServerEvent, ServerPayload } from '@mufakat/protocol'
import * as Y from 'yjs'
import { connected, type RawSocket } from './world'

/** What someone shows who was never here before. */
export const FRESH = { position: null, lease: null, adopt: [] }

export async function joined(socket: RawSocket, documentId: string, more: object = {}): Promise<Joined> {
  const answer = await socket.emitWithAck('join', { documentId, ...FRESH, ...more })
  if (!answer.ok) throw new Error(answer.code)
  return answer.value
}

/** The next event of its kind. */
export const next = <E extends ServerEvent>(socket: RawSocket, event: E): Promise<ServerPayload<E>> =>
  new Promise(resolve => {
    ;(socket.once as (event: string, listener: (payload: ServerPayload<E>) => void) => void).call(
      socket,
      event,
      resolve,
    )
  })

/** Someone who has come in and may write. */
export async function arrival(
  clients: { socket(login: string): Promise<RawSocket> },
  login: string,
  documentId: string,
): Promise<{ socket: RawSocket; answer: Joined; lease: number }> {
  const socket = await clients.socket(login)
  await connected(socket)
  const answer = await joined(socket, documentId)
  return { socket, answer, lease: defined(answer.lease, 'lease') }
}

/** What somebody with that lease would write first. */
export function typing(answer: Joined, lease: number, words: string): Uint8Array {
  const doc = createNotulaDoc({ clientId: lease })
  if (answer.snapshot !== null) Y.applyUpdateV2(doc, answer.snapshot)
  const before = Y.encodeStateVector(doc)
  const item = listItems(doc)[0]?.id ?? 'x'
  itemText(doc, item).insert(0, words)
  return Y.encodeStateAsUpdate(doc, before)
}
