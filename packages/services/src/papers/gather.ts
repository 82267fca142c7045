import {
  findInvitation,
  findRapat,
  type InvitationRow,
  listAuditOfRapat,
  listSealedRecords,
  type RapatRow,
  type SealedRecordRow,
} from '@mufakat/db'
import { dayIn, type PaperKind, type Tanggal, timeIn, type Zone } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import type { FileContext } from '../files/context'
import { invitationRecord } from '../invitation/letter'
import type { AttendanceLine, NotulaFacts, Signer } from './facts'
import { frameOf } from './frame'
import { factsFromRecords } from './from-record'
import { attendanceNow, factsFromRows } from './from-rows'
import { matriksRows } from './matriks'
import { filesInText, pictureLoader } from './pictures'

/*
 * All that each paper of a rapat says, as plain data: whoever writes papers (`export`) takes it as it is, and the compiler
 * compares both where they meet, in the worker (docs/decisions/0020). Asks nobody: its callers have.
 */

export interface PaperContext extends FileContext {
  /** Origin by which people come. */
  readonly baseUrl: string
}

/** How many pictures are loaded, of how many. */
export type OnPicture = (done: number, all: number) => Promise<void>

/** What is asked of the records alone where there are any (docs/decisions/0017). */
interface World {
  readonly ctx: PaperContext
  readonly rapat: RapatRow
  readonly invitation: InvitationRow | null
  readonly records: readonly SealedRecordRow[]
  readonly frame: Awaited<ReturnType<typeof frameOf>>['frame']
  readonly town: string
  readonly onPicture: OnPicture
}

const dash = (parts: readonly (string | null)[]): string => parts.filter(Boolean).join(', ')
const officer = (signer: Signer | null): string | null =>
  signer === null ? null : dash([signer.name, signer.jabatan])

const signatories = (facts: NotulaFacts) =>
  (
    [
      ['pimpinan', facts.chair],
      ['notulis', facts.notulis],
    ] as const
  ).flatMap(([role, signer]) => (signer === null ? [] : [{ role, ...signer }]))

const attendanceRows = (lines: readonly AttendanceLine[], zone: Zone, isList: boolean) =>
  lines.map(({ arrivedAt, nip, phone, ...line }) => ({
    ...line,
    nip: isList ? nip : null,
    phone: isList ? phone : null,
    arrived: arrivedAt === null ? null : timeIn(zone, arrivedAt),
  }))

/** HH:MM at which the rapat was closed; null where that was not said on its day. */
async function closedAt({ ctx, rapat }: World, zone: Zone): Promise<string | null> {
  const entries = await listAuditOfRapat(ctx.database.db, {
    rapatId: rapat.id,
    actions: ['rapat.set-status'],
    limit: 50,
  })
  const closing = entries.find(entry => entry.details.to === 'selesai')
  return closing !== undefined && dayIn(zone, closing.at) === rapat.date ? timeIn(zone, closing.at) : null
}

const invitedBy = (row: InvitationRow | null) =>
  row === null || row.number === '' ? null : { number: row.number, date: row.letterDate }

function rapatFacts(facts: NotulaFacts, { invitation }: World, end: string | null) {
  const agenda = facts.content.items.map(item => item.title)
  const { title, date, start, place } = facts
  return { title, date, start, end, place: place || null, invitation: invitedBy(invitation), agenda }
}

const namesOf = (facts: NotulaFacts) => ({
  opd: facts.opd,
  jabatan: new Map<string, string>(),
  figures: facts.figures,
})

const standingOf = ({ seal }: NotulaFacts, { ctx }: World) =>
  seal && { code: seal.code, hash: seal.hash, at: seal.at, url: `${ctx.baseUrl}/periksa/${seal.code}` }

const signedAt = ({ seal, date }: NotulaFacts, { town, frame }: World) => ({
  place: town || null,
  date: seal === null ? date : dayIn(frame.zone, seal.ratifiedAt),
})

const factsOf = ({ ctx, rapat, records }: World): Promise<NotulaFacts> =>
  records.length === 0 ? factsFromRows(ctx, rapat) : factsFromRecords(ctx.database.db, records)

const carriedRows = ({ carried }: NotulaFacts) =>
  carried === null
    ? null
    : carried.groups.flatMap(({ opd, lines }) =>
        lines.map(line => ({
          text: line.text,
          owner: dash([opd?.name ?? null, line.jabatan]),
          from: line.rapatTitle,
          tenggat: line.due,
          status: line.status,
          postponed: line.postponements.length,
          remarks: line.postponements.at(-1)?.reason ?? '',
        })),
      )

async function notulaSource(world: World) {
  const { ctx, frame } = world
  const facts = await factsOf(world)
  const end = await closedAt(world, frame.zone)
  const load = pictureLoader(ctx.store, facts.pictures, world.onPicture)
  const shown = filesInText(facts.content)
  const photos: { bytes: Uint8Array | null; caption: string }[] = []
  for (const { id, name } of facts.pictures)
    if (!shown.has(id)) photos.push({ bytes: await load(id), caption: name.replace(/\.[^.]+$/, '') })
  const came = facts.attendance.filter(one => one.presence === 'hadir' || one.presence === 'diwakilkan')
  return {
    ...frame,
    content: facts.content,
    names: namesOf(facts),
    loadPicture: load,
    rapat: rapatFacts(facts, world, end),
    officers: { ketua: officer(facts.chair), sekretaris: null, pencatat: officer(facts.notulis) },
    participants:
      came.length === 0 ? facts.invitedOpd : [...new Set(came.map(one => one.agency || one.name))],
    opening: null,
    closedAt: end,
    carried: carriedRows(facts),
    signatories: signatories(facts),
    signedAt: signedAt(facts, world),
    attendance: attendanceRows(facts.attendance, frame.zone, false),
    photos,
    koreksi: facts.koreksi,
    standing: standingOf(facts, world),
  }
}

