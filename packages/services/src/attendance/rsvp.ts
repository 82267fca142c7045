import { listHoldings, listOpdRows, type Queryable, type RapatRow } from '@mufakat/db'
import {
  type Actor,
  mainHoldingOf,
  may,
  namesDeputy,
  opdIdsOf,
  predecessorsOf,
  takesRsvp,
} from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { authorise, inTransaction, type ServiceContext } from '../context'
import { headsOf, personRefs } from '../people'
import { guardNik } from '../personal-data/nik-guard'
import { lockedRapatFor, rapatFor, subjectOf } from '../rapat-access'
import { todayOf } from '../settings/today'
import type { PersonRef } from '../views'
import { attendanceEntries, opdKey, personKey } from './entries'
import type { AnswerRsvpInput } from './inputs'
import { deputyMissing, deputyOf, rowOf, writeRow } from './row'
import type { RsvpLine, RsvpView } from './views'

/** Lines of the invited OPD that a person leads on the day, by whatever holding. */
export async function ledBy(db: Queryable, actor: Actor, rapat: RapatRow, today: string): Promise<string[]> {
  const heads = await headsOf(db, rapat.invitedOpdIds, rapat.date ?? today)
  return [...heads].filter(([, head]) => head.id === actor.personId).map(([id]) => opdKey(id))
}

/**
 * The lines that a person answers for: every invited OPD that is theirs (or whose place theirs has taken) or that they
 * lead, and themselves as chair, notulis or guest.
 */
export async function ownKeys(
  db: Queryable,
  actor: Actor,
  rapat: RapatRow,
  today: string,
): Promise<string[]> {
  const { personId, role } = actor
  const theirs = new Set<string>()
  if (role !== 'tamu') {
    const all = await listOpdRows(db)
    for (const opdId of opdIdsOf(actor))
      for (const id of [opdId, ...predecessorsOf(all, opdId).map(one => one.id)]) theirs.add(id)
  }
  const leads = await ledBy(db, actor, rapat, today)
  const opd = rapat.invitedOpdIds.filter(id => theirs.has(id) || leads.includes(opdKey(id))).map(opdKey)
  const isOwnLine =
    leads.length === 0 &&
    (rapat.chairId === personId ||
      rapat.notulisId === personId ||
      rapat.guestIds.some(guest => guest.personId === personId))
  return isOwnLine ? [...opd, personKey(personId)] : opd
}

/** People of an OPD beside its head, by name: who could come instead. */
async function candidatesOf(db: Queryable, opdId: string, headId: string | null, day: string) {
  const holdings = await listHoldings(db, { on: day, opdIds: [opdId] })
  const ids = [...new Set(holdings.map(one => one.personId))].filter(id => id !== headId)
  const main = await listHoldings(db, { on: day, personIds: ids })
  const inOpd = ids.filter(id => mainHoldingOf(main, id, day)?.opdId === opdId)
  const people: PersonRef[] = [...(await personRefs(db, inOpd, day)).values()]
  return people.sort((a, b) => a.name.localeCompare(b.name, 'id'))
}

/** What a person may answer, and has answered. */
export async function readRsvp(ctx: ServiceContext, actor: Actor | null, rapatId: string): Promise<RsvpView> {
  const { db } = ctx.database
  const rapat = await rapatFor(db, actor, 'undangan.read', rapatId)
  if (actor === null || !may(actor, 'rsvp.answer', subjectOf(rapat))) return { isOpen: false, own: [] }
  const today = await todayOf(ctx)
  const keys = await ownKeys(db, actor, rapat, today)
  const { opd, people } = await attendanceEntries(db, rapat, today, false)
  const own: RsvpLine[] = []
  for (const entry of [...opd, ...people]) {
    if (!keys.includes(entry.key)) continue
    const { key, revision, name, jabatan, rsvp, rsvpReason, deputy } = entry
    const candidates =
      entry.opd === null || entry.as !== null
        ? []
        : await candidatesOf(db, entry.opd.id, entry.personId, rapat.date ?? today)
    own.push({
      key,
      revision,
      opd: entry.as === null ? entry.opd : null,
      name,
      jabatan,
      answer: rsvp,
      deputy: deputy && {
        id: candidates.some(one => one.id === deputy.id) ? deputy.id : null,
        name: deputy.name,
        jabatan: deputy.jabatan,
      },
      reason: rsvpReason,
      candidates,
    })
  }
  return { isOpen: takesRsvp(rapat).ok, own }
}

/**
 * Says whether somebody comes: for oneself, for one's OPD, or, as an organiser or notulis, for anybody who is expected.
 * `conflict` when it is too early or too late for an answer.
 */
export async function answerRsvp(
  ctx: ServiceContext,
  actor: Actor | null,
  input: AnswerRsvpInput,
): Promise<void> {
  const now = ctx.clock.now()
  const today = await todayOf(ctx)
  await inTransaction(ctx, async tx => {
    const rapat = await lockedRapatFor(tx, actor, 'undangan.read', input.rapatId)
    const isForAll = may(actor, 'attendance.edit', subjectOf(rapat))
    authorise(actor, isForAll ? 'attendance.edit' : 'rsvp.answer', subjectOf(rapat))
    const { answer, key, revision } = input
    if (!isForAll && !(await ownKeys(tx, actor, rapat, today)).includes(key))
      throw new AppError('not-found', 'rsvp')
    const open = takesRsvp(rapat)
    if (!open.ok) throw new AppError(open.error, 'rsvp')
    const { deputyName, deputyJabatan, reason } = input
    guardNik({ deputyName, deputyJabatan, reason }, input.nikConfirmed)
    const isDeputed = answer === 'diwakilkan'
    const deputy = isDeputed
      ? await deputyOf(tx, rapat, input, today)
      : { deputyId: null, deputyName: null, deputyNip: null, deputyJabatan: '' }
    if (!namesDeputy(answer, deputy.deputyName)) throw deputyMissing()
    const marked = (await rowOf(tx, rapat, key))?.presence === 'diwakilkan'
    await writeRow(tx, rapat, {
      key,
      revision,
      today,
      now,
      changes: {
        rsvp: answer,
        rsvpReason: answer === 'izin' ? reason : '',
        rsvpAt: now,
        // Somebody who came for them stays named.
        ...(marked && !isDeputed ? {} : deputy),
      },
    })
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'rsvp.answer',
      rapatId: rapat.id,
      subjectId: key.slice(key.indexOf(':') + 1),
      details: { answer },
    })
  })
}
