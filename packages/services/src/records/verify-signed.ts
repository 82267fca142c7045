import type { RecordSource } from '@mufakat/db'
import { FileStore } from '@mufakat/files'
import { signedRows } from '../sealing/signed-row'
import { hashOfFile } from './hash-of-file'
import type { Finding, RecordReport } from './report'

interface Told {
  readonly rapatId: string
  readonly number: number
  readonly digest: string
}

/** What was kept according to the audit, which is chained and signed: by the id of the copy. */
async function toldInAudit(source: RecordSource): Promise<Map<string, Told>> {
  const told = new Map<string, Told>()
  const columns = ['action', 'rapat_id', 'subject_id', 'details']
  for await (const [action, rapatId, subjectId, details] of source.rows('audit_entry', columns)) {
    if (action !== 'tte.add') continue
    const { number, digest } = parsed(details ?? '')
    told.set(subjectId ?? '', { rapatId: rapatId ?? '', number: Number(number), digest: String(digest) })
  }
  return told
}

function parsed(text: string): Partial<Record<string, unknown>> {
  try {
    return JSON.parse(text) ?? {}
  } catch {
    return {}
  }
}

/**
 * Checks that every signed copy is the one that was kept: its row against the digest in its entry of the audit, and with
 * the files at hand its bytes.
 */
export async function verifySigned(source: RecordSource, folder: string | null): Promise<RecordReport> {
  const told = await toldInAudit(source)
  const store = folder === null ? null : new FileStore({ root: folder })
  const findings: Finding[] = []
  const seen = new Set<string>()
  for await (const { row, digest } of signedRows(source)) {
    const [copyId, id, number] = [row.id ?? '', row.rapat_id ?? '', Number(row.number)]
    const entry = told.get(copyId)
    seen.add(copyId)
    if (entry === undefined) findings.push({ code: 'signed.untold', id, number })
    else if (entry.digest !== digest)
      findings.push({ code: 'signed.altered', id: entry.rapatId, number: entry.number })
    if (store !== null && `\\x${await hashOfFile(store, row.stored_name ?? '')}` !== row.sha256)
      findings.push({ code: 'signed.file', id, number })
  }
  for (const [copyId, { rapatId: id, number }] of told)
    if (!seen.has(copyId)) findings.push({ code: 'signed.removed', id, number })
  return { record: 'signed', counts: { copies: seen.size }, findings }
}
