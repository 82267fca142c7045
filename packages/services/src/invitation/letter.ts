import {
  findInvitation,
  type InvitationRow,
  listAddressees,
  listAgendaItems,
  listInvitedOpd,
  listReachable,
  type Queryable,
  type RapatRow,
  writeLetterOver,
} from '@mufakat/db'
import { type Actor, may, pangkatLine } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import type { MailingContext } from '../account/mail'
import { recordAudit } from '../audit'
import { inTransaction, type ServiceContext } from '../context'
import { headsOf, personRefs } from '../people'
import { guardNik } from '../personal-data/nik-guard'
import { lockedRapatFor, rapatFor, subjectOf } from '../rapat-access'
import { settingOf } from '../settings/settings'
import { todayOf } from '../settings/today'
import type { EditInvitationInput } from './inputs'
import { eventUid, roundOf, tellRound } from './tell'
import { factsOf, nowOf, toldOf } from './told'
import type { InvitationView, InvitedView, LetterView, RapatEvent } from './views'

const NATURE = 'Penting'

async function letterView(db: Queryable, row: InvitationRow | null): Promise<LetterView> {
  const id = row?.signerId ?? null
  const [names, [signer]] = await Promise.all([
    personRefs(db, [id], '9999-12-31'),
    listReachable(db, id === null ? [] : [id]),
  ])
  return {
    number: row?.number ?? '',
    letterDate: row?.letterDate ?? null,
    nature: row?.nature || NATURE,
    attachments: row?.attachments ?? '',
    subject: row?.subject ?? '',
    basis: row?.basis ?? '',
    note: row?.note ?? '',
    copies: row?.copies ?? [],
    signer: {
      id,
      name: id === null ? null : (names.get(id)?.name ?? null),
      nip: signer?.nip ?? null,
      title: row?.signerTitle ?? '',
      // What was written counts; else what is known of the person.
      rank: row?.signerRank || (signer?.golongan ? pangkatLine(signer.golongan) : ''),
    },
    revision: row === null ? 0 : row.revision,
  }
}

async function invitedViews(ctx: ServiceContext, rapat: RapatRow): Promise<InvitedView[]> {
  const { db } = ctx.database
  const day = rapat.date ?? (await todayOf(ctx))
  const opd = await listInvitedOpd(db, rapat.id)
  const heads = await headsOf(
    db,
    opd.map(one => one.id),
    day,
  )
  const isHead = new Set([...heads.values()].map(head => head.id))
  const others = [rapat.chairId, rapat.notulisId, ...rapat.guestIds.map(guest => guest.personId)]
  const people = await personRefs(
    db,
    others.filter(id => id !== null && !isHead.has(id)),
    day,
  )
  return [
    ...opd.map(one => ({ opd: one, person: heads.get(one.id) ?? null })),
    ...[...people.values()].map(person => ({ opd: null, person })),
  ]
}

/** The letter whole, as a paper needs it. Asks nobody: its caller has. */
export async function invitationRecord(
  ctx: ServiceContext,
  rapat: RapatRow,
  row: InvitationRow | null,
): Promise<Pick<InvitationView, 'rapat' | 'zone' | 'letter' | 'invited'>> {
  const { db } = ctx.database
  const [letter, invited, agenda, { zone }] = await Promise.all([
    letterView(db, row),
    invitedViews(ctx, rapat),
    listAgendaItems(db, rapat.id),
    settingOf(db, 'calendar'),
  ])
  const agendaTitles = agenda.map(item => item.title)
  return { rapat: { id: rapat.id, ...factsOf(rapat), agenda: agendaTitles }, zone, letter, invited }
}

