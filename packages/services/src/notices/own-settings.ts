import {
  findAccount,
  findNoticeSetting,
  listMutedRapat,
  putNoticeSetting,
  putRapatMute,
  removeRapatMute,
} from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { recordAudit } from '../audit'
import { authorise, inTransaction, isRowId, type ServiceContext } from '../context'
import { rapatFor } from '../rapat-access'
import type { MuteRapatInput, NoticeSettingInput } from './inputs'
import type { NoticeSetting, OwnNoticeSettings } from './views'

/** What holds for who has said nothing. */
export const USUAL_SETTING: NoticeSetting = {
  mail: 'digest',
  hour: 7,
  workdaysOnly: false,
  quietFrom: 20,
  quietTo: 6,
}

/** How notices come to the acting person. */
export async function ownNoticeSettings(
  ctx: ServiceContext,
  actor: Actor | null,
): Promise<OwnNoticeSettings> {
  authorise(actor, 'kabar.use', actor ?? undefined)
  const { db } = ctx.database
  const [setting, account, mutedRapat] = await Promise.all([
    findNoticeSetting(db, actor.personId),
    findAccount(db, actor.personId),
    listMutedRapat(db, actor.personId),
  ])
  return { setting: setting ?? USUAL_SETTING, email: account?.email ?? null, mutedRapat }
}

export async function saveNoticeSettings(
  ctx: ServiceContext,
  actor: Actor | null,
  input: NoticeSettingInput,
): Promise<void> {
  authorise(actor, 'kabar.use', actor ?? undefined)
  const { personId } = actor
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const before = (await findNoticeSetting(tx, personId)) ?? USUAL_SETTING
    const fields = (Object.keys(input) as (keyof NoticeSetting)[]).filter(
      name => input[name] !== before[name],
    )
    if (fields.length === 0) return
    await putNoticeSetting(tx, { ...input, personId, now })
    await recordAudit(tx, {
      at: now,
      actorId: personId,
      action: 'kabar.settings',
      subjectId: personId,
      details: { fields },
    })
  })
}

/** Mutes a rapat that one may read, or hears of it again, also of one that one may not read any more. */
export async function muteRapat(
  ctx: ServiceContext,
  actor: Actor | null,
  { rapatId, muted }: MuteRapatInput,
): Promise<void> {
  authorise(actor, 'kabar.use', actor ?? undefined)
  const { personId } = actor
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    if (muted) await rapatFor(tx, actor, 'rapat.read', rapatId)
    const which = { rapatId, personId }
    const isChanged = muted
      ? await putRapatMute(tx, { ...which, now })
      : isRowId(rapatId) && (await removeRapatMute(tx, which))
    if (!isChanged) return
    await recordAudit(tx, {
      at: now,
      actorId: personId,
      action: muted ? 'kabar.mute' : 'kabar.unmute',
      subjectId: rapatId,
    })
  })
}
