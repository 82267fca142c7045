import { insertSpare } from '@mufakat/db'
import { newClientId } from '@mufakat/doc-model'
import { AppError } from '@mufakat/kernel'
import { MAX_SPARES } from './limits'
import type { Member } from './member'
import type { Sql } from './ports'

/**
 * A clientID that a later page of this person may begin to write under without asking. A clientID is handed out once:
 * two pages that begin apart under one would each count its clocks from the start.
 */
export async function grantSpare(
  { sql }: { readonly sql: Sql },
  { permits }: Member,
  documentId: string,
): Promise<number> {
  const refused = await permits.whyNotWrite()
  if (refused !== null) throw new AppError(refused)
  const { personId, sessionId } = permits.visit.visitor
  for (;;) {
    const clientId = newClientId()
    if (await insertSpare(sql, { documentId, clientId, personId, sessionId }, MAX_SPARES)) return clientId
  }
}
