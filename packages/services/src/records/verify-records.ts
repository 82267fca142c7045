import { MissingTable, type RecordSource } from '@mufakat/db'
import { type PublicKeys, readKeyFiles, readPublicKeys } from './audit-key'
import { type DayExport, exportedDays, readDayExport } from './day-export'
import type { RecordReport } from './report'
import { verifyAudit } from './verify-audit'
import { verifyKept } from './verify-kept'
import { verifyNotula } from './verify-notula'
import { verifySealed } from './verify-sealed'
import { verifySigned } from './verify-signed'

/** Every kind of record that can be checked, beside the audit; a further one is a line here. */
const CHECKS: readonly ((source: RecordSource, places: VerifyPlaces) => Promise<RecordReport>)[] = [
  verifyNotula,
  (source, { files }) => verifySealed(source, files ?? null),
  (source, { files }) => verifyKept(source, files ?? null),
  (source, { files }) => verifySigned(source, files ?? null),
]

/** A dump may hold the audit alone: of what is not in it nothing is said. */
function absent(error: unknown): null {
  if (error instanceof MissingTable) return null
  throw error
}

/** Where the means lie. */
export interface VerifyPlaces {
  /** A folder with public keys, or files. */
  readonly keys: { readonly folder: string } | { readonly files: readonly string[] }
  /** The folder of the files of the days; null: without them. */
  readonly exports: string | null
  /** The folder of attached files and signed copies; null or left out: their bytes are not looked at. */
  readonly files?: string | null
}

/** Checks everything in a source, which stays open; nothing is written. */
export async function verifyRecords(source: RecordSource, places: VerifyPlaces): Promise<RecordReport[]> {
  const keys: PublicKeys =
    'folder' in places.keys ? await readPublicKeys(places.keys.folder) : await readKeyFiles(places.keys.files)
  const means = { keys, exports: places.exports === null ? null : await readExports(places.exports) }
  const reports = [await verifyAudit(source, means)]
  for (const check of CHECKS) {
    const report = await check(source, places).catch(absent)
    if (report !== null) reports.push(report)
  }
  return reports
}

async function readExports(folder: string): Promise<Map<string, DayExport | null>> {
  const days = await exportedDays(folder)
  return new Map(await Promise.all(days.map(async day => [day, await readDayExport(folder, day)] as const)))
}
