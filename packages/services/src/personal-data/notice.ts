import { listDataExports, listErasureRequests, phoneOf } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { authorise, type ServiceContext } from '../context'
import { readFileSettings } from '../files/settings'
import { settingOf } from '../settings/settings'
import { NOTICE_DAYS } from './retention'
import type { OwnDataView, PrivacyNotice } from './views'

/** Requests that a person is shown of their own. */
const OWN_REQUESTS = 20

/** What is kept for how long, and whom to ask; everybody may know, also at the door. */
export async function privacyNotice(ctx: ServiceContext): Promise<PrivacyNotice> {
  const { db } = ctx.database
  const [contact, retention, { retentionDays }] = await Promise.all([
    settingOf(db, 'privacy'),
    settingOf(db, 'retention'),
    readFileSettings(db),
  ])
  return { contact, retention, fileDays: retentionDays, noticeDays: NOTICE_DAYS }
}

/** What a person has asked for about their data, and what became of it. */
export async function ownDataView(ctx: ServiceContext, actor: Actor | null): Promise<OwnDataView> {
  authorise(actor, 'own-data.use', actor ?? undefined)
  const { db } = ctx.database
  const { personId } = actor
  const [phone, exports, erasures] = await Promise.all([
    phoneOf(db, personId),
    listDataExports(db, { personId, now: ctx.clock.now() }),
    listErasureRequests(db, { personId, limit: OWN_REQUESTS }),
  ])
  return {
    phone,
    exports: exports.map(({ id, askedAt, readyAt, expiresAt }) => ({ id, askedAt, readyAt, expiresAt })),
    erasures: erasures.map(({ id, state, wish, askedAt, decidedAt, reason }) => ({
      ...{ id, state, wish, askedAt, decidedAt, reason },
    })),
  }
}
