import { listActivePeople, listOpdRows, type Queryable, type StoredMention } from '@mufakat/db'
import { type Actor, type CardSubject, may, type Tanggal } from '@mufakat/domain'
import { actorsOf } from '../actors'
import { mentionsIn } from '../komentar/mentions'

/** Whether who leads this OPD reads the card. */
const opdReads = (opdId: string, subject: CardSubject): boolean =>
  may({ personId: '', role: 'kepala_opd', opdId }, 'kartu.read', subject)

/** Whom a comment names with an @, as far as they may read it (domain, BD6). */
export async function mentionsOnCard(
  db: Queryable,
  actor: Actor,
  text: string,
  subject: CardSubject,
  today: Tanggal,
): Promise<StoredMention[]> {
  const named = await mentionsIn(db, actor, text)
  const people = named.filter(({ kind }) => kind === 'person').map(({ id }) => id)
  const actors = await actorsOf(db, people, today)
  return named.filter(({ kind, id }) =>
    kind === 'opd' ? opdReads(id, subject) : may(actors.get(id) ?? null, 'kartu.read', subject),
  )
}

/** Names that a comment can tell: OPD that read the card, then people. */
export async function namesOnCard(
  db: Queryable,
  actor: Actor,
  subject: CardSubject,
  today: Tanggal,
): Promise<string[]> {
  const opds = (await listOpdRows(db)).filter(({ id, active }) => active && opdReads(id, subject))
  const people = may(actor, 'people.read') ? await listActivePeople(db) : []
  const actors = await actorsOf(
    db,
    people.map(({ id }) => id),
    today,
  )
  const readers = people.filter(({ id }) => may(actors.get(id) ?? null, 'kartu.read', subject))
  return [...opds.map(({ shortName }) => shortName), ...readers.map(({ name }) => name)]
}
