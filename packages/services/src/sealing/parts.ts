/*
 * The parts of a sealed record, each read from rows by one function, from a transaction when it is sealed and from a
 * database or a dump when it is checked. A column is text as Postgres writes it (UTC, ISO, bytea in hex), or null.
 *
 *   rapat        the row of the rapat
 *   peserta      { opd: invited OPD, tamu: people invited for themselves }
 *   lampiran     files that were not removed, with the SHA-256 of their bytes
 *   agenda, keputusan, tindakLanjut    rows of what was read out of the notula; of a tindak lanjut what was decided
 *   naskah       { dokumen: its row, isi: the canonical content, baris: the row that holds it and the SHA-256 of its
 *                text, log: how many rows and the digest of them, versi: digest of the named versions, penulis: whose
 *                each lease that wrote something is }
 *   tinjauan     submissions and returns
 *   persetujuan  approvals of the notula, also those that no longer held
 *   kehadiran    who was expected and who was there; telephone numbers are not part of it
 *   jawaban      what owners said when tindak lanjut were read back
 *   lanjutan     { ditunda: items that were left to the next rapat, diambil: items taken from earlier ones,
 *                daftar: what earlier rapat of the series had left to do, as it stood }
 *   indikator    indicators that the text names, with what each stood at when it was ratified
 *   sisa         digests of rows of lines, items and files that were removed before
 *
 * A digest is the SHA-256 (hex) of canonical JSON (doc-model/SPEC.md, N24). To seal a further table is a line here, with
 * a line of `freeze_table` in a migration.
 */
import type { RecordSource } from '@mufakat/db'
import type { Json } from '@mufakat/doc-model'
import { decodeParts } from '@mufakat/protocol'
import { bytesOf } from '../records/bytes-of'
import {
  byPosition,
  digestOf,
  inOrder,
  type Row,
  rowsOfDocuments,
  rowsOfRapat,
  type Scope,
  sha256Hex,
} from './rows'

export interface SealedPart {
  readonly name: string
  /** By rapat; one that has none of it has an empty part. */
  read(source: RecordSource, scope: Scope): Promise<Map<string, Json>>
  /**
   * Of a part that pimpinan and notulis approve beside the content: what of it their approval is for. A change of that
   * voids the approval (domain, V2).
   */
  readonly approved?: (part: Json) => Json
}

const mapped = <A>(from: ReadonlyMap<string, A>, to: (value: A) => Json): Map<string, Json> =>
  new Map([...from].map(([id, value]) => [id, to(value)]))

const RAPAT = [
  ...['title', 'year', 'quarter', 'date', 'start_time', 'planned_minutes', 'place', 'status', 'notula_state'],
  ...[
    'chair_id',
    'notulis_id',
    'document_id',
    'is_example',
    'revision',
    'created_by',
    'created_at',
    'updated_at',
    'series_id',
    'carried_item_id',
  ],
]
/** What ratifying itself changes, or goes on until then. */
const NOT_APPROVED = new Set(['status', 'notula_state', 'revision', 'updated_at'])

const FILE = [
  ...['id', 'subject_kind', 'kind', 'name', 'stored_name', 'size', 'sha256', 'thumbnail_size', 'opd_id'],
  ...['added_by', 'added_at', 'removed_by', 'removed_at'],
]
const AGENDA = ['item_id', 'position', 'title', 'minutes', 'presenter', 'removed_at']
const KEPUTUSAN = ['line_id', 'item_id', 'position', 'text', 'removed_at']
const TINDAK_LANJUT = [
  ...['line_id', 'item_id', 'position', 'text', 'owner_opd_id', 'jabatan', 'tenggat', 'priority', 'strategy'],
  'removed_at',
]
const isThere = (row: Row): boolean => row.removed_at === null
const filesOf = async (source: RecordSource, scope: Scope): Promise<Map<string, Row[]>> => {
  const files = await rowsOfRapat(source, scope, 'file', FILE, 'subject_id')
  return new Map([...files].map(([id, rows]) => [id, rows.filter(row => row.subject_kind === 'rapat')]))
}

const projected = (name: string, table: string, columns: readonly string[]): SealedPart => ({
  name,
  read: async (source, scope) =>
    mapped(await rowsOfRapat(source, scope, table, columns), rows => byPosition(rows.filter(isThere))),
})

const rapat: SealedPart = {
  name: 'rapat',
  read: async (source, scope) =>
    mapped(await rowsOfRapat(source, scope, 'rapat', RAPAT, 'id'), ([row]) => row ?? {}),
  approved: part =>
    Object.fromEntries(Object.entries(part as Row).filter(([name]) => !NOT_APPROVED.has(name))),
}

