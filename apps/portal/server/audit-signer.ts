import { isAuditGuarded } from '@mufakat/db'
import {
  type AuditKeys,
  exportsFolder,
  loadAuditKeys,
  type ServiceContext,
  signAuditHead,
} from '@mufakat/services'
import type { ServiceSettings } from '@mufakat/settings'
import type { processLog } from '@mufakat/telemetry'

// Invariants
// 1. What is added to the audit is signed within minutes while a portal runs, and once more when it ends.
// 2. Signing never stops the portal: what fails is logged, and tried again at the next turn.
// 3. One attempt at a time; `stop` waits for it, though not for a database that is gone.

const EVERY_MS = 5 * 60_000
const LAST_MS = 3_000

export interface AuditSigner {
  stop(): Promise<void>
}

export interface SignerOptions {
  readonly services: ServiceContext
  readonly settings: Pick<ServiceSettings, 'dataDir' | 'auditKeyFile'>
  readonly log: Pick<ReturnType<typeof processLog>, 'info' | 'warn' | 'error'>
}

/** Signs the head of the audit from time to time; the portal does, because it has the data folder everywhere. */
export function startAuditSigner({ services, settings, log }: SignerOptions): AuditSigner {
  let keys: AuditKeys | null = null
  let warned = false

  async function sign(): Promise<void> {
    keys ??= await loadAuditKeys(settings.dataDir, settings.auditKeyFile)
    if (!warned && !(await isAuditGuarded(services.database.sql))) {
      warned = true
      log.warn('audit is not guarded by role: the portal connects as the owner of the database')
    }
    const signing = await signAuditHead(services, keys, exportsFolder(settings.dataDir))
    if (signing.outcome === 'signed') log.info({ number: signing.number, keyId: keys.id }, 'audit signed')
    if (signing.outcome === 'refused')
      log.error(
        { reason: signing.reason, number: signing.number },
        'audit is not what it was: nothing signed',
      )
  }

  let last = Promise.resolve()
  const turn = (): Promise<void> => {
    last = last.then(sign).catch(error => log.error({ err: error }, 'audit not signed'))
    return last
  }
  void turn()
  const timer = setInterval(() => void turn(), EVERY_MS)
  return {
    stop: async () => {
      clearInterval(timer)
      const late = new Promise<void>(done => setTimeout(done, LAST_MS).unref())
      await Promise.race([turn(), late])
    },
  }
}
