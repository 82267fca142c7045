import { deleteAttendance, findRapat, insertAttendance, type Queryable, type RapatRow } from '@mufakat/db'
import {
  type Actor,
  areTimesRight,
  may,
  momentIn,
  namesDeputy,
  type Presence,
  quorumOf,
  takesAttendance,
} from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { inTransaction, type ServiceContext } from '../context'
import { guardNik } from '../personal-data/nik-guard'
import { lockedRapatFor, rapatFor, subjectOf } from '../rapat-access'
import { settingOf } from '../settings/settings'
import { todayOf } from '../settings/today'
import { attendanceEntries } from './entries'
import type { AddWalkInInput, CorrectAttendanceInput, MarkAttendanceInput, SettleWalkInInput } from './inputs'
import { deputyMissing, requireOpenList, rowOf, writeRow } from './row'
import type { AttendanceEntry, AttendanceView } from './views'

const isClosed = (rapat: RapatRow): boolean => rapat.notulaState === 'disahkan'

async function viewOf(
  db: Queryable,
  rapat: RapatRow,
  today: string,
): Promise<Omit<AttendanceView, 'allowed'>> {
  const closed = isClosed(rapat)
  const lists = await attendanceEntries(db, rapat, today, closed)
  const { quorumPercent } = await settingOf(db, 'attendance')
  const { zone } = await settingOf(db, 'calendar')
  return {
    rapat: { id: rapat.id, title: rapat.title, date: rapat.date },
    zone,
    ...lists,
    quorum: quorumOf(
      lists.opd.map(entry => entry.presence),
      quorumPercent,
    ),
    isClosed: closed,
    takesMarks: takesAttendance(rapat).ok,
  }
}

/** What is for the organisers alone is left out for everybody else. */
const shownTo = (entry: AttendanceEntry, edits: boolean, contacts: boolean): AttendanceEntry => ({
  ...entry,
  phone: contacts ? entry.phone : null,
  ...(edits ? {} : { nip: null, rsvpReason: '', deputy: entry.deputy && { ...entry.deputy, nip: null } }),
})

/** Who is expected and who is there, for who reads the rapat. Who waits to be confirmed is shown to who confirms. */
export async function readAttendance(
  ctx: ServiceContext,
  actor: Actor | null,
  rapatId: string,
): Promise<AttendanceView> {
  const { db } = ctx.database
  const rapat = await rapatFor(db, actor, 'attendance.read', rapatId)
  const view = await viewOf(db, rapat, await todayOf(ctx))
  const edit = may(actor, 'attendance.edit', subjectOf(rapat))
  const contact = may(actor, 'peserta.contact', subjectOf(rapat))
  const shown = (entries: readonly AttendanceEntry[]) =>
    entries.filter(entry => edit || !entry.isWaiting).map(entry => shownTo(entry, edit, contact))
  return { ...view, opd: shown(view.opd), people: shown(view.people), allowed: { edit, contact } }
}

/**
 * The list whole, as a paper and a seal need it. Asks nobody: its caller has.
 * @param db the transaction that seals it, or the database
 */
export async function attendanceRecord(
  db: Queryable,
  rapatId: string,
  today: string,
): Promise<Omit<AttendanceView, 'allowed'>> {
  const rapat = await findRapat(db, rapatId)
  if (rapat === null) throw new AppError('not-found', 'attendance')
  const view = await viewOf(db, rapat, today)
  return { ...view, people: view.people.filter(entry => !entry.isWaiting) }
}

const subjectIn = (key: string): string => key.slice(key.indexOf(':') + 1)
const isThere = (presence: Presence | null): boolean => presence === 'hadir' || presence === 'diwakilkan'

/** Marks somebody in one press. Who comes while the rapat is on has arrived now; who is not there never did. */
export async function markAttendance(
  ctx: ServiceContext,
  actor: Actor | null,
  input: MarkAttendanceInput,
): Promise<void> {
  const now = ctx.clock.now()
  const today = await todayOf(ctx)
  await inTransaction(ctx, async tx => {
    const rapat = await lockedRapatFor(tx, actor, 'attendance.edit', input.rapatId)
    requireOpenList(rapat)
    const { key, revision, presence } = input
    const row = await rowOf(tx, rapat, key)
    if (!namesDeputy(presence, row?.deputyName ?? null)) throw deputyMissing()
    const arrived = row?.arrivedAt ?? (rapat.status === 'berlangsung' ? now : null)
    await writeRow(tx, rapat, {
      key,
      revision,
      today,
      now,
      changes: {
        presence,
        way: 'organiser',
        markedBy: actor?.personId ?? null,
        ...(isThere(presence) ? { arrivedAt: arrived } : { arrivedAt: null, leftAt: null }),
      },
    })
    await recordAudit(tx, {
      at: now,
      actorId: actor?.personId ?? null,
      action: 'attendance.mark',
      rapatId: rapat.id,
      subjectId: subjectIn(key),
      details: { presence },
    })
  })
}

