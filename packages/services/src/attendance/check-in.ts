import {
  countWaiting,
  findRapat,
  insertAttendance,
  listAttendance,
  type Queryable,
  type RapatRow,
} from '@mufakat/db'
import { type Actor, CODE_SECONDS, codeStep, isCodeCurrent, may, takesAttendance } from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { inTransaction, isRowId, type ServiceContext } from '../context'
import { personRefs } from '../people'
import { guardNik } from '../personal-data/nik-guard'
import { lockedRapatFor, rapatFor, subjectOf } from '../rapat-access'
import { limitedAddress, limitedKey, requireAttempt, returnAttempt } from '../rate-limit'
import { todayOf } from '../settings/today'
import type { Vault } from '../vault'
import { personKey } from './entries'
import type { RegisterWalkInInput } from './inputs'
import { requireOpenList, rowOf, writeRow } from './row'
import { ledBy } from './rsvp'
import type { CheckInDoor } from './views'

/*
 * Checking in by the code on the wall. Invariants:
 * 1. A code is an HMAC of the rapat and the minute: nothing of it is stored, and nobody outside the room makes one.
 * 2. It is exchanged for a ticket that its browser keeps, so that whoever signs in or fills in a form has time for it. A
 *    ticket is good for one rapat and half an hour; it stands in no address, so none can be sent on.
 * 3. A ticket alone marks nobody: somebody signed in marks themselves; anybody else waits to be confirmed by an organiser.
 */

export interface CheckInContext extends ServiceContext {
  readonly vault: Vault
}

export const TICKET_SECONDS = 30 * 60
/** Codes that are none, from one network. */
const GUESSES = { capacity: 60, drainPerMinute: 6 }
/** A whole hall comes from one network in a quarter of an hour. */
const FORMS = { capacity: 300, drainPerMinute: 20 }
/** People who wait at one rapat; beyond it somebody is playing. */
const MAX_WAITING = 500

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const signed = (vault: Vault, text: string): string =>
  Buffer.from(vault.sign('check-in', bytes(text))).toString('base64url')

const isRight = (vault: Vault, text: string, signature: string): boolean =>
  vault.isSigned('check-in', bytes(text), Buffer.from(signature, 'base64url'))

const codeText = (rapatId: string, step: number): string => `code:${rapatId}:${step}`
const ticketText = (rapatId: string, until: number): string => `ticket:${rapatId}:${until}`

/** What the wall shows now: the path that it leads to, and when the next comes. */
export async function checkInCode(
  ctx: CheckInContext,
  actor: Actor | null,
  rapatId: string,
): Promise<{ title: string; path: string; changesAt: Date }> {
  const rapat = await rapatFor(ctx.database.db, actor, 'attendance.edit', rapatId)
  requireOpenList(rapat)
  const step = codeStep(ctx.clock.now())
  const code = `${step}.${signed(ctx.vault, codeText(rapatId, step))}`
  return {
    title: rapat.title,
    path: `/hadir/${rapatId}?kode=${code}`,
    changesAt: new Date((step + 1) * CODE_SECONDS * 1000),
  }
}

/** Exchanges a code for a ticket; null for one that is over, or none. Throws `rate-limited`. */
export async function takeTicket(
  ctx: CheckInContext,
  params: { rapatId: string; code: string; address: string },
): Promise<string | null> {
  const { rapatId, code, address } = params
  const now = ctx.clock.now()
  const [, digits = '', signature = ''] = /^(\d{1,12})\.([A-Za-z0-9_-]{43})$/.exec(code) ?? []
  const step = Number(digits)
  return inTransaction(ctx, async tx => {
    const keys = [limitedKey(GUESSES, 'check-in code', limitedAddress(address))]
    await requireAttempt(tx, keys, now, 'check-in code')
    if (!isRowId(rapatId) || signature === '' || !isRight(ctx.vault, codeText(rapatId, step), signature))
      return null
    // Whoever was given a right one, however old, is no guesser.
    await returnAttempt(tx, keys, now)
    if (!isCodeCurrent(step, now)) return null
    const until = Math.floor(now.getTime() / 1000) + TICKET_SECONDS
    return `${until}.${signed(ctx.vault, ticketText(rapatId, until))}`
  })
}

function isTicketGood(ctx: CheckInContext, rapatId: string, ticket: string): boolean {
  const [, digits = '', signature = ''] = /^(\d{1,12})\.([A-Za-z0-9_-]{43})$/.exec(ticket) ?? []
  const until = Number(digits)
  return (
    signature !== '' &&
    until * 1000 > ctx.clock.now().getTime() &&
    isRight(ctx.vault, ticketText(rapatId, until), signature)
  )
}

