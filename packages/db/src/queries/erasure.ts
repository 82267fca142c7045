import type { Golongan } from '@mufakat/domain'
import { and, eq, gt, isNull, max, or, sql } from 'drizzle-orm'
import type { Tx } from '../database'
import { accountLink } from '../schema/account-link'
import { cardFollower } from '../schema/card-follower'
import { cardPaste, savedFilter } from '../schema/card-view'
import { identityLink, passkey, pendingSignIn, recoveryCode, totpFactor } from '../schema/factor'
import { fileUpload } from '../schema/file'
import { guestLink } from '../schema/guest'
import { journalKey } from '../schema/journal-key'
import { mail } from '../schema/mail'
import { notice, noticeSetting, rapatMute } from '../schema/notice'
import { person } from '../schema/person'
import { dataExport, erasureRequest } from '../schema/personal-data'
import { pokja, pokjaPerson } from '../schema/pokja'
import { regionOfficer } from '../schema/region-officer'
import { series, seriesPerson } from '../schema/series'
import { session } from '../schema/session'
import { FORGOTTEN_ADDRESS } from './retention'

/** The number of the next person who is erased, from 1; nobody else takes one until the transaction ends. */
export async function nextErasedNumber(tx: Tx): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('erased', 0))`)
  const [row] = await tx.select({ last: max(person.erasedNumber) }).from(person)
  return (row?.last ?? 0) + 1
}

/** Takes everything from a person by which they are reached, known or come in. `name`, `nip`, `golongan`: what stays, if any. */
export async function erasePersonRow(
  tx: Tx,
  params: {
    personId: string
    name: string
    nip: string | null
    golongan: Golongan | null
    number: number
    now: Date
  },
): Promise<void> {
  const { personId, name, nip, golongan, number, now } = params
  await tx
    .update(person)
    .set({
      name,
      nip,
      golongan,
      email: null,
      phone: null,
      passwordHash: null,
      active: false,
      erasedAt: now,
      erasedNumber: number,
      revision: sql`${person.revision} + 1`,
    })
    .where(eq(person.id, personId))
}

/**
 * Ends what a person does beside their jabatan: leaves and chairs no pokja, and looks after no kecamatan or desa after
 * `today`. Who looked after one before stays known.
 */
export async function endDutiesOf(tx: Tx, params: { personId: string; today: string }): Promise<void> {
  const { personId, today } = params
  await tx.delete(pokjaPerson).where(eq(pokjaPerson.personId, personId))
  await tx
    .update(pokja)
    .set({ chairId: null, revision: sql`${pokja.revision} + 1` })
    .where(eq(pokja.chairId, personId))
  await tx.delete(seriesPerson).where(eq(seriesPerson.personId, personId))
  for (const [column, cleared] of [
    [series.chairId, { chairId: null }],
    [series.notulisId, { notulisId: null }],
  ] as const)
    await tx
      .update(series)
      .set({ ...cleared, revision: sql`${series.revision} + 1` })
      .where(eq(column, personId))
  await tx
    .update(regionOfficer)
    .set({ until: sql`greatest(${regionOfficer.from}, ${today}::date)` })
    .where(
      and(
        eq(regionOfficer.personId, personId),
        or(isNull(regionOfficer.until), gt(regionOfficer.until, today)),
      ),
    )
}

/** Of these nobody is told how many went. What was uploaded of a file is swept, once no row knows it. */
const UNCOUNTED = [
  cardFollower,
  cardPaste,
  fileUpload,
  guestLink,
  notice,
  noticeSetting,
  pendingSignIn,
  rapatMute,
  recoveryCode,
  savedFilter,
]

/** Rows that are about a person and that no record needs. @returns how many went of each */
export async function deleteOwnRows(
  tx: Tx,
  params: { personId: string; email: string | null },
): Promise<Record<'sessions' | 'links' | 'keys' | 'exports' | 'mails' | 'factors', number>> {
  const { personId, email } = params
  const sessions = await tx
    .delete(session)
    .where(eq(session.personId, personId))
    .returning({ id: session.id })
  const links = await tx
    .delete(accountLink)
    .where(eq(accountLink.personId, personId))
    .returning({ id: accountLink.id })
  const keys = await tx
    .delete(journalKey)
    .where(eq(journalKey.personId, personId))
    .returning({ id: journalKey.deviceId })
  const exports = await tx
    .delete(dataExport)
    .where(eq(dataExport.personId, personId))
    .returning({ id: dataExport.id })
  const factors = [
    await tx
      .delete(totpFactor)
      .where(eq(totpFactor.personId, personId))
      .returning({ at: totpFactor.createdAt }),
    await tx.delete(passkey).where(eq(passkey.personId, personId)).returning({ at: passkey.createdAt }),
    await tx
      .delete(identityLink)
      .where(eq(identityLink.personId, personId))
      .returning({ at: identityLink.createdAt }),
  ]
  for (const own of UNCOUNTED) await tx.delete(own).where(eq(own.personId, personId))
  // Of earlier requests, too: what was said goes with the person.
  await tx.update(erasureRequest).set({ wish: '' }).where(eq(erasureRequest.personId, personId))
  const mails =
    email === null
      ? []
      : await tx
          .update(mail)
          .set({
            recipient: FORGOTTEN_ADDRESS,
            data: null,
            lastError: null,
            state: sql`case when ${mail.state} = 'sent' then 'sent' else 'failed' end`,
          })
          .where(eq(mail.recipient, email))
          .returning({ id: mail.id })
  return {
    sessions: sessions.length,
    links: links.length,
    keys: keys.length,
    exports: exports.length,
    mails: mails.length,
    factors: factors.flat().length,
  }
}