/** The letter with everything that it is made of, for who may read it. */
export async function readInvitation(
  ctx: ServiceContext,
  actor: Actor | null,
  rapatId: string,
): Promise<InvitationView> {
  const { db } = ctx.database
  const rapat = await rapatFor(db, actor, 'undangan.read', rapatId)
  const subject = subjectOf(rapat)
  const row = await findInvitation(db, rapatId)
  const told = toldOf(row)
  const record = await invitationRecord(ctx, rapat, row)
  const maySend = may(actor, 'undangan.send', subject)
  const round = maySend ? await roundOf(db, rapat, told, await todayOf(ctx)) : null
  const byMail = await listAddressees(db, [...(round?.wanted ?? [])])
  return {
    ...record,
    sending: {
      firstSentAt: row?.firstSentAt ?? null,
      lastToldAt: row?.lastToldAt ?? null,
      isPending: told !== null && (round?.tellings.size ?? 0) > 0,
      recipients: round && { all: round.wanted.size, byMail: byMail.length },
    },
    allowed: { edit: may(actor, 'undangan.edit', subject), send: maySend },
  }
}

/** The event of a rapat that has a day, for who may read the invitation; null: it is not held, or not yet known when. */
export async function rapatEvent(
  ctx: MailingContext,
  actor: Actor | null,
  rapatId: string,
): Promise<RapatEvent | null> {
  const { db } = ctx.database
  const rapat = await rapatFor(db, actor, 'undangan.read', rapatId)
  const { date, startTime, ...facts } = factsOf(rapat)
  const { standing } = nowOf(rapat)
  if (date === null || startTime === null || (standing !== 'held' && standing !== 'begun')) return null
  const row = await findInvitation(db, rapatId)
  const { zone } = await settingOf(db, 'calendar')
  return {
    uid: row?.uid ?? eventUid(rapat.id, ctx.baseUrl),
    sequence: row?.sequence ?? 0,
    zone,
    ...facts,
    date,
    startTime,
    link: `${ctx.baseUrl}/rapat/${rapat.id}/undangan`,
  }
}

const TEXTS = [
  'number',
  'nature',
  'attachments',
  'subject',
  'basis',
  'note',
  'signerTitle',
  'signerRank',
] as const

/** Changes what the letter says; `conflict` when somebody else changed it since the form was opened. */
export async function editInvitation(
  ctx: ServiceContext,
  actor: Actor | null,
  input: EditInvitationInput,
): Promise<void> {
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const rapat = await lockedRapatFor(tx, actor, 'undangan.edit', input.rapatId)
    const before = await findInvitation(tx, rapat.id)
    if ((before?.revision ?? 0) !== input.revision) throw new AppError('conflict', 'undangan.edit')
    const texts = Object.fromEntries(TEXTS.map(field => [field, input[field]]))
    guardNik({ ...texts, copies: input.copies.join('\n') }, input.nikConfirmed)
    if (input.signerId !== null && (await personRefs(tx, [input.signerId], '9999-12-31')).size === 0)
      throw new AppError('invalid-input', 'signer', { fields: { signerId: 'field.unknown' } })
    const { rapatId, revision, nikConfirmed: _, ...changes } = input
    const fields = Object.keys(changes).filter(
      field =>
        JSON.stringify(before?.[field as keyof typeof changes] ?? null) !==
        JSON.stringify(changes[field as keyof typeof changes]),
    )
    if (fields.length === 0) return
    if (!(await writeLetterOver(tx, { rapatId, revision, changes })))
      throw new AppError('conflict', 'undangan.edit')
    await recordAudit(tx, {
      at: now,
      actorId: actor?.personId ?? null,
      action: 'undangan.edit',
      rapatId,
      details: { fields },
    })
  })
}

/**
 * Sends the invitation to everybody who is invited; sent before, it tells at once what has changed since. `conflict` while
 * the rapat is not terjadwal: a draft mails nobody.
 * @returns how many people it went to
 */
export async function sendInvitation(
  ctx: MailingContext,
  actor: Actor | null,
  input: { rapatId: string },
): Promise<number> {
  return inTransaction(ctx, async tx => {
    const rapat = await lockedRapatFor(tx, actor, 'undangan.send', input.rapatId)
    const sent = await findInvitation(tx, rapat.id)
    if (rapat.status !== 'terjadwal' && (sent === null || sent.firstSentAt === null))
      throw new AppError('conflict', 'undangan.send')
    return tellRound(ctx, tx, rapat, actor?.personId ?? null)
  })
}