/** What the page of the code says to who opens it; reading it marks nobody. */
export async function checkInDoor(
  ctx: CheckInContext,
  actor: Actor | null,
  params: { rapatId: string; ticket: string },
): Promise<CheckInDoor> {
  const { rapatId, ticket } = params
  if (!isRowId(rapatId) || !isTicketGood(ctx, rapatId, ticket))
    return { state: 'stale', rapat: null, who: null }
  const { db } = ctx.database
  const rapat = await findRapat(db, rapatId)
  if (rapat === null) return { state: 'stale', rapat: null, who: null }
  const { title, date, startTime, plannedMinutes, place } = rapat
  return {
    state: takesAttendance(rapat).ok ? 'open' : 'closed',
    rapat: { title, date, startTime: startTime?.slice(0, 5) ?? null, plannedMinutes, place },
    who: await whoOf(ctx, db, actor, rapat),
  }
}

async function whoOf(ctx: ServiceContext, db: Queryable, actor: Actor | null, rapat: RapatRow) {
  if (actor === null || !may(actor, 'attendance.check-in', subjectOf(rapat))) return null
  const today = await todayOf(ctx)
  const person = (await personRefs(db, [actor.personId], rapat.date ?? today)).get(actor.personId)
  if (person === undefined) return null
  const rows = await listAttendance(db, rapat.id)
  const own = rows.find(row => row.personId === actor.personId && row.presence === 'hadir')
  return {
    name: person.name,
    note: person.jabatan ?? '',
    isMarked: own !== undefined,
    arrivedAt: own?.arrivedAt ?? null,
  }
}

/**
 * Marks who is signed in as present: an OPD that they lead, or themselves. Once: who is marked stays as they are.
 * Throws `conflict` for a ticket that is over.
 */
export async function checkIn(
  ctx: CheckInContext,
  actor: Actor | null,
  input: { rapatId: string; ticket: string },
): Promise<void> {
  const now = ctx.clock.now()
  const today = await todayOf(ctx)
  await inTransaction(ctx, async tx => {
    const rapat = await lockedRapatFor(tx, actor, 'attendance.check-in', input.rapatId)
    requireOpenList(rapat)
    if (actor === null || !isTicketGood(ctx, rapat.id, input.ticket))
      throw new AppError('conflict', 'check-in ticket')
    const { personId } = actor
    const heads = await ledBy(tx, actor, rapat, today)
    for (const key of heads.length > 0 ? heads : [personKey(personId)]) {
      const row = await rowOf(tx, rapat, key)
      if (row?.presence === 'hadir') continue
      const changes = {
        presence: 'hadir' as const,
        way: 'code' as const,
        markedBy: personId,
        arrivedAt: row?.arrivedAt ?? now,
        leftAt: null,
      }
      await writeRow(tx, rapat, { key, revision: row?.revision ?? 0, today, now, changes }, true)
      await recordAudit(tx, {
        at: now,
        actorId: personId,
        action: 'attendance.check-in',
        rapatId: rapat.id,
        subjectId: key.slice(key.indexOf(':') + 1),
      })
    }
  })
}

/**
 * Puts somebody without an account on the list, who then waits for an organiser. The same person twice is there once.
 * Throws `conflict` for a ticket that is over, `rate-limited` for too many from one network.
 */
export async function registerWalkIn(
  ctx: CheckInContext,
  params: { address: string },
  input: RegisterWalkInInput,
): Promise<void> {
  const now = ctx.clock.now()
  const { ticket, nikConfirmed, ...person } = input
  if (!isTicketGood(ctx, person.rapatId, ticket)) throw new AppError('conflict', 'check-in ticket')
  guardNik({ name: person.name, jabatan: person.jabatan, agency: person.agency }, nikConfirmed)
  await inTransaction(ctx, async tx => {
    await requireAttempt(tx, [limitedKey(FORMS, 'walk-in', limitedAddress(params.address))], now, 'walk-in')
    const rapat = await findRapat(tx, person.rapatId)
    if (rapat === null) throw new AppError('not-found', 'walk-in')
    requireOpenList(rapat)
    if ((await countWaiting(tx, rapat.id)) >= MAX_WAITING) throw new AppError('rate-limited', 'walk-ins')
    const id = newId(now.getTime())
    const isNew = await insertAttendance(tx, {
      id,
      kind: 'walk-in',
      ...person,
      way: 'code',
      arrivedAt: now,
      createdAt: now,
    })
    if (!isNew) return
    await recordAudit(tx, {
      at: now,
      actorId: null,
      action: 'attendance.walk-in',
      rapatId: rapat.id,
      subjectId: id,
      details: { confirmed: false },
    })
  })
}