async function cuplikanSource(world: World, opdId: string) {
  const facts = await factsOf(world)
  const owns = new Set(
    facts.content.items.flatMap(item =>
      item.lines.filter(line => line.attrs.owner === opdId).map(line => line.id),
    ),
  )
  const isTheirs = (change: { lineId: string; before: string | null; after: string | null }) =>
    owns.has(change.lineId) || change.before === opdId || change.after === opdId
  return {
    ...world.frame,
    content: facts.content,
    names: namesOf(facts),
    rapat: rapatFacts(facts, world, null),
    opd: { id: opdId, name: facts.opd.get(opdId) ?? '' },
    signatories: signatories(facts),
    signedAt: signedAt(facts, world),
    koreksi: facts.koreksi
      .map(one => ({ ...one, changes: one.changes.filter(isTheirs) }))
      .filter(one => one.changes.length > 0),
    standing: standingOf(facts, world),
  }
}

async function beritaAcaraSource(world: World, date: Tanggal) {
  const facts = await factsOf(world)
  return {
    ...world.frame,
    content: facts.content,
    names: namesOf(facts),
    rapat: { ...rapatFacts(facts, world, null), date: facts.date ?? date },
    number: null,
    officers: { ketua: officer(facts.chair), pencatat: officer(facts.notulis) },
    signatories: signatories(facts),
    signedAt: signedAt(facts, world),
    attendance: attendanceRows(facts.attendance, world.frame.zone, false),
    koreksi: facts.koreksi,
    standing: standingOf(facts, world),
  }
}

/** Before it is ratified a list to sign by hand, with telephone numbers; afterwards as it was sealed. */
async function daftarHadirSource(world: World) {
  const { ctx, rapat, frame, records, town } = world
  const facts = await factsOf(world)
  const isSealed = records.length > 0
  const lines = isSealed ? facts.attendance : await attendanceNow(ctx, rapat.id)
  return {
    ...frame,
    rapat: rapatFacts(facts, world, null),
    rows: attendanceRows(lines, frame.zone, true),
    signatories: signatories(facts).slice(0, 1),
    place: town || null,
    wetSignature: !isSealed,
    phones: !isSealed,
    ...(isSealed ? { standing: standingOf(facts, world) } : {}),
  }
}

async function undanganSource(world: World) {
  const { ctx, rapat, frame, town, invitation } = world
  const { letter, invited, rapat: facts } = await invitationRecord(ctx, rapat, invitation)
  const { signer } = letter
  return {
    ...frame,
    rapat: {
      title: facts.title,
      date: facts.date,
      start: facts.startTime,
      end: null,
      place: facts.place || null,
      invitation: invitedBy(invitation),
      agenda: facts.agenda,
    },
    place: town,
    date: letter.letterDate ?? dayIn(frame.zone, frame.madeAt),
    number: letter.number || null,
    nature: letter.nature,
    attachments: letter.attachments || null,
    subject: letter.subject || null,
    recipients: invited.map(({ opd, person }) =>
      opd === null ? (person?.name ?? '') : (person?.jabatan ?? opd.name),
    ),
    basis: letter.basis || null,
    notes: letter.note.split('\n').filter(line => line.trim() !== ''),
    closing: null,
    signatory: {
      jabatan: signer.title,
      name: signer.name ?? '',
      rank: signer.rank || null,
      nip: signer.nip,
    },
    copies: letter.copies,
    isDraft: rapat.status === 'draf',
  }
}

async function matriksSource(world: World) {
  const { ctx, rapat, frame, records, invitation } = world
  return {
    ...frame,
    scope: rapat.title,
    today: dayIn(frame.zone, frame.madeAt),
    rows: await matriksRows(ctx.database.db, rapat, records, {
      number: invitation?.number ?? '',
      zone: frame.zone,
    }),
  }
}

/** What a paper of a rapat says. */
export async function gatherPaper(
  ctx: PaperContext,
  wish: { readonly rapatId: string; readonly kind: PaperKind; readonly opdId: string | null },
  {
    madeAt,
    upTo = Number.POSITIVE_INFINITY,
    onPicture = async () => undefined,
  }: {
    /** The moment that stands in the file. */
    madeAt: Date
    /** Of a kept PDF: the last record that it tells of; left out, all of them. */
    upTo?: number
    onPicture?: OnPicture
  },
) {
  const { db } = ctx.database
  const rapat = await findRapat(db, wish.rapatId)
  if (rapat === null) throw new AppError('not-found', 'paper')
  const [invitation, records, frame] = await Promise.all([
    findInvitation(db, rapat.id),
    listSealedRecords(db, rapat.id),
    frameOf(db, madeAt),
  ])
  const known = records.filter(record => record.number <= upTo)
  const world: World = { ctx, rapat, invitation, records: known, onPicture, ...frame }
  switch (wish.kind) {
    case 'notula':
      return { kind: wish.kind, input: await notulaSource(world) }
    case 'cuplikan':
      return { kind: wish.kind, input: await cuplikanSource(world, wish.opdId ?? '') }
    case 'berita_acara':
      return { kind: wish.kind, input: await beritaAcaraSource(world, dayIn(frame.frame.zone, madeAt)) }
    case 'daftar_hadir':
      return { kind: wish.kind, input: await daftarHadirSource(world) }
    case 'undangan':
      return { kind: wish.kind, input: await undanganSource(world) }
    case 'matriks':
      return { kind: wish.kind, input: await matriksSource(world) }
  }
}

export type RapatPaperSource = Awaited<ReturnType<typeof gatherPaper>>
