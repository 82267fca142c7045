// `npm run verify-records [-- DUMP] [--keys FILE …] [--exports FOLDER] [--files FOLDER]`: exit 0 when records are whole, 1 when one is
// not or cannot be read. Reads only.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { MissingTable, openDump, openLiveRecords, type RecordSource, UnreadableDump } from '@mufakat/db'
import {
  exportsFolder,
  keysFolder,
  type RecordReport,
  type VerifyPlaces,
  verifyRecords,
} from '@mufakat/services'
import { parseSettings, type Settings } from '@mufakat/settings'
import { findingLine, summaryLine } from './finding-words'
import { ROOT } from './layout'
import { runCommand, StartRefused, say } from './say'
import { withExistingDatabase } from './with-database'

const USAGE = 'npm run verify-records [-- DUMP] [--keys BERKAS …] [--exports FOLDER] [--files FOLDER]'
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
    options: {
      keys: { type: 'string', multiple: true },
      exports: { type: 'string' },
      files: { type: 'string' },
    },
  })
  if (positionals.length > 1) throw new StartRefused(USAGE)
  const dump = positionals[0] ?? null
  const keys = values.keys === undefined ? { folder: keysFolder(settings.dataDir) } : { files: values.keys }
  const exports = values.exports ?? (dump === null ? exportsFolder(settings.dataDir) : null)
  const files = values.files ?? (dump === null ? join(settings.dataDir, 'files') : null)
  return { dump, places: { keys, exports, files } }
}

/** Reads a source, which is closed afterwards. */
async function readAndClose(source: RecordSource, places: VerifyPlaces): Promise<RecordReport[]> {
  try {
    return await verifyRecords(source, places)
  } finally {
    await source.close()
  }
}

const check = async (settings: Settings, { dump, places }: Asked): Promise<RecordReport[]> =>
  dump === null
    ? withExistingDatabase(settings, async ({ ownerUrl }) =>
        readAndClose(await openLiveRecords(ownerUrl), places),
      )
    : readAndClose(await openDump(dump), places)

/** What the person who asked can mend. */
function refuse(error: unknown): never {
  if (error instanceof MissingTable)
    throw new StartRefused(
      `Tidak ada tabel ${error.table}: bukan basis data Mufakat, atau dari sebelum ada rantai audit`,
    )
  if (error instanceof UnreadableDump)
    throw new StartRefused(`Berkas cadangan tidak dapat dibaca: ${error.message}`)
  throw error
}

await runCommand(USAGE, async () => {
  const settings = parseSettings(process.env, ROOT)
  const asked = readArguments(settings)
  const reports = await check(settings, asked).catch(refuse)
  for (const report of reports) {
    for (const finding of report.findings.slice(0, MOST)) console.error(findingLine(finding))
    if (report.findings.length > MOST) console.error(`… dan ${report.findings.length - MOST} temuan lain`)
    say(summaryLine(report))
    if (report.record === 'audit' && asked.places.exports === null)
      say('Berkas harian tidak diperiksa; sertakan dengan --exports FOLDER')
    if (report.record === 'sealed' && asked.places.files === null)
      say('Isi lampiran dan salinan tidak diperiksa; sertakan dengan --files FOLDER')
  }
  return reports.some(({ findings }) => findings.length > 0) ? 1 : 0
})
