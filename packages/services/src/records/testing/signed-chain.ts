import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '@mufakat/db'
import { recordAudit } from '../../audit'
import { inTransaction } from '../../context'
import { makeOrganisation, makeRapat, TestClock } from '../../test-organisation'
import { type AuditKeys, keysFolder, loadAuditKeys } from '../audit-key'
import { exportsFolder } from '../day-export'
import { signAuditHead } from '../sign-head'
import type { VerifyPlaces } from '../verify-records'

const HOUR_S = 3_600

export interface SignedChain {
  readonly dataDir: string
  readonly keys: AuditKeys
  readonly clock: TestClock
  /** Where the checks look, as beside a running database. */
  readonly places: VerifyPlaces
  /** Who did most of it. */
  readonly actorId: string
  readonly entries: number
  readonly days: number
  forget(): Promise<void>
}

/** Entries of every shape over some days, signed thrice a day, the last time after the last entry. */
export async function signedChain(database: Database, days = 4): Promise<SignedChain> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mufakat-audit-'))
  const keys = await loadAuditKeys(dataDir, null)
  const clock = new TestClock()
  const ctx = { database, clock }
  const organisation = await makeOrganisation(database)
  const rapatId = await makeRapat(ctx, organisation)
  const actorId = organisation.actor('admin').personId
  let entries = 2
  for (let shift = 0; shift < days * 3; shift++) {
    for (let step = 0; step < 8; step++) {
      clock.forward(60)
      await inTransaction(ctx, async tx => {
        const at = clock.now()
        if (step % 3 === 0) await recordAudit(tx, { at, actorId: null, action: 'demo.seed' })
        else if (step % 3 === 1)
          await recordAudit(tx, {
            at,
            actorId,
            action: 'rapat.edit',
            rapatId,
            details: { fields: ['title'], step },
          })
        else await recordAudit(tx, { at, actorId, action: 'session.end', subjectId: `${shift}-${step}` })
      })
      entries += 1
    }
    clock.forward(8 * HOUR_S - 480)
    await signAuditHead(ctx, keys, exportsFolder(dataDir))
  }
  return {
    dataDir,
    keys,
    clock,
    actorId,
    entries,
    days: days + 1,
    places: { keys: { folder: keysFolder(dataDir) }, exports: exportsFolder(dataDir) },
    forget: () => rm(dataDir, { recursive: true, force: true }),
  }
}
