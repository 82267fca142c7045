import { and, asc, desc, eq, exists, or, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../database'
import { accountLink } from '../schema/account-link'
import { attendance } from '../schema/attendance'
import { auditEntry } from '../schema/audit'
import { identityLink, passkey, totpFactor } from '../schema/factor'
import { file, fileAccess } from '../schema/file'
import { invitation, invitationRecipient } from '../schema/invitation'
import { documentLease } from '../schema/log'
import { mail } from '../schema/mail'
import { paperAccess } from '../schema/paper'
import { person } from '../schema/person'
import { rapat, rapatGuest } from '../schema/rapat'
import { remark, remarkReply } from '../schema/remark'
import { session } from '../schema/session'

// What is kept about one person, for that person. Nothing here asks who asks.

export const findOwnPerson = async (db: Queryable, personId: string) =>
  (
    await db
      .select({
        id: person.id,
        name: person.name,
        email: person.email,
        nip: person.nip,
        golongan: person.golongan,
        phone: person.phone,
        role: person.role,
        locale: person.locale,
        active: person.active,
        createdAt: person.createdAt,
      })
      .from(person)
      .where(eq(person.id, personId))
  )[0] ?? null

export const listOwnSessions = (db: Queryable, personId: string) =>
  db
    .select({
      createdAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
      expiresAt: session.expiresAt,
      endedAt: session.endedAt,
      address: session.address,
      userAgent: session.userAgent,
    })
    .from(session)
    .where(eq(session.personId, personId))
    .orderBy(desc(session.createdAt))

export const listOwnLinks = (db: Queryable, personId: string) =>
  db
    .select({
      kind: accountLink.kind,
      email: accountLink.email,
      createdAt: accountLink.createdAt,
      expiresAt: accountLink.expiresAt,
      usedAt: accountLink.usedAt,
      voidedAt: accountLink.voidedAt,
    })
    .from(accountLink)
    .where(eq(accountLink.personId, personId))
    .orderBy(desc(accountLink.createdAt))

/** What a person comes in with beside the password; never what it is made of. */
export async function listOwnFactors(
  db: Queryable,
  personId: string,
): Promise<{ kind: 'totp' | 'passkey' | 'provider'; name: string | null; createdAt: Date }[]> {
  const apps = await db
    .select({ createdAt: totpFactor.createdAt })
    .from(totpFactor)
    .where(eq(totpFactor.personId, personId))
  const passkeys = await db
    .select({ name: passkey.name, createdAt: passkey.createdAt })
    .from(passkey)
    .where(eq(passkey.personId, personId))
  const providers = await db
    .select({ name: identityLink.issuer, createdAt: identityLink.createdAt })
    .from(identityLink)
    .where(eq(identityLink.personId, personId))
  return [
    ...apps.map(row => ({ kind: 'totp' as const, name: null, ...row })),
    ...passkeys.map(row => ({ kind: 'passkey' as const, ...row })),
    ...providers.map(row => ({ kind: 'provider' as const, ...row })),
  ]
}

/** Letters to an address; never what they said, which is gone once they are out. */
export const listOwnMail = (db: Queryable, email: string) =>
  db
    .select({
      template: mail.template,
      state: mail.state,
      createdAt: mail.createdAt,
      sentAt: mail.sentAt,
    })
    .from(mail)
    .where(eq(mail.recipient, email))
    .orderBy(desc(mail.createdAt))

/** Entries by the person, or about them; the newest first. */
export const listOwnEntries = (db: Queryable, params: { personId: string; limit: number }) =>
  db
    .select({
      at: auditEntry.at,
      action: auditEntry.action,
      byOneself: sql<boolean>`${auditEntry.actorId} is not distinct from ${params.personId}`,
      rapat: rapat.title,
      details: auditEntry.details,
    })
    .from(auditEntry)
    .leftJoin(rapat, eq(rapat.id, auditEntry.rapatId))
    .where(
      or(
        eq(auditEntry.actorId, params.personId),
        eq(auditEntry.subjectId, params.personId),
        sql`${auditEntry.details} ->> 'personId' = ${params.personId}`,
      ),
    )
    .orderBy(desc(auditEntry.at), desc(auditEntry.id))
    .limit(params.limit)

/** Rapat in which the person has a part of their own, or has written; the latest first. */
export const listOwnRapat = (db: Queryable, personId: string) => {
  const one = { one: sql`1` }
  const isGuest = exists(
    db
      .select(one)
      .from(rapatGuest)
      .where(and(eq(rapatGuest.rapatId, rapat.id), eq(rapatGuest.personId, personId))),
  )
  const isTold = exists(
    db
      .select(one)
      .from(invitationRecipient)
      .where(and(eq(invitationRecipient.rapatId, rapat.id), eq(invitationRecipient.personId, personId))),
  )
  const isSigner = exists(
    db
      .select(one)
      .from(invitation)
      .where(and(eq(invitation.rapatId, rapat.id), eq(invitation.signerId, personId))),
  )
  const hasWritten = exists(
    db
      .select(one)
      .from(documentLease)
      .where(and(eq(documentLease.documentId, rapat.documentId), eq(documentLease.personId, personId))),
  )
  return db
    .select({
      id: rapat.id,
      title: rapat.title,
      date: rapat.date,
      documentId: rapat.documentId,
      chairId: rapat.chairId,
      notulisId: rapat.notulisId,
      createdBy: rapat.createdBy,
      isGuest: sql<boolean>`${isGuest}`,
      isTold: sql<boolean>`${isTold}`,
      isSigner: sql<boolean>`${isSigner}`,
      hasWritten: sql<boolean>`${hasWritten}`,
    })
    .from(rapat)
    .where(
      or(
        eq(rapat.chairId, personId),
        eq(rapat.notulisId, personId),
        eq(rapat.createdBy, personId),
        isGuest,
        isTold,
        isSigner,
        hasWritten,
      ),
    )
    .orderBy(desc(rapat.createdAt))
}

/** Where the person was expected or stood for somebody, and whether they were there; the latest first. */
export const listOwnAttendance = (db: Queryable, personId: string) => {
  const isDeputy = sql<boolean>`${attendance.personId} is distinct from ${personId}`
  /** What is of who was expected is nothing of their deputy's. */
  const own = <T>(theirs: SQL, deputys: SQL) =>
    sql<T>`case when ${isDeputy} then ${deputys} else ${theirs} end`
  return db
    .select({
      rapat: rapat.title,
      date: rapat.date,
      isDeputy,
      name: own<string>(sql`${attendance.name}`, sql`${attendance.deputyName}`),
      nip: own<string | null>(sql`${attendance.nip}`, sql`${attendance.deputyNip}`),
      jabatan: own<string>(sql`${attendance.jabatan}`, sql`${attendance.deputyJabatan}`),
      answer: attendance.rsvp,
      reason: own<string>(sql`${attendance.rsvpReason}`, sql`''`),
      presence: attendance.presence,
      arrivedAt: attendance.arrivedAt,
      leftAt: attendance.leftAt,
    })
    .from(attendance)
    .innerJoin(rapat, eq(rapat.id, attendance.rapatId))
    .where(or(eq(attendance.personId, personId), eq(attendance.deputyId, personId)))
    .orderBy(desc(rapat.date), desc(attendance.createdAt))
}

export const listOwnFiles = (db: Queryable, personId: string) =>
  db
    .select({
      name: file.name,
      kind: file.kind,
      size: file.size,
      addedAt: file.addedAt,
      removedAt: file.removedAt,
    })
    .from(file)
    .where(eq(file.addedBy, personId))
    .orderBy(asc(file.addedAt))

/** Files and papers that a person fetched, newest first. */
export async function listOwnFileAccess(
  db: Queryable,
  params: { personId: string; limit: number },
): Promise<{ at: Date; file: string }[]> {
  const { personId, limit } = params
  const files = await db
    .select({ at: fileAccess.at, file: file.name })
    .from(fileAccess)
    .innerJoin(file, eq(file.id, fileAccess.fileId))
    .where(eq(fileAccess.personId, personId))
    .orderBy(desc(fileAccess.at))
    .limit(limit)
  const papers = await db
    .select({
      at: paperAccess.at,
      file: sql<string>`${paperAccess.kind} || '.' || ${paperAccess.format} || ' – '
        || coalesce(${rapat.title}, ${paperAccess.year}::text || '-' || ${paperAccess.quarter}::text)`,
    })
    .from(paperAccess)
    .leftJoin(rapat, eq(rapat.id, paperAccess.rapatId))
    .where(eq(paperAccess.personId, personId))
    .orderBy(desc(paperAccess.at))
    .limit(limit)
  return [...files, ...papers].sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, limit)
}

/** What a person remarked beside notula, and answered there; newest first. */
export async function listOwnRemarks(
  db: Queryable,
  params: { personId: string; limit: number },
): Promise<{ at: Date; rapat: string; text: string }[]> {
  const { personId, limit } = params
  const remarks = await db
    .select({ at: remark.at, rapat: rapat.title, body: remark.body, proposal: remark.proposal })
    .from(remark)
    .innerJoin(rapat, eq(rapat.id, remark.rapatId))
    .where(eq(remark.authorId, personId))
    .orderBy(desc(remark.at))
    .limit(limit)
  const replies = await db
    .select({ at: remarkReply.at, rapat: rapat.title, body: remarkReply.body })
    .from(remarkReply)
    .innerJoin(remark, eq(remark.id, remarkReply.remarkId))
    .innerJoin(rapat, eq(rapat.id, remark.rapatId))
    .where(eq(remarkReply.authorId, personId))
    .orderBy(desc(remarkReply.at))
    .limit(limit)
  return [...remarks, ...replies.map(reply => ({ ...reply, proposal: null }))]
    .map(({ at, rapat: title, body, proposal }) => ({
      at,
      rapat: title,
      text: [proposal, body].filter(Boolean).join(' – '),
    }))
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, limit)
}
