import { findHead, findRapat, openDatabase } from '@mufakat/db'
import { appendLines, listItems, readNotula, removeItem } from '@mufakat/doc-model'
import type { Actor } from '@mufakat/domain'
import type { FileStore } from '@mufakat/files'
import { defined, newId } from '@mufakat/kernel'
import type { MailingContext } from '../account/mail'
import { inTransaction } from '../context'
import { nameVersion } from '../history/versions'
import { keepPaper } from '../papers/make'
import { projectNotula } from '../project-notula'
import { editPeserta, setRapatStatus } from '../rapat-write'
import { acceptTindakLanjut, readBack } from '../read-back'
import { insertWithin } from '../signed-copy/add'
import { makeIndicator, sayValue } from '../test-indicator'
import {
  fileContext,
  makeOrganisation,
  makeRapat,
  type TestClock,
  type TestOrganisation,
} from '../test-organisation'
import { TestWriter } from '../test-writer'
import { approveNotula } from './approve'
import { approveKoreksi, proposeKoreksi } from './koreksi'
import { koreksiOf } from './read-koreksi'
import { notulaReview } from './read-review'
import { submitNotula } from './review'

export type ReviewContext = MailingContext & { readonly clock: TestClock }

/** A rapat that was held, with a written notula; wabup leads it, sekretariat writes. */
export interface HeldRapat {
  readonly ctx: ReviewContext
  readonly organisation: TestOrganisation
  readonly rapatId: string
  readonly documentId: string
  readonly chair: Actor
  readonly notulis: Actor
  /** The notulis with the notula open. */
  readonly writer: TestWriter
}

export async function heldRapat(ctx: ReviewContext, organisation?: TestOrganisation): Promise<HeldRapat> {
  const people = organisation ?? (await makeOrganisation(ctx.database))
  const [chair, notulis] = [people.actor('pimpinan'), people.actor('sekretariat')]
  const rapatId = await makeRapat(ctx, people, {
    chairId: chair.personId,
    notulisId: notulis.personId,
    agenda: [
      { title: 'Pembukaan', minutes: 10, presenter: null },
      { title: 'Lain-lain', minutes: null, presenter: 'Sekda' },
    ],
  })
  await editPeserta(ctx, notulis, {
    rapatId,
    invitedOpdIds: [people.ownOpd],
    guests: [{ personId: people.actor('tamu').personId, canWrite: true }],
  })
  for (const status of ['berlangsung', 'selesai'] as const)
    await setRapatStatus(ctx, notulis, { rapatId, status })
  const { documentId } = defined(await findRapat(ctx.database.db, rapatId), 'rapat')
  const writer = await TestWriter.open(ctx, documentId, notulis.personId)
  appendLines(writer.doc, writer.text(), [
    { id: `p-${rapatId}`, text: 'Rapat dibuka oleh Wakil Bupati.' },
    { id: `k-${rapatId}`, kind: 'keputusan', text: 'Disetujui 28 lokasi.' },
    {
      id: `t-${rapatId}`,
      kind: 'tindak-lanjut',
      attrs: { owner: people.ownOpd, tenggat: '2026-12-20', prioritas: 'tinggi', strategi: 'c' },
      text: 'Menyusun rencana',
    },
  ])
  appendLines(writer.doc, writer.text(1), [
    { id: `x-${rapatId}`, kind: 'keputusan', text: 'Dicoret nanti.' },
    { id: `z-${rapatId}`, kind: 'tindak-lanjut', attrs: { tenggat: '2026-12-30' }, text: 'Dicoret juga.' },
  ])
  await writer.commit(ctx.clock.now())
  return { ctx, organisation: people, rapatId, documentId, chair, notulis, writer }
}

/** What the projector does once edits have settled. */
export async function takeIn({ ctx, rapatId, documentId, writer }: HeldRapat): Promise<void> {
  const head = defined(await findHead(ctx.database.db, documentId), 'document')
  const content = readNotula(writer.doc)
  await inTransaction(ctx, tx => projectNotula(tx, { rapatId, seq: head.seq, content, now: ctx.clock.now() }))
}

/** What somebody would have on screen now: the newest head, taken in. */
export async function seenBy(held: HeldRapat, actor: Actor) {
  await takeIn(held)
  const { approving } = await notulaReview(held.ctx, actor, held.rapatId)
  return { rapatId: held.rapatId, ...defined(approving, 'something to approve') }
}

export async function approveAs(held: HeldRapat, actor: Actor): Promise<void> {
  await approveNotula(held.ctx, actor, await seenBy(held, actor))
}

/** The same, ratified by both. */
export async function ratifiedRapat(
  ctx: ReviewContext,
  organisation?: TestOrganisation,
  before: (held: HeldRapat) => Promise<void> = async () => undefined,
): Promise<HeldRapat> {
  const held = await heldRapat(ctx, organisation)
  await before(held)
  await submitNotula(ctx, held.notulis, { rapatId: held.rapatId })
  await approveAs(held, held.chair)
  await approveAs(held, held.notulis)
  return held
}

/** A row of a file that somebody attached to a rapat. */
export async function addFileRow(
  test: { readonly ownerUrl: string },
  file: { rapatId: string; personId: string; name: string; sha256: Uint8Array; storedName: string; at: Date },
): Promise<string> {
  const id = newId()
  const owner = openDatabase(test.ownerUrl, { max: 1 })
  const { rapatId, personId, name, sha256, storedName, at } = file
  await owner.sql`insert into file (id, subject_kind, subject_id, kind, name, stored_name, size, sha256, thumbnail_size,
    added_by, added_at) values (${id}, 'rapat', ${rapatId}, 'pdf', ${name}, ${storedName}, 4, ${Buffer.from(sha256)}, 0,
    ${personId}, ${at})`
  await owner.close()
  return id
}

