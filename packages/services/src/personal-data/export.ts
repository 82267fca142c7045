// A copy of what is kept about a person. Invariants:
// 1. Only its person asks for it and fetches it; to everybody else it is not there.
// 2. A worker makes it, so that a page never waits for a person with years of text; made twice, it is the same copy.
// 3. It is kept sealed: a copy of the tables, and a backup, does not tell it. When its time is over it is gone.
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { findDataExport, insertDataExport, keepDataExport } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { authorise, inTransaction, isRowId, type ServiceContext } from '../context'
import { enqueue } from '../jobs/enqueue'
import { limitedKey, requireAttempt } from '../rate-limit'
import { settingOf } from '../settings/settings'
import type { Vault } from '../vault'
import { collectOwnData } from './own-data'
import type { OwnData } from './own-data-views'

export interface ExportContext extends ServiceContext {
  readonly vault: Vault
}

const DAY_MS = 24 * 3_600_000
/** Three at once, then one a day: it reads every document the person wrote in. */
const LIMIT = { capacity: 3, drainPerMinute: 1 / (24 * 60) }

const pack = promisify(gzip)
const unpack = promisify(gunzip)

/** Asks for a copy; `conflict` while one is being made, `rate-limited` after several. */
export async function askExport(ctx: ServiceContext, actor: Actor | null): Promise<void> {
  authorise(actor, 'own-data.use', actor ?? undefined)
  const { personId } = actor
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const { exportDays } = await settingOf(tx, 'retention')
    await requireAttempt(tx, [limitedKey(LIMIT, 'data-export', personId)], now, 'data export')
    const id = newId(now.getTime())
    const expiresAt = new Date(now.getTime() + exportDays * DAY_MS)
    if (!(await insertDataExport(tx, { id, personId, askedAt: now, expiresAt })))
      throw new AppError('conflict', 'a copy is being made')
    await enqueue(tx, 'data.export', { exportId: id }, { key: `data-export:${id}` })
    await recordAudit(tx, { at: now, actorId: personId, action: 'data.export', subjectId: personId })
  })
}

/** Makes a copy that was asked for; for a worker. Quietly nothing when there is nothing to do. */
export async function makeExport(ctx: ExportContext, exportId: string): Promise<void> {
  const now = ctx.clock.now()
  // One moment of the database, so that the copy agrees with itself.
  await ctx.database.db.transaction(
    async tx => {
      const row = await findDataExport(tx, exportId)
      if (row === null || row.readyAt !== null) return
      const data = await collectOwnData(tx, row.personId, now)
      const packed = await pack(JSON.stringify(data))
      const content = ctx.vault.seal('data-export', row.personId, packed)
      const { exportDays } = await settingOf(tx, 'retention')
      const expiresAt = new Date(now.getTime() + exportDays * DAY_MS)
      await keepDataExport(tx, { id: exportId, now, expiresAt, content })
    },
    { isolationLevel: 'repeatable read' },
  )
}

/** One's own copy; `not-found` for anybody else's, one that is not ready, and one whose time is over. */
export async function fetchExport(
  ctx: ExportContext,
  actor: Actor | null,
  exportId: string,
): Promise<OwnData> {
  authorise(actor, 'own-data.use', actor ?? undefined)
  const row = isRowId(exportId) ? await findDataExport(ctx.database.db, exportId) : null
  const isOwn = row?.personId === actor.personId && row.expiresAt > ctx.clock.now()
  const packed = isOwn && row.content ? ctx.vault.open('data-export', row.personId, row.content) : null
  if (packed === null) throw new AppError('not-found', 'data export')
  return JSON.parse((await unpack(packed)).toString('utf8')) as OwnData
}