const peserta: SealedPart = {
  name: 'peserta',
  async read(source, scope) {
    const opd = await rowsOfRapat(source, scope, 'rapat_opd', ['opd_id'])
    const guests = await rowsOfRapat(source, scope, 'rapat_guest', ['person_id', 'can_write', 'item_ids'])
    return mapped(new Map(scope.rapatIds.map(id => [id, id])), id => ({
      opd: inOrder(opd.get(id) ?? []),
      tamu: inOrder(guests.get(id) ?? []),
    }))
  },
  approved: part => part,
}

const lampiran: SealedPart = {
  name: 'lampiran',
  read: async (source, scope) => mapped(await filesOf(source, scope), rows => inOrder(rows.filter(isThere))),
  approved: part => part,
}

/** What the log of one document says, beside its text. */
interface LogFacts {
  readonly rows: Row[]
  readonly leases: Set<string>
}

async function logFacts(source: RecordSource, scope: Scope): Promise<Map<string, LogFacts>> {
  const facts = new Map<string, LogFacts>(scope.rapatIds.map(id => [id, { rows: [], leases: new Set() }]))
  const columns = ['seq', 'flush_id', 'hash', 'at', 'parts']
  for await (const { rapatId, row } of rowsOfDocuments(source, scope, 'document_log', columns)) {
    const { parts, ...rest } = row
    const bytes = bytesOf(parts)
    facts.get(rapatId)?.rows.push({ ...rest, parts: sha256Hex(parts ?? '') })
    for (const { lease } of readParts(bytes)) facts.get(rapatId)?.leases.add(String(lease))
  }
  return facts
}

/** Bytes that are none any more name nobody; their digest tells. */
function readParts(bytes: Uint8Array): ReturnType<typeof decodeParts> {
  try {
    return decodeParts(bytes)
  } catch {
    return []
  }
}

async function collected(
  source: RecordSource,
  scope: Scope,
  table: string,
  columns: readonly string[],
  key: 'id' | 'document_id' = 'document_id',
): Promise<Map<string, Row[]>> {
  const found = new Map<string, Row[]>(scope.rapatIds.map(id => [id, []]))
  for await (const { rapatId, row } of rowsOfDocuments(source, scope, table, columns, key))
    found.get(rapatId)?.push(row)
  return found
}

const DOCUMENT = ['id', 'kind', 'state', 'lineage', 'head_seq', 'head_hash', 'created_at']
const VERSION = ['id', 'lineage', 'seq', 'hash', 'name', 'made_by', 'at', 'state', 'content_hash']

const naskah: SealedPart = {
  name: 'naskah',
  async read(source, scope) {
    const documents = await collected(source, scope, 'document', DOCUMENT, 'id')
    const contents = await rowsOfRapat(source, scope, 'notula_content', [
      'seq',
      'content',
      'hash',
      'projected_at',
    ])
    const logs = await logFacts(source, scope)
    const versions = await collected(source, scope, 'document_version', VERSION)
    const leases = await collected(source, scope, 'document_lease', ['client_id', 'person_id', 'created_at'])
    const snapshots = await collected(source, scope, 'document_snapshot', ['seq'])
    return mapped(new Map(scope.rapatIds.map(id => [id, id])), id => {
      const [{ content = null, ...baris } = {}] = contents.get(id) ?? []
      const log = logs.get(id)
      return {
        dokumen: inOrder(documents.get(id) ?? []),
        isi: contentOf(content ?? null),
        baris: { ...baris, sha256: sha256Hex(content ?? '') },
        log: { jumlah: log?.rows.length ?? 0, hash: digestOf(inOrder(log?.rows ?? [])) },
        versi: digestOf(inOrder(versions.get(id) ?? [])),
        penulis: inOrder((leases.get(id) ?? []).filter(one => log?.leases.has(one.client_id ?? ''))),
        // A sealed document has none (docs/decisions/0017).
        salinan: snapshots.get(id)?.length ?? 0,
      }
    })
  },
}

/** Text that is no JSON any more is told as text; it is not what was sealed. */
function contentOf(text: string | null): Json {
  try {
    return JSON.parse(text ?? 'null') as Json
  } catch {
    return text
  }
}

