/*
 * A sealed record ("catatan tersegel") is text: canonical JSON, UTF-8, whose SHA-256 is its hash. Of a notula:
 *
 *   { format: "mufakat-catatan-1", nomor: 0, rapatId, pada: ISO instant,
 *     bagian: { every part of parts.ts by its name }, sebutan: { orang, opd } }
 *
 * and of a Koreksi, from 1:
 *
 *   { format: "mufakat-koreksi-1", nomor, rapatId, pada, catatan: hash of record 0, sebelumnya: hash of record nomor − 1,
 *     koreksi: its row with `changes` as a list, persetujuan: rows of its approvals, sebutan }
 *
 * `sebutan` tells what people and OPD were called that day and is not held against the rows of later. A part that is
 * sealed later, and a column that a part gets later, are simply not in older records.
 */
import { createHash } from 'node:crypto'
import { insertSealedRecord, type RecordSource, recordsOfTransaction, type Tx } from '@mufakat/db'
import { canonicalText, type Json, type JsonObject } from '@mufakat/doc-model'
import { dayIn, recordCode } from '@mufakat/domain'
import type { FiguresById } from '../angka/figures'
import { settingOf } from '../settings/settings'
import { namesIn } from './names'
import { approvalRows, SEALED_PARTS } from './parts'
import { digestOf, type Row, rowsOfRapat, type Scope } from './rows'

export const NOTULA_FORMAT = 'mufakat-catatan-1'
export const KOREKSI_FORMAT = 'mufakat-koreksi-1'

export interface Sealed {
  readonly hash: string
  readonly code: string
}

export const hashOfText = (text: string): Uint8Array =>
  new Uint8Array(createHash('sha256').update(text).digest())

export const scopeOf = (rapat: { readonly id: string; readonly documentId: string }): Scope => ({
  rapatIds: [rapat.id],
  documents: new Map([[rapat.documentId, rapat.id]]),
})

/** Every part of each rapat, as its rows are now. */
export async function readParts(source: RecordSource, scope: Scope): Promise<Map<string, JsonObject>> {
  const all = new Map<string, Record<string, Json>>(scope.rapatIds.map(id => [id, {}]))
  for (const part of SEALED_PARTS)
    for (const [id, value] of await part.read(source, scope)) {
      const parts = all.get(id)
      if (parts !== undefined) parts[part.name] = value
    }
  return all
}

/**
 * SHA-256 of what of the other parts an approval is for (domain, V2), in hex.
 * @param figures what the indicators of the text stand at; a text without any is approved as before there were some
 */
export async function approvedPartsHash(
  tx: Tx,
  rapat: { readonly id: string; readonly documentId: string },
  figures: FiguresById,
): Promise<string> {
  const source = await recordsOfTransaction(tx)
  const parts: Record<string, Json> = {}
  for (const { name, read, approved } of SEALED_PARTS)
    if (approved !== undefined)
      parts[name] = approved((await read(source, scopeOf(rapat))).get(rapat.id) ?? null)
  // A change of a number that the text shows is a change of what was approved (domain, SK7).
  if (Object.keys(figures).length > 0) parts.indikator = figures as unknown as JsonObject
  return digestOf(parts)
}

async function seal(
  tx: Tx,
  record: { rapatId: string; number: number; now: Date; body: JsonObject },
): Promise<Sealed> {
  const { rapatId, number, now, body } = record
  const { zone } = await settingOf(tx, 'calendar')
  const sebutan = await namesIn(tx, body, dayIn(zone, now))
  const text = canonicalText({ ...body, nomor: number, rapatId, pada: now.toISOString(), sebutan })
  const hash = hashOfText(text)
  const code = recordCode(hash)
  await insertSealedRecord(tx, { rapatId, number, text, hash, code, at: now })
  return { hash: Buffer.from(hash).toString('hex'), code }
}

/** Seals a notula that was set disahkan and whose document is closed; from here on all of it is frozen. */
export async function sealNotula(
  tx: Tx,
  rapat: { readonly id: string; readonly documentId: string },
  now: Date,
): Promise<Sealed> {
  const parts = await readParts(await recordsOfTransaction(tx), scopeOf(rapat))
  const bagian = parts.get(rapat.id) ?? {}
  return seal(tx, { rapatId: rapat.id, number: 0, now, body: { format: NOTULA_FORMAT, bagian } })
}

const KOREKSI = [
  ...['id', 'number', 'state', 'reason', 'changes', 'proposed_by', 'proposed_at', 'decided_by', 'decided_at'],
  'note',
]

/** What a record of a Koreksi holds of rows, by rapat and number. */
export async function readKoreksi(
  source: RecordSource,
  scope: Scope,
): Promise<Map<string, (number: number) => JsonObject>> {
  const rows = await rowsOfRapat(source, scope, 'koreksi', KOREKSI)
  const approvals = await approvalRows(source, scope)
  const isSealed = (row: Row, number: number): boolean =>
    row.number === String(number) && row.state === 'disahkan'
  return new Map(
    scope.rapatIds.map(id => [
      id,
      number => ({
        koreksi: (rows.get(id) ?? []).filter(row => isSealed(row, number)).map(row => ({ ...row })),
        persetujuan: approvals.get(id)?.(number) ?? [],
      }),
    ]),
  )
}

/** Seals a Koreksi that was set disahkan. */
export async function sealKoreksi(
  tx: Tx,
  koreksi: {
    rapatId: string
    number: number
    /** Hashes of the record of the notula, and of the one before. */
    record: string
    previous: string
    now: Date
  },
): Promise<Sealed> {
  const { rapatId, number, record, previous, now } = koreksi
  const scope = { rapatIds: [rapatId], documents: new Map<string, string>() }
  const read = (await readKoreksi(await recordsOfTransaction(tx), scope)).get(rapatId)
  const body = { format: KOREKSI_FORMAT, catatan: record, sebelumnya: previous, ...read?.(number) }
  return seal(tx, { rapatId, number, now, body })
}
