import type { RecordSource } from '@mufakat/db'
import type { Json, JsonObject } from '@mufakat/doc-model'
import { recordCode } from '@mufakat/domain'
import { FileStore } from '@mufakat/files'
import { hashOfText, readKoreksi, readParts } from '../sealing/record'
import type { Row, Scope } from '../sealing/rows'
import { sameBytes } from './audit-chain'
import { bytesOf } from './bytes-of'
import { hashOfFile } from './hash-of-file'
import type { Finding, RecordReport } from './report'

interface Stored {
  readonly rapatId: string
  readonly number: number
  readonly text: string
  readonly hash: Uint8Array
  readonly code: string
  readonly at: string
}

/**
 * Checks that every ratified notula is what was sealed: the text of each record against its hash, code and entry of the
 * audit, and every part of it against the rows of today, as far as the record has them (sealing/parts.ts). With the
 * files at hand also the bytes of attachments.
 */
export async function verifySealed(source: RecordSource, folder: string | null): Promise<RecordReport> {
  const records = await readRecords(source)
  const told = await hashesInAudit(source)
  const findings: Finding[] = []
  for (const record of records) findings.push(...ownFindings(record, told))
  for (const [name, { rapatId, number }] of told)
    if (!records.some(one => one.rapatId === rapatId && hexOf(one.hash) === name))
      findings.push({ code: 'sealed.removed', id: rapatId, number })
  findings.push(...(await unsealed(source, records)))
  const whole = records.filter(one => parsed(one.text) !== null)
  const { scope, report } = await heldAgainstRows(source, whole)
  findings.push(...report)
  const files = folder === null ? 0 : await checkFiles(whole, folder, findings)
  return {
    record: 'sealed',
    counts: { records: records.length, sealed: scope.rapatIds.length, files },
    findings,
  }
}

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(text: string): JsonObject | null {
  try {
    const value = JSON.parse(text) as Json
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

async function readRecords(source: RecordSource): Promise<Stored[]> {
  const records: Stored[] = []
  const columns = ['rapat_id', 'number', 'text', 'hash', 'code', 'at']
  for await (const [rapatId, number, text, hash, code, at] of source.rows('sealed_record', columns))
    records.push({
      rapatId: rapatId ?? '',
      number: Number(number),
      text: text ?? '',
      hash: bytesOf(hash),
      code: code ?? '',
      at: at ?? '',
    })
  return records.sort((a, b) =>
    a.rapatId === b.rapatId ? a.number - b.number : a.rapatId < b.rapatId ? -1 : 1,
  )
}

/** What was sealed according to the audit, which is chained and signed: by hash. */
async function hashesInAudit(
  source: RecordSource,
): Promise<Map<string, { rapatId: string; number: number }>> {
  const told = new Map<string, { rapatId: string; number: number }>()
  for await (const [action, rapatId, details] of source.rows('audit_entry', [
    'action',
    'rapat_id',
    'details',
  ])) {
    if (action !== 'notula.ratify' && action !== 'koreksi.ratify') continue
    const { hash, number = 0 } = parsed(details ?? '') ?? {}
    if (typeof hash === 'string') told.set(hash, { rapatId: rapatId ?? '', number: Number(number) })
  }
  return told
}

const instantOf = (text: string): number =>
  new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).getTime()

/** What a record says about itself. */
function* ownFindings(record: Stored, told: ReadonlyMap<string, { rapatId: string }>): Generator<Finding> {
  const { rapatId: id, number, text, hash, code, at } = record
  const body = parsed(text)
  const isItself =
    sameBytes(hashOfText(text), hash) &&
    code === recordCode(hash) &&
    body?.rapatId === id &&
    body.nomor === number &&
    new Date(String(body.pada)).getTime() === instantOf(at)
  if (!isItself) yield { code: 'sealed.altered', id, number }
  if (told.get(hexOf(hash))?.rapatId !== id) yield { code: 'sealed.untold', id, number }
}

/** Notula that say they are ratified without a record. */
async function unsealed(source: RecordSource, records: readonly Stored[]): Promise<Finding[]> {
  const sealed = new Set(records.filter(one => one.number === 0).map(one => one.rapatId))
  const findings: Finding[] = []
  for await (const [id, state] of source.rows('rapat', ['id', 'notula_state']))
    if (state === 'disahkan' && !sealed.has(id ?? '')) findings.push({ code: 'sealed.missing', id: id ?? '' })
  return findings
}

async function heldAgainstRows(
  source: RecordSource,
  records: readonly Stored[],
): Promise<{ scope: Scope; report: Finding[] }> {
  const notula = new Map(records.filter(one => one.number === 0).map(one => [one.rapatId, partsOf(one)]))
  const documents = new Map<string, string>()
  for (const [id, parts] of notula) {
    const rapat = parts.rapat
    if (isObject(rapat) && typeof rapat.document_id === 'string') documents.set(rapat.document_id, id)
  }
  const scope: Scope = { rapatIds: [...notula.keys()], documents }
  const report: Finding[] = []
  if (scope.rapatIds.length === 0) return { scope, report }
  const today = await readParts(source, scope)
  for (const [id, parts] of notula)
    for (const [name, part] of Object.entries(parts))
      if (!matches(part, today.get(id)?.[name]))
        report.push({ code: 'sealed.rows', id, number: 0, part: name })
  const koreksi = await readKoreksi(source, scope)
  for (const { rapatId: id, number, text } of records) {
    if (number === 0) continue
    const now = koreksi.get(id)?.(number) ?? {}
    const then = parsed(text) ?? {}
    for (const name of ['koreksi', 'persetujuan'])
      if (!matches(then[name] ?? null, now[name]))
        report.push({ code: 'sealed.rows', id, number, part: name })
  }
  return { scope, report }
}

function partsOf({ text }: Stored): JsonObject {
  const bagian = parsed(text)?.bagian
  return isObject(bagian) ? bagian : {}
}

/** Whether all that was sealed is still so; what came later (a column, a part) is not asked about. */
function matches(then: Json, now: Json | undefined): boolean {
  if (Array.isArray(then))
    return Array.isArray(now) && now.length === then.length && then.every((one, at) => matches(one, now[at]))
  if (isObject(then))
    return isObject(now) && Object.entries(then).every(([name, value]) => matches(value, now[name]))
  return then === now
}

async function checkFiles(records: readonly Stored[], folder: string, findings: Finding[]): Promise<number> {
  const store = new FileStore({ root: folder })
  let count = 0
  for (const record of records) {
    const files = partsOf(record).lampiran
    if (record.number > 0 || !Array.isArray(files)) continue
    for (const file of files as Row[]) {
      count += 1
      const hash = await hashOfFile(store, file.stored_name ?? '')
      if (hash === null || `\\x${hash}` !== file.sha256)
        findings.push({ code: 'sealed.file', id: record.rapatId, number: 0, part: file.name ?? '' })
    }
  }
  return count
}