/** Corrects what is known of somebody: presence, who stands for them, when they came and left. */
export async function correctAttendance(
  ctx: ServiceContext,
  actor: Actor | null,
  input: CorrectAttendanceInput,
): Promise<void> {
  const now = ctx.clock.now()
  const today = await todayOf(ctx)
  await inTransaction(ctx, async tx => {
    const rapat = await lockedRapatFor(tx, actor, 'attendance.edit', input.rapatId)
    requireOpenList(rapat)
    const { key, revision, presence, deputyName, deputyJabatan, deputyNip } = input
    guardNik({ deputyName, deputyJabatan }, input.nikConfirmed)
    if (!namesDeputy(presence, deputyName)) throw deputyMissing()
    const row = await rowOf(tx, rapat, key)
    const { zone } = await settingOf(tx, 'calendar')
    const at = (time: string | null) => (time === null ? null : momentIn(zone, rapat.date ?? today, time))
    const [arrivedAt, leftAt] = [at(input.arrivedAt), at(input.leftAt)]
    if (!areTimesRight(arrivedAt, leftAt))
      throw new AppError('invalid-input', 'times', { fields: { leftAt: 'field.left-before' } })
    // An answer that somebody is represented goes on naming them.
    const isNamed = deputyName !== '' || row?.rsvp !== 'diwakilkan'
    const isSame = deputyName === row?.deputyName
    await writeRow(tx, rapat, {
      key,
      revision,
      today,
      now,
      changes: {
        presence,
        way: 'organiser',
        markedBy: actor?.personId ?? null,
        arrivedAt,
        leftAt,
        ...(isNamed
          ? {
              deputyId: isSame ? (row?.deputyId ?? null) : null,
              deputyName: deputyName || null,
              deputyNip: deputyName === '' ? null : deputyNip,
              deputyJabatan: deputyName === '' ? '' : deputyJabatan,
            }
          : {}),
      },
    })
    await recordAudit(tx, {
      at: now,
      actorId: actor?.personId ?? null,
      action: 'attendance.correct',
      rapatId: rapat.id,
      subjectId: subjectIn(key),
      details: presence === null ? {} : { presence },
    })
  })
}

/** Adds somebody who came without an account; `conflict` when they are on the list. */
export async function addWalkIn(
  ctx: ServiceContext,
  actor: Actor | null,
  input: AddWalkInInput,
): Promise<void> {
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const rapat = await lockedRapatFor(tx, actor, 'attendance.edit', input.rapatId)
    requireOpenList(rapat)
    const { nikConfirmed, ...person } = input
    guardNik({ name: person.name, jabatan: person.jabatan, agency: person.agency }, nikConfirmed)
    const id = newId(now.getTime())
    const isNew = await insertAttendance(tx, {
      id,
      kind: 'walk-in',
      ...person,
      presence: 'hadir',
      way: 'organiser',
      markedBy: actor?.personId ?? null,
      arrivedAt: rapat.status === 'berlangsung' ? now : null,
      confirmedAt: now,
      createdAt: now,
    })
    if (!isNew) throw new AppError('invalid-input', 'walk-in', { fields: { name: 'field.on-the-list' } })
    await recordAudit(tx, {
      at: now,
      actorId: actor?.personId ?? null,
      action: 'attendance.walk-in',
      rapatId: rapat.id,
      subjectId: id,
      details: { confirmed: true },
    })
  })
}

/** Confirms somebody who came without an account, or takes them off the list with all that they have typed. */
export async function settleWalkIn(
  ctx: ServiceContext,
  actor: Actor | null,
  input: SettleWalkInInput,
): Promise<void> {
  const now = ctx.clock.now()
  const today = await todayOf(ctx)
  await inTransaction(ctx, async tx => {
    const rapat = await lockedRapatFor(tx, actor, 'attendance.edit', input.rapatId)
    requireOpenList(rapat)
    const { key, revision, outcome } = input
    const row = key.startsWith('row:') ? await rowOf(tx, rapat, key) : null
    if (row === null) throw new AppError('not-found', 'walk-in')
    if (outcome === 'reject') {
      if (!(await deleteAttendance(tx, { id: row.id, revision }))) throw new AppError('conflict', 'walk-in')
    } else {
      const changes = { presence: 'hadir' as const, confirmedAt: now, markedBy: actor?.personId ?? null }
      await writeRow(tx, rapat, { key, revision, today, now, changes })
    }
    await recordAudit(tx, {
      at: now,
      actorId: actor?.personId ?? null,
      action: outcome === 'reject' ? 'attendance.reject' : 'attendance.confirm',
      rapatId: rapat.id,
      subjectId: row.id,
    })
  })
}