/** What stands beside the notula of a rapat: who was there, what an owner said, and the series that it belongs to. */
async function besideNotula(
  { ctx, organisation, rapatId, notulis, writer }: HeldRapat,
  at: Date,
): Promise<void> {
  const { sql } = ctx.database
  const person = notulis.personId
  const [first, second] = listItems(writer.doc)
  const earlier = await makeRapat(ctx, organisation, { date: '2026-09-15', title: 'Rakor sebelumnya' })
  const [left] = await sql<
    { item_id: string }[]
  >`select item_id from agenda_item where rapat_id = ${earlier} limit 1`
  const seriesId = newId()
  await sql`insert into series (id, name, cadence, dates, title, agenda, created_by, created_at, updated_at)
    values (${seriesId}, 'Rakor', 'triwulan', '[]', 'Rakor [triwulan]', '[]', ${person}, ${at}, ${at})`
  await sql`update rapat set series_id = ${seriesId}, carried_item_id = ${first?.id ?? ''} where id = ${rapatId}`
  await sql`update rapat set series_id = ${seriesId} where id = ${earlier}`
  await sql`insert into agenda_postponement (rapat_id, item_id, reason, by, at)
    values (${earlier}, ${left?.item_id ?? ''}, 'Waktu habis', ${person}, ${at}),
      (${rapatId}, ${second?.id ?? ''}, 'Waktu habis', ${person}, ${at})`
  await sql`insert into carried_agenda (rapat_id, item_id, from_rapat_id, from_item_id)
    values (${rapatId}, ${first?.id ?? ''}, ${earlier}, ${left?.item_id ?? ''})`
  await sql`insert into attendance (id, rapat_id, kind, person_id, name, presence, arrived_at, way, marked_by, phone, created_at)
    values (${newId()}, ${rapatId}, 'person', ${person}, 'Sekretariat', 'hadir', ${at}, 'organiser', ${person},
      '+628123456789', ${at})`
  const [standing] = (await readBack(ctx, notulis, rapatId)).items.flatMap(item => item.tindakLanjut)
  const { lineId, hash } = defined(standing, 'a tindak lanjut')
  await acceptTindakLanjut(ctx, notulis, { rapatId, lineId, hash, saidBy: 'Kepala Dinas Sendiri' })
}

/** A file that stands in the store. */
export interface StoredFile {
  readonly storedName: string
  readonly size: number
  readonly sha256: Uint8Array
}

/**
 * A ratified rapat with everything that can be sealed: files, a named version, what was removed, a Koreksi, the kept PDF of
 * both, and a signed copy.
 */
export async function sealedWithKoreksi(
  ctx: ReviewContext,
  test: { readonly ownerUrl: string },
  files: { readonly kept: StoredFile; readonly signed: StoredFile; readonly store: FileStore } | null = null,
): Promise<HeldRapat> {
  const at = ctx.clock.now()
  const held = await ratifiedRapat(ctx, undefined, async one => {
    const { rapatId, notulis, writer } = one
    const personId = notulis.personId
    const kept = files?.kept ?? { storedName: 'a'.repeat(32), sha256: new Uint8Array(32) }
    await addFileRow(test, { rapatId, personId, name: 'undangan.pdf', at, ...kept })
    const gone = { storedName: 'b'.repeat(32), sha256: new Uint8Array(32) }
    const removed = await addFileRow(test, { rapatId, personId, name: 'salah.pdf', at, ...gone })
    await ctx.database.sql`update file set removed_by = ${personId}, removed_at = ${at} where id = ${removed}`
    await takeIn(one)
    await besideNotula(one, at)
    const indicatorId = await makeIndicator(ctx.database, one.organisation)
    await sayValue(ctx.database, one.organisation, { indicatorId, value: 3_500 })
    const named = { indicator: { id: indicatorId, label: 'Rumah tidak layak huni' } }
    writer.write({ spans: [{ text: 'Tinggal ' }, { embed: named }] })
    await nameVersion(ctx, notulis, { rapatId, name: 'Sebelum diperiksa' })
    removeItem(writer.doc, listItems(writer.doc)[1]?.id ?? '')
    await writer.commit(at)
    await takeIn(one)
  })
  const { rapatId, notulis, chair } = held
  const changes = [{ lineId: `k-${rapatId}`, field: 'text' as const, after: 'Disetujui 27 lokasi.' }]
  await proposeKoreksi(ctx, notulis, { rapatId, reason: 'Salah hitung', changes, nikConfirmed: false })
  for (const actor of [chair, notulis]) {
    const [open] = (await koreksiOf(ctx, actor, rapatId)).koreksi
    const { id: koreksiId, hash } = defined(open, 'an open Koreksi')
    await approveKoreksi(ctx, actor, { rapatId, koreksiId, hash })
  }
  const store = files?.store ?? fileContext(ctx.database, ctx.clock).store
  for (const number of [0, 1])
    await keepPaper({ ...ctx, store, scan: null }, async () => Buffer.from(`%PDF ${number}`), {
      rapatId,
      number,
    })
  const signed = files?.signed ?? { storedName: 'c'.repeat(32), size: 4, sha256: new Uint8Array(32) }
  const copy = { rapatId, number: 0, srikandiNumber: 'T/400/1/2026', actor: notulis, now: at }
  await inTransaction(ctx, tx => insertWithin(tx, copy, signed))
  return held
}
