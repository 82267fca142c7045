import * as Y from 'yjs'
import { NOTULA_VERSION } from '../../notula-doc'
import { admissible } from '../admissible'

/** Why the gate as a whole does not take it, by doc-model's word and the clock that is next; null when it does. */
export function refusal(doc: Y.Doc, update: Uint8Array, client: number): string | null {
  const judged = admissible(doc, update, { clientId: client, version: NOTULA_VERSION })
  if (!judged.ok) return `${judged.error.reason} ${judged.error.detail}`
  const clocks = judged.value.clients.get(client)
  return clocks === undefined || clocks.from === Y.getState(doc.store, client) ? null : 'clock'
}
