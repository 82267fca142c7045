import type { Database } from '@mufakat/db'
import type { Actor, Role } from '@mufakat/domain'
import { defined, newId } from '@mufakat/kernel'
import {
  acceptTindakLanjut,
  approveNotula,
  notulaReview,
  readAttendance,
  readBack,
  seedDemo,
  submitNotula,
} from '@mufakat/services'
import { TEST_NOW } from './portal'

/** Ids of what can be named in a form about the ratified rapat. */
export interface SealedRapat {
  readonly rapatId: string
  readonly itemId: string
  readonly lineId: string
  /** Of the tindak lanjut, as it was accepted. */
  readonly hash: string
  readonly fileId: string
  readonly opdId: string
  /** A line of the attendance list. */
  readonly key: string
  readonly revision: number
  /** Revision of the row of the rapat. */
  readonly rapatRevision: number
  readonly headSeq: number
  readonly contentHash: string
  readonly partsHash: string
}

/** Whoever could change something, by what they are to the rapat. */
export const SEALED_PEOPLE = [
  'sekretariat',
  'wabup',
  'admin',
  'kepala.perkim',
  'staf.perkim',
  'tamu',
] as const

export async function demoActor(database: Database, login: string): Promise<Actor> {
  const [row] = await database.sql<{ id: string; role: Role; opd_id: string | null }[]>`
    select p.id, p.role, j.opd_id from person p
    left join jabatan_holding h on h.person_id = p.id
    left join jabatan j on j.id = h.jabatan_id
    where p.email = ${`${login}@demo.local`}`
  const { id: personId, role, opd_id: opdId } = defined(row, login)
  return { personId, role, opdId }
}

/** The demo's last rakor, which was held and minuted, ratified by its notulis and its chair, with all that is sealed. */
export async function sealDemoRakor(services: Parameters<typeof submitNotula>[0]): Promise<SealedRapat> {
  const { database } = services
  await seedDemo(services)
  const [notulis, chair] = [await demoActor(database, 'sekretariat'), await demoActor(database, 'wabup')]
  const [{ id: rapatId } = { id: '' }] = await database.sql<{ id: string }[]>`
    select id from rapat where status = 'selesai' and notula_state = 'draf'`
  const fileId = newId()
  await database.sql`insert into file (id, subject_kind, subject_id, kind, name, stored_name, size, sha256,
      thumbnail_size, added_by, added_at)
    values (${fileId}, 'rapat', ${rapatId}, 'pdf', 'paparan.pdf', ${'a'.repeat(32)}, 4, ${Buffer.alloc(32)}, 0,
      ${notulis.personId}, ${TEST_NOW})`
  const { items } = await readBack(services, notulis, rapatId)
  const item = defined(
    items.find(one => one.tindakLanjut.length > 0),
    'an item with a tindak lanjut',
  )
  const { lineId, hash, owner } = defined(item.tindakLanjut[0], 'a tindak lanjut')
  await acceptTindakLanjut(services, notulis, { rapatId, lineId, hash, saidBy: 'Kepala dinas' })
  const [first] = (await readAttendance(services, notulis, rapatId)).opd
  const { key, revision } = defined(first, 'a line of the list')
  await submitNotula(services, notulis, { rapatId })
  const seen = async (actor: Actor) =>
    defined((await notulaReview(services, actor, rapatId)).approving, 'something to approve')
  const { headSeq, contentHash, partsHash } = await seen(notulis)
  for (const actor of [notulis, chair]) {
    const { at: _, ...approved } = await seen(actor)
    await approveNotula(services, actor, { rapatId, ...approved })
  }
  const [{ n: rapatRevision } = { n: 0 }] = await database.sql<{ n: number }[]>`
    select revision as n from rapat where id = ${rapatId}`
  const opdId = defined(owner, 'an owner').id
  const line = { rapatId, itemId: item.itemId, lineId, hash, fileId, opdId, key, revision, rapatRevision }
  return { ...line, headSeq, contentHash, partsHash }
}
