import {
  findStateAt,
  listLogRows,
  listRescueOutcomes,
  putRescueOutcome,
  type Queryable,
  type RapatRow,
  type Tx,
} from '@mufakat/db'
import { bringSentenceBack, type Rescue, RescueFinder, readNotula } from '@mufakat/doc-model'
import { type Actor, may } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { decodeParts } from '@mufakat/protocol'
import { recordAudit } from '../audit'
import { inTransaction, type ServiceContext } from '../context'
import type { SettleRescueInput } from '../inputs'
import { lockedRapatFor, rapatFor, subjectOf } from '../rapat-access'
import { appendEdit } from './append-edit'
import { documentAt, headOf } from './document-at'
import { namesOf, peopleOfLeases } from './read-history'
import type { RescueView } from './views'

/**
 * Kalimat terselamatkan: sentences that are offered back to this person, newest first. To those who wrote and who
 * deleted, and to the notulis; until somebody brings it back, or this person has let it go.
 */
export async function rescues(
  ctx: ServiceContext,
  actor: Actor | null,
  rapatId: string,
): Promise<RescueView[]> {
  const { db } = ctx.database
  const row = await rapatFor(db, actor, 'riwayat.read', rapatId)
  // Where nothing can be brought back nothing is offered.
  if (!may(actor, 'riwayat.restore', subjectOf(row))) return []
  const { offered, moments } = await offersTo(db, row, actor?.personId ?? '')
  if (offered.length === 0) return []
  const head = await headOf(db, row.documentId)
  const doc = await documentAt(db, head, head.seq)
  const titles = new Map(readNotula(doc).items.map(item => [item.id, item.title]))
  const names = await namesOf(
    db,
    offered.flatMap(({ writer, deleter }) => [writer, deleter]),
  )
  const views = offered.flatMap((rescue): RescueView[] => {
    const [writer, deleter] = [names.get(rescue.writer), names.get(rescue.deleter)]
    if (writer === undefined || deleter === undefined) return []
    const { key, before, words, after, state, lost, itemId } = rescue
    const item = titles.get(itemId) ?? doc.getText(`title:${itemId}`).toString()
    const at = moments.get(rescue.deletedAt) ?? null
    return [{ key, before, words, after, state, lost, item, at, writer, deleter }]
  })
  doc.destroy()
  return views
}

/** Brings an offered sentence back as an edit of this person, or lets it go. */
export async function settleRescue(
  ctx: ServiceContext,
  actor: Actor | null,
  input: SettleRescueInput,
): Promise<void> {
  const { db } = ctx.database
  const row = await rapatFor(db, actor, 'riwayat.restore', input.rapatId)
  const { offered, lineage } = await offersTo(db, row, actor?.personId ?? '')
  const rescue = offered.find(({ key }) => key === input.key)
  if (rescue === undefined) throw new AppError('not-found', input.key)
  const isBack = async (tx: Tx): Promise<boolean> =>
    (await listRescueOutcomes(tx, row.documentId)).some(
      ({ key, outcome }) => key === input.key && outcome === 'restored',
    )
  const settle = (tx: Tx) => settled(tx, ctx, actor, row, input)
  const seq =
    input.outcome === 'restored'
      ? await appendEdit(ctx, actor, {
          rapatId: input.rapatId,
          action: 'riwayat.restore',
          lineage,
          edit: doc => {
            if (!bringSentenceBack(doc, rescue)) throw new AppError('conflict', 'the words are gone')
          },
          isDone: isBack,
          also: settle,
        })
      : null
  if (seq !== null) return
  await inTransaction(ctx, async tx => {
    await lockedRapatFor(tx, actor, 'riwayat.restore', input.rapatId)
    if (await isBack(tx)) throw new AppError('not-found', input.key)
    await settle(tx)
  })
}

async function settled(
  tx: Tx,
  ctx: ServiceContext,
  actor: Actor | null,
  { id, documentId }: RapatRow,
  { key, outcome }: SettleRescueInput,
): Promise<void> {
  const at = ctx.clock.now()
  const personId = actor?.personId ?? ''
  await putRescueOutcome(tx, { documentId, key, personId, outcome, at })
  await recordAudit(tx, {
    at,
    actorId: personId,
    action: 'riwayat.rescue',
    rapatId: id,
    subjectId: key,
    details: { outcome },
  })
}

/** What is offered to a person, from which history, and when each row was committed. */
async function offersTo(
  db: Queryable,
  { documentId, notulisId }: RapatRow,
  personId: string,
): Promise<{ offered: Rescue[]; lineage: string; moments: ReadonlyMap<number, Date> }> {
  const head = await headOf(db, documentId)
  const { lineage } = head
  const [rows, leases, outcomes] = await Promise.all([
    listLogRows(db, { documentId, after: 0, upTo: head.seq }),
    peopleOfLeases(db, documentId),
    listRescueOutcomes(db, documentId),
  ])
  const moments = new Map(rows.map(({ seq, at }) => [seq, at]))
  const authored = rows.map(({ seq, parts }) => ({
    seq,
    parts: decodeParts(parts).map(({ lease, base, bytes }) => ({
      base,
      bytes,
      person: leases.get(lease) ?? '',
    })),
  }))
  if (!authored.some(hasLag)) return { offered: [], lineage, moments }
  const begins = (rows[0]?.seq ?? 1) - 1
  const base = begins > 0 ? await findStateAt(db, { documentId, lineage, seq: begins }) : null
  const found = new RescueFinder(base?.state ?? null).take(authored).find()
  const isSettled = ({ key }: Rescue): boolean =>
    outcomes.some(other => other.key === key && (other.outcome === 'restored' || other.personId === personId))
  const offered = found.filter(
    rescue => [rescue.writer, rescue.deleter, notulisId].includes(personId) && !isSettled(rescue),
  )
  return { offered, lineage, moments }
}

/** Somebody wrote without having seen the row before: only then two can have been at it at once. */
const hasLag = ({ seq, parts }: { seq: number; parts: readonly { base: number }[] }): boolean =>
  parts.length > 1 || parts.some(({ base }) => base < seq - 1)