const ATTENDANCE = [
  ...[
    'id',
    'kind',
    'opd_id',
    'person_id',
    'name',
    'nip',
    'jabatan',
    'agency',
    'rsvp',
    'rsvp_reason',
    'rsvp_at',
  ],
  ...['presence', 'deputy_id', 'deputy_name', 'deputy_nip', 'deputy_jabatan', 'arrived_at', 'left_at', 'way'],
  ...['marked_by', 'confirmed_at', 'revision', 'created_at'],
]

const kehadiran: SealedPart = {
  name: 'kehadiran',
  read: async (source, scope) => mapped(await rowsOfRapat(source, scope, 'attendance', ATTENDANCE), inOrder),
  approved: part => part,
}

const ANSWER = [
  ...['id', 'line_id', 'kind', 'opd_id', 'person_id', 'said_by', 'hash', 'text', 'at', 'offered_text'],
  ...['offered_opd_id', 'offered_tenggat', 'reason', 'state', 'decided_by', 'decided_at', 'note'],
]

const jawaban: SealedPart = {
  name: 'jawaban',
  read: async (source, scope) =>
    mapped(await rowsOfRapat(source, scope, 'tindak_lanjut_answer', ANSWER), inOrder),
}

const lanjutan: SealedPart = {
  name: 'lanjutan',
  async read(source, scope) {
    const left = await rowsOfRapat(source, scope, 'agenda_postponement', ['item_id', 'reason', 'by', 'at'])
    const taken = await rowsOfRapat(source, scope, 'carried_agenda', [
      'item_id',
      'from_rapat_id',
      'from_item_id',
    ])
    const lists = await rowsOfRapat(source, scope, 'carried_record', ['list'])
    return mapped(new Map(scope.rapatIds.map(id => [id, id])), id => ({
      ditunda: inOrder(left.get(id) ?? []),
      diambil: inOrder(taken.get(id) ?? []),
      daftar: contentOf(lists.get(id)?.[0]?.list ?? null),
    }))
  },
}

/** Before ratification the figures are no rows yet: what an approval is for of them is added by `record.ts`. */
const indikator: SealedPart = {
  name: 'indikator',
  read: async (source, scope) =>
    mapped(
      await rowsOfRapat(source, scope, 'notula_indicator', ['indicator_id', 'line_id', 'figure']),
      rows => inOrder(rows).map(({ figure, ...row }) => ({ ...row, figure: contentOf(figure ?? null) })),
    ),
}

const REVIEW = ['id', 'kind', 'person_id', 'at', 'head_seq', 'note']
const APPROVAL = ['id', 'number', 'role', 'person_id', 'at', 'head_seq', 'content_hash', 'parts_hash']

const tinjauan: SealedPart = {
  name: 'tinjauan',
  read: async (source, scope) => mapped(await rowsOfRapat(source, scope, 'notula_review', REVIEW), inOrder),
}

/** Approvals of what has this number. */
export async function approvalRows(
  source: RecordSource,
  scope: Scope,
): Promise<Map<string, (number: number) => Row[]>> {
  const rows = await rowsOfRapat(source, scope, 'notula_approval', APPROVAL)
  return new Map(
    [...rows].map(([id, all]) => [id, number => inOrder(all.filter(one => one.number === String(number)))]),
  )
}

const persetujuan: SealedPart = {
  name: 'persetujuan',
  read: async (source, scope) => mapped(await approvalRows(source, scope), of => of(0)),
}

const sisa: SealedPart = {
  name: 'sisa',
  async read(source, scope) {
    const tables = {
      agenda: await rowsOfRapat(source, scope, 'agenda_item', AGENDA),
      keputusan: await rowsOfRapat(source, scope, 'keputusan', KEPUTUSAN),
      tindakLanjut: await rowsOfRapat(source, scope, 'tindak_lanjut', TINDAK_LANJUT),
      berkas: await filesOf(source, scope),
    }
    return mapped(new Map(scope.rapatIds.map(id => [id, id])), id =>
      Object.fromEntries(
        Object.entries(tables).map(([name, rows]) => [
          name,
          digestOf(inOrder((rows.get(id) ?? []).filter(row => !isThere(row)))),
        ]),
      ),
    )
  },
}

export const SEALED_PARTS: readonly SealedPart[] = [
  rapat,
  peserta,
  lampiran,
  projected('agenda', 'agenda_item', AGENDA),
  projected('keputusan', 'keputusan', KEPUTUSAN),
  projected('tindakLanjut', 'tindak_lanjut', TINDAK_LANJUT),
  naskah,
  kehadiran,
  jawaban,
  lanjutan,
  indikator,
  tinjauan,
  persetujuan,
  sisa,
]
