import {
  deleteAccountLinksBefore,
  deleteFileAccessBefore,
  deleteNoticesReadBefore,
  deleteOverSignIns,
  deletePaperAccessBefore,
  deletePapersBefore,
  deleteRateBucketsBefore,
  deleteSessionsBefore,
  emptyExportsBefore,
  forgetMailBefore,
  lastEntryOf,
  lockRetention,
} from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { z } from 'zod'
import { recordAudit } from '../audit'
import { authorise, inTransaction, type ServiceContext } from '../context'
import { readFileSettings } from '../files/settings'
import { settingOf } from '../settings/settings'
import type { RetentionCounts, RetentionView } from './views'

const DAY_MS = 24 * 3_600_000
/** Limits that nobody has met for a day have drained. */
const LIMIT_DAYS = 1
/** Notices that were read: what they tell of stands where it happened. */
export const NOTICE_DAYS = 180

/** When the round goes each night, in UTC: 01.40 WIB. */
export const RETENTION_UTC = { hour: 18, minute: 40 } as const

export function nextRetentionRun(now: Date): Date {
  const next = new Date(now)
  next.setUTCHours(RETENTION_UTC.hour, RETENTION_UTC.minute, 0, 0)
  return next > now ? next : new Date(next.getTime() + DAY_MS)
}

/**
 * Forgets sign-ins that came to nothing, and what has been kept long enough (SPEC.md of domain, X6), with one entry that says how much. Done again, it finds
 * nothing more.
 */
export async function applyRetention(ctx: ServiceContext): Promise<RetentionCounts> {
  const now = ctx.clock.now()
  const settings = await settingOf(ctx.database.db, 'retention')
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS)
  return inTransaction(ctx, async tx => {
    await lockRetention(tx)
    await deleteOverSignIns(tx, now)
    const counts: RetentionCounts = {
      sessions: await deleteSessionsBefore(tx, ago(settings.sessionDays)),
      limits: await deleteRateBucketsBefore(tx, ago(LIMIT_DAYS)),
      access:
        (await deleteFileAccessBefore(tx, ago(settings.accessDays))) +
        (await deletePaperAccessBefore(tx, ago(settings.accessDays))),
      mails: await forgetMailBefore(tx, ago(settings.mailDays)),
      links: await deleteAccountLinksBefore(tx, ago(settings.linkDays)),
      exports: await emptyExportsBefore(tx, now),
      papers: await deletePapersBefore(tx, now),
      notices: await deleteNoticesReadBefore(tx, ago(NOTICE_DAYS)),
    }
    await recordAudit(tx, { at: now, actorId: null, action: 'retention.apply', details: { ...counts } })
    return counts
  })
}

const count = z.number().int().min(0).catch(0)
const counts = z.object({
  sessions: count,
  limits: count,
  access: count,
  mails: count,
  links: count,
  exports: count,
  papers: count,
  notices: count,
})

/** When the round goes next, and what it did last. */
export async function retentionView(ctx: ServiceContext, actor: Actor | null): Promise<RetentionView> {
  authorise(actor, 'setting.edit')
  const { db } = ctx.database
  const [{ retentionDays }, last] = await Promise.all([
    readFileSettings(db),
    lastEntryOf(db, 'retention.apply'),
  ])
  return {
    fileDays: retentionDays,
    last: last && { at: last.at, counts: counts.parse(last.details) },
    next: nextRetentionRun(ctx.clock.now()),
  }
}
