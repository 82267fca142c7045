// `npm run verify-records [-- DUMP] [--keys FILE …] [--exports FOLDER]`: exit 0 when records are whole, 1 when one is
// not or cannot be read. Reads only.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  MissingTable,
  openDump,
  openLiveRecords,
  type RecordSource,
  runningEmbedded,
  startEmbeddedPostgres,
  UnreadableDump,
} from '@mufakat/db'
import {
  exportsFolder,
  keysFolder,
  type RecordReport,
  type VerifyPlaces,
  verifyRecords,
} from '@mufakat/services'
import { parseSettings, type Settings, SettingsError } from '@mufakat/settings'
import { findingLine, summaryLine } from './finding-words'
import { DB_PACKAGE, ROOT } from './layout'
import { StartRefused, say } from './say'

const USAGE = 'npm run verify-records [-- DUMP] [--keys BERKAS …] [--exports FOLDER]'
/** Whoever altered everything need not be told of everything. */
const MOST = 50

interface Asked {
  readonly dump: string | null
  readonly places: VerifyPlaces
}

/** Beside a running database its own keys and files are used; beside a dump what is given, else the keys. */
function readArguments(settings: Settings): Asked {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { keys: { type: 'string', multiple: true }, exports: { type: 'string' } },
  })
  if (positionals.length > 1) throw new StartRefused(USAGE)
  const dump = positionals[0] ?? null
  const keys = values.keys === undefined ? { folder: keysFolder(settings.dataDir) } : { files: values.keys }
  const exports = values.exports ?? (dump === null ? exportsFolder(settings.dataDir) : null)
  return { dump, places: { keys, exports } }
}

/** Reads a source, which is closed afterwards, and the server that was started for it. */
async function check(settings: Settings, { dump, places }: Asked): Promise<RecordReport[]> {
  const readAndClose = async (source: RecordSource): Promise<RecordReport[]> => {
    try {
      return await verifyRecords(source, places)
    } finally {
      await source.close()
    }
  }
  if (dump !== null) return readAndClose(await openDump(dump))
  const url =
    settings.databaseOwnerUrl ?? settings.databaseUrl ?? (await runningEmbedded(settings.dataDir))?.ownerUrl
  if (url !== undefined) return readAndClose(await openLiveRecords(url))
  if (!existsSync(join(settings.dataDir, 'postgres.json')))
    throw new StartRefused(`Tidak ada basis data di ${settings.dataDir}. Atur DATA_DIR atau DATABASE_URL.`)
  const server = await startEmbeddedPostgres({ dataDir: settings.dataDir, packageDir: DB_PACKAGE })
  try {
    return await readAndClose(await openLiveRecords(server.ownerUrl))
  } finally {
    await server.stop()
  }
}

async function main(): Promise<number> {
  const settings = parseSettings(process.env, ROOT)
  const asked = readArguments(settings)
  const reports = await check(settings, asked)
  for (const report of reports) {
    for (const finding of report.findings.slice(0, MOST)) console.error(findingLine(finding))
    if (report.findings.length > MOST) console.error(`… dan ${report.findings.length - MOST} temuan lain`)
    say(summaryLine(report))
    if (asked.places.exports === null) say('Berkas harian tidak diperiksa; sertakan dengan --exports FOLDER')
  }
  return reports.some(({ findings }) => findings.length > 0) ? 1 : 0
}

/** One line for what the person who asked can mend. */
function refusalOf(error: unknown): string | null {
  if (error instanceof StartRefused || error instanceof SettingsError) return error.message
  if (error instanceof MissingTable)
    return `Tidak ada tabel ${error.table}: bukan basis data Mufakat, atau dari sebelum ada rantai audit`
  if (error instanceof UnreadableDump) return `Berkas cadangan tidak dapat dibaca: ${error.message}`
  const code = (error as NodeJS.ErrnoException | null)?.code ?? ''
  if (code === 'ENOENT' || code === 'EACCES')
    return `Berkas tidak dapat dibaca: ${(error as NodeJS.ErrnoException).path}`
  if (code.startsWith('ERR_PARSE_ARGS')) return USAGE
  return null
}

main().then(
  code => process.exit(code),
  error => {
    console.error(refusalOf(error) ?? error)
    process.exit(1)
  },
)
