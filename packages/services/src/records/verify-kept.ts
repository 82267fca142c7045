import type { RecordSource } from '@mufakat/db'
import type { JsonObject } from '@mufakat/doc-model'
import { FileStore } from '@mufakat/files'
import { hashOfFile } from './hash-of-file'
import type { Finding, RecordReport } from './report'

/** What is known of a kept PDF: by its row, or by the entry of the audit that was written with it. */
interface Kept {
  readonly rapatId: string
  readonly number: number
  readonly storedName: string
  /** Of its bytes, in hex. */
  readonly sha256: string
  /** All of it as one text, to be compared. */
  readonly mark: string
}

const markOf = (parts: readonly unknown[]): string => JSON.stringify(parts.map(String))

/** To the millisecond, however it is written. */
const instantOf = (text: string | null): number =>
  new Date((text ?? '').replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).getTime()

/**
 * Checks that the kept PDF of each record is the one that was kept: its row against the entry of the audit, which is
 * chained and signed, and with the files at hand its bytes against both.
 */
export async function verifyKept(source: RecordSource, folder: string | null): Promise<RecordReport> {
  const rows = await keptRows(source)
  const told = await keptInAudit(source)
  const findings: Finding[] = []
  for (const { rapatId: id, number, mark } of rows)
    if (!told.some(one => one.mark === mark)) findings.push({ code: 'paper.altered', id, number })
  for (const { rapatId: id, number, mark } of told)
    if (!rows.some(one => one.mark === mark)) findings.push({ code: 'paper.removed', id, number })
  if (folder !== null)
    for (const { rapatId: id, number, storedName, sha256 } of told)
      if ((await hashOfFile(new FileStore({ root: folder }), storedName)) !== sha256)
        findings.push({ code: 'paper.bytes', id, number })
  return { record: 'papers', counts: { papers: rows.length }, findings }
}

async function keptRows(source: RecordSource): Promise<Kept[]> {
  const found: Kept[] = []
  const columns = ['rapat_id', 'number', 'format', 'stored_name', 'size', 'sha256', 'at']
  for await (const [rapatId, number, format, storedName, size, sha256, at] of source.rows(
    'sealed_paper',
    columns,
  )) {
    const hash = (sha256 ?? '').replace(/^\\x/, '')
    found.push({
      ...{ rapatId: rapatId ?? '', number: Number(number), storedName: storedName ?? '', sha256: hash },
      mark: markOf([rapatId, number, format, storedName, size, hash, instantOf(at ?? null)]),
    })
  }
  return found
}

async function keptInAudit(source: RecordSource): Promise<Kept[]> {
  const found: Kept[] = []
  const columns = ['action', 'rapat_id', 'details', 'at']
  for await (const [action, rapatId, details, at] of source.rows('audit_entry', columns)) {
    if (action !== 'kertas.keep') continue
    const { number, size, sha256, storedName } = detailsOf(details ?? null)
    found.push({
      ...{ rapatId: rapatId ?? '', number: Number(number) },
      ...{ storedName: String(storedName), sha256: String(sha256) },
      mark: markOf([rapatId, number, 'pdf', storedName, size, sha256, instantOf(at ?? null)]),
    })
  }
  return found
}

/** An entry that was worked on tells nothing; its chain says so. */
function detailsOf(text: string | null): JsonObject {
  try {
    return (JSON.parse(text ?? '{}') as JsonObject | null) ?? {}
  } catch {
    return {}
  }
}
