import type { Joined, ServerEvent, ServerPayload } from '@mufakat/protocol'
import type { RawSocket } from './world'

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
