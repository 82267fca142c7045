import { existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type CheckedArchive, NotEmpty, restoreBackup } from '@mufakat/backup'
import { type DatabaseUrls, openDatabase, openLiveRecords, startEmbeddedPostgres } from '@mufakat/db'
import { systemClock } from '@mufakat/kernel'
import { archivedFolders, exportsFolder, keysFolder, recordRestore, verifyRecords } from '@mufakat/services'
import type { Settings } from '@mufakat/settings'
import { findingLine, summaryLine } from './finding-words'
import { DB_PACKAGE, MIGRATIONS } from './layout'
import { StartRefused, say } from './say'

/** What an installation is made of, within its data folder. */
const PARTS = ['postgres', 'postgres.json', 'files', 'audit']

/**
 * Makes an installation of an archive in the data folder of `settings`, or in its empty database. What is there is
 * moved aside when `replace` says so, and comes back when it goes wrong; it is never removed.
 * @returns how many records were found not to be whole
 */
export async function restoreInto(
  settings: Settings,
  archive: CheckedArchive,
  { keys, replace }: { keys: string | null; replace: boolean },
): Promise<number> {
  const { dataDir } = settings
  const present = PARTS.filter(part => existsSync(join(dataDir, part)))
  if (present.length > 0 && !replace)
    throw new StartRefused(
      `Sudah ada data di ${dataDir}. Tambahkan --replace: data itu dipindahkan ke folder lain, tidak dihapus.`,
    )
  const aside = join(dataDir, `sebelum-pulih-${systemClock.now().toISOString().replace(/[:.]/g, '-')}`)
  await moveParts(dataDir, aside, present)
  try {
    const findings = await withFreshDatabase(settings, urls => fillAndProve(urls, dataDir, archive, keys))
    if (present.length > 0) say(`Data lama ada di ${aside}`)
    return findings
  } catch (error) {
    for (const part of PARTS) await rm(join(dataDir, part), { recursive: true, force: true })
    await moveParts(aside, dataDir, present)
    await rm(aside, { recursive: true, force: true })
    if (error instanceof NotEmpty)
      throw new StartRefused('Basis data pada DATABASE_URL tidak kosong. Buat yang baru untuk pemulihan.')
    throw error
  }
}

async function fillAndProve(
  urls: DatabaseUrls,
  dataDir: string,
  archive: CheckedArchive,
  keys: string | null,
): Promise<number> {
  if (keys !== null) await bringKeys(keys, dataDir)
  say('Memulihkan …')
  const folders = archivedFolders(dataDir)
  const restored = await restoreBackup(archive, { urls, migrations: MIGRATIONS, folders })
  const { tables, rows, files, documents, takenAt } = restored
  say(`Dari ${takenAt.toISOString()}: ${tables} tabel, ${rows} baris, ${files} berkas, ${documents} naskah`)
  say('Memeriksa catatan …')
  const findings = await prove(urls, dataDir)
  const database = openDatabase(urls.url, { max: 1 })
  await recordRestore({ database, clock: systemClock }, takenAt).finally(() => database.close())
  say('Semua orang masuk lagi. Teks yang lebih baru di peramban disisihkan di sana, untuk penulisnya.')
  return findings
}

async function prove(urls: DatabaseUrls, dataDir: string): Promise<number> {
  const source = await openLiveRecords(urls.ownerUrl)
  try {
    const places = { keys: { folder: keysFolder(dataDir) }, exports: exportsFolder(dataDir) }
    const reports = await verifyRecords(source, places)
    for (const report of reports) {
      for (const finding of report.findings.slice(0, MOST_TOLD)) console.error(findingLine(finding))
      say(summaryLine(report))
    }
    return reports.reduce((sum, { findings }) => sum + findings.length, 0)
  } finally {
    await source.close()
  }
}

const MOST_TOLD = 50

async function withFreshDatabase<T>(
  { databaseUrl, databaseOwnerUrl, dataDir }: Settings,
  work: (urls: DatabaseUrls) => Promise<T>,
): Promise<T> {
  if (databaseUrl !== null) return work({ url: databaseUrl, ownerUrl: databaseOwnerUrl ?? databaseUrl })
  const server = await startEmbeddedPostgres({ dataDir, packageDir: DB_PACKAGE })
  try {
    return await work(server)
  } finally {
    await server.stop()
  }
}

/** Keys that are there already are those of this place, and stay. */
async function bringKeys(from: string, dataDir: string): Promise<void> {
  await mkdir(keysFolder(dataDir), { recursive: true, mode: 0o700 })
  for (const name of await readdir(from)) {
    const to = name === 'session-secret' ? join(dataDir, name) : join(keysFolder(dataDir), name)
    if (existsSync(to)) continue
    await copyFile(join(from, name), to)
    await chmod(to, 0o600)
  }
}

async function moveParts(from: string, to: string, parts: readonly string[]): Promise<void> {
  if (parts.length === 0) return
  await mkdir(to, { recursive: true, mode: 0o711 })
  for (const part of parts) await rename(join(from, part), join(to, part))
}
