import { findNotulaContent, listFileRows, listOpdRows, listReachable, type RapatRow } from '@mufakat/db'
import { type NotulaContent, namedIndicators } from '@mufakat/doc-model'
import { pangkatLine } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { figuresOf } from '../angka/figures'
import { attendanceRecord } from '../attendance/list'
import type { AttendanceEntry } from '../attendance/views'
import type { ServiceContext } from '../context'
import { personRefs } from '../people'
import { carriedTindakLanjut } from '../series/carried'
import { todayOf } from '../settings/today'
import { type AttendanceLine, isKept, type NotulaFacts, PICTURES, type Signer } from './facts'

const lineOf = (entry: AttendanceEntry): AttendanceLine => ({
  name: entry.name ?? '',
  nip: entry.nip,
  jabatan: entry.jabatan || null,
  agency: entry.agency,
  phone: entry.phone,
  presence: entry.presence,
  representedBy: entry.deputy?.name ?? null,
  arrivedAt: entry.arrivedAt,
})

/** Who is expected and who came, as the list stands now: first the OPD, then people for themselves. */
export async function attendanceNow(ctx: ServiceContext, rapatId: string): Promise<AttendanceLine[]> {
  const { opd, people } = await attendanceRecord(ctx.database.db, rapatId, await todayOf(ctx))
  return [...opd, ...people].map(lineOf)
}

/** A notula as its rows are now: a draft. */
export async function factsFromRows(ctx: ServiceContext, rapat: RapatRow): Promise<NotulaFacts> {
  const { db } = ctx.database
  const day = rapat.date ?? (await todayOf(ctx))
  const stored = await findNotulaContent(db, rapat.id)
  if (stored === null) throw new AppError('unavailable', `no content of rapat ${rapat.id}`)
  // Written by projectNotula alone, from the document model's own reading.
  const content = JSON.parse(stored.content) as NotulaContent
  const officers = [rapat.chairId, rapat.notulisId].flatMap(id => id ?? [])
  const [people, reachable, opd, attendance, carried, files, figures] = await Promise.all([
    personRefs(db, officers, day),
    listReachable(db, officers),
    listOpdRows(db),
    attendanceNow(ctx, rapat.id),
    carriedTindakLanjut(db, rapat.id),
    listFileRows(db, { kind: 'rapat', id: rapat.id }),
    figuresOf(
      db,
      rapat,
      namedIndicators(content).map(({ id }) => id),
      ctx.clock.now(),
    ),
  ])
  const signer = (id: string | null): Signer | null => {
    const person = people.get(id ?? '')
    if (person === undefined) return null
    const { name, jabatan } = person
    const { nip = null, golongan = null } = reachable.find(one => one.id === person.id) ?? {}
    const rank = golongan && pangkatLine(golongan)
    return { name, jabatan: jabatan ?? '', rank, nip, ratifiedAt: null }
  }
  const names = new Map(opd.map(one => [one.id, one.name]))
  return {
    title: rapat.title,
    date: rapat.date,
    start: rapat.startTime?.slice(0, 5) ?? null,
    place: rapat.place,
    content,
    opd: names,
    // One file is for whoever may take it: of a draft it says what everybody may know (domain, SK6).
    figures: new Map([...figures].flatMap(([id, one]) => (one.isPublic ? [[id, one.figure] as const] : []))),
    chair: signer(rapat.chairId),
    notulis: signer(rapat.notulisId),
    invitedOpd: opd.filter(one => rapat.invitedOpdIds.includes(one.id)).map(one => one.name),
    attendance: isKept(attendance) ? attendance : [],
    carried,
    pictures: files
      .filter(file => file.removedAt === null && PICTURES.includes(file.kind))
      .map(({ id, name, storedName }) => ({ id, name, storedName }))
      .reverse(),
    koreksi: [],
    seal: null,
  }
}
