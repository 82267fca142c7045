import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { invitation, invitationRecipient } from '../schema/invitation'
import { person } from '../schema/person'

const columns = {
  rapatId: invitation.rapatId,
  number: invitation.number,
  letterDate: invitation.letterDate,
  nature: invitation.nature,
  attachments: invitation.attachments,
  subject: invitation.subject,
  basis: invitation.basis,
  note: invitation.note,
  copies: invitation.copies,
  signerId: invitation.signerId,
  signerTitle: invitation.signerTitle,
  signerRank: invitation.signerRank,
  revision: invitation.revision,
  uid: invitation.uid,
  sequence: invitation.sequence,
  firstSentAt: invitation.firstSentAt,
  lastToldAt: invitation.lastToldAt,
  told: invitation.told,
}

export const findInvitation = async (db: Queryable, rapatId: string) =>
  (await db.select(columns).from(invitation).where(eq(invitation.rapatId, rapatId)))[0] ?? null

export type InvitationRow = NonNullable<Awaited<ReturnType<typeof findInvitation>>>
export type LetterChange = Partial<
  Omit<
    typeof invitation.$inferInsert,
    'rapatId' | 'revision' | 'uid' | 'sequence' | 'firstSentAt' | 'lastToldAt' | 'told'
  >
>

/** Writes what the letter says; false when it is not at this revision any more. 0: there is none yet. */
export async function writeLetterOver(
  tx: Tx,
  params: { rapatId: string; revision: number; changes: LetterChange },
): Promise<boolean> {
  const { rapatId, revision, changes } = params
  const rows =
    revision === 0
      ? await tx
          .insert(invitation)
          .values({ rapatId, ...changes })
          .onConflictDoNothing()
          .returning({ revision: invitation.revision })
      : await tx
          .update(invitation)
          .set({ ...changes, revision: sql`${invitation.revision} + 1` })
          .where(and(eq(invitation.rapatId, rapatId), eq(invitation.revision, revision)))
          .returning({ revision: invitation.revision })
  return rows.length === 1
}

/** Keeps what was told; the first time it begins the invitation. Its caller holds the rapat. */
export async function putTold(
  tx: Tx,
  params: { rapatId: string; uid: string; sequence: number; told: Record<string, unknown>; now: Date },
): Promise<void> {
  const { rapatId, uid, sequence, told, now } = params
  await tx
    .insert(invitation)
    .values({ rapatId, uid, sequence, told, firstSentAt: now, lastToldAt: now })
    .onConflictDoUpdate({
      target: invitation.rapatId,
      set: {
        uid: sql`coalesce(${invitation.uid}, excluded.uid)`,
        firstSentAt: sql`coalesce(${invitation.firstSentAt}, excluded.first_sent_at)`,
        sequence,
        told,
        lastToldAt: now,
      },
    })
}

export const listRecipients = (db: Queryable, rapatId: string) =>
  db
    .select({ personId: invitationRecipient.personId, toldSequence: invitationRecipient.toldSequence })
    .from(invitationRecipient)
    .where(eq(invitationRecipient.rapatId, rapatId))

export async function putRecipients(
  tx: Tx,
  params: { rapatId: string; personIds: readonly string[]; sequence: number; now: Date },
): Promise<void> {
  const { rapatId, personIds, sequence, now } = params
  if (personIds.length === 0) return
  await tx
    .insert(invitationRecipient)
    .values(personIds.map(personId => ({ rapatId, personId, toldSequence: sequence, toldAt: now })))
    .onConflictDoUpdate({
      target: [invitationRecipient.rapatId, invitationRecipient.personId],
      set: { toldSequence: sequence, toldAt: now },
    })
}

export async function removeRecipients(
  tx: Tx,
  params: { rapatId: string; personIds: readonly string[] },
): Promise<void> {
  if (params.personIds.length === 0) return
  await tx
    .delete(invitationRecipient)
    .where(
      and(
        eq(invitationRecipient.rapatId, params.rapatId),
        inArray(invitationRecipient.personId, [...params.personIds]),
      ),
    )
}

/** How these people are written to; those without an address or an account that is open are missing. */
export const listAddressees = (db: Queryable, personIds: readonly string[]) =>
  personIds.length === 0
    ? Promise.resolve([])
    : db
        .select({ id: person.id, name: person.name, email: person.email, locale: person.locale })
        .from(person)
        .where(
          and(inArray(person.id, [...personIds]), eq(person.active, true), sql`${person.email} is not null`),
        )
        .orderBy(asc(person.id))
