import { findPeople, listKoreksiRows, listOpdRows, listSealedRecords } from '@mufakat/db'
import { type Actor, approvalRoleOf, type KoreksiChange, may } from '@mufakat/domain'
import { inTransaction, type ServiceContext } from '../context'
import { rapatFor, subjectOf } from '../rapat-access'
import { recordText, sealedItems } from '../sealing/sealed-text'
import { koreksiState, linesNow, signersOf } from './koreksi'
import { approvalViews, recordView } from './read-review'
import { approvalsOf } from './state'
import type { KoreksiPage, KoreksiView } from './views'

/** Corrections of a sealed notula, and its lines as they hold now; empty where nothing is sealed. */
export async function koreksiOf(
  ctx: ServiceContext,
  actor: Actor | null,
  rapatId: string,
): Promise<KoreksiPage> {
  const now = ctx.clock.now()
  return inTransaction(ctx, async tx => {
    const rapat = await rapatFor(tx, actor, 'notula.read', rapatId)
    const subject = subjectOf(rapat)
    const records = await listSealedRecords(tx, rapatId)
    const [record] = records
    const opd = (await listOpdRows(tx)).map(({ id, name, shortName }) => ({ id, name, shortName }))
    if (record === undefined) return { koreksi: [], mayPropose: false, items: [], opd }
    const items = sealedItems(recordText(record).bagian.naskah.isi)
    const titles = new Map(items.flatMap(item => item.lines.map(line => [line.lineId, item.title] as const)))
    const signers = await signersOf(tx, rapat, record, now)
    const people = await findPeople(
      tx,
      [signers.chairId, signers.notulisId].flatMap(id => id ?? []),
    )
    const nameOf = (id: string | null) => people.find(one => one.id === id)?.name ?? null
    const maySign = may(actor, 'koreksi.approve', { ...subject, ...signers })
    const mayPropose = may(actor, 'koreksi.propose', subject)
    const office = actor === null ? null : approvalRoleOf(actor.personId, signers)
    const rows = await listKoreksiRows(tx, rapatId, ['diajukan', 'disahkan', 'dikembalikan'])
    const koreksi: KoreksiView[] = []
    for (const row of rows) {
      const { id, number, state, reason, note, proposedAt } = row
      const isOpen = state === 'diajukan'
      const standing = koreksiState(row, record)
      const given = (await approvalsOf(tx, { rapatId, number })).filter(
        one => one.contentHash === standing.contentHash,
      )
      const approvals = approvalViews(given, state === 'disahkan' ? null : standing, signers)
      const sealed = state === 'disahkan' ? records.find(one => one.number === number) : undefined
      koreksi.push({
        ...{ id, number, state, reason, note, proposedAt, approvals },
        // Written by proposeKoreksi alone.
        changes: (JSON.parse(row.changes) as KoreksiChange[]).map(change => ({
          ...change,
          item: titles.get(change.lineId) ?? '',
        })),
        hash: standing.contentHash,
        proposedBy: row.proposedByName,
        signers: { pimpinan: nameOf(signers.chairId), notulis: nameOf(signers.notulisId) },
        record: sealed === undefined ? null : recordView(sealed),
        allowed: {
          withdraw: isOpen && mayPropose,
          sendBack: isOpen && maySign,
          approveAs:
            isOpen && maySign && !approvals.some(one => one.role === office && one.stands) ? office : null,
        },
      })
    }
    const holding = linesNow(records)
    return {
      koreksi,
      mayPropose: mayPropose && !koreksi.some(one => one.state === 'diajukan'),
      items: items.map(({ title, lines }) => ({
        title,
        lines: lines.map(line => ({ ...line, facts: holding.get(line.lineId) ?? line.facts })),
      })),
      opd,
    }
  })
}
