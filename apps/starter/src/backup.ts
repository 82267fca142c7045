import { statSync } from 'node:fs'
import { chmod, copyFile, mkdir, readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { checkArchive, type Taken, takeBackup } from '@mufakat/backup'
import { appliedMigrations, type DatabaseUrls, openDatabase, pendingMigrations } from '@mufakat/db'
import { systemClock } from '@mufakat/kernel'
import { archivedFolders, keysFolder, recordBackup } from '@mufakat/services'
import { MIGRATIONS } from './layout'
import { say } from './say'

/** Takes a backup, reads it again, and writes down that it was taken. */
export async function backUp(
  urls: DatabaseUrls,
  { dataDir, path }: { dataDir: string; path: string },
): Promise<Taken> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const beganAt = systemClock.now()
  const taken = await takeBackup({ url: urls.url, folders: archivedFolders(dataDir), now: beganAt }, path)
  const { contentHash } = await checkArchive(path)
  const database = openDatabase(urls.url, { max: 1 })
  try {
    const archive = { name: basename(path), bytes: statSync(path).size, contentHash, beganAt }
    await recordBackup({ database, clock: systemClock }, { ...archive, verifiedAt: systemClock.now() })
  } finally {
    await database.close()
  }
  return taken
}

/**
 * Copies what an archive does not hold and a restored installation needs: whoever has both has everything.
 * @returns how many keys
 */
export async function copyKeys(dataDir: string, folder: string): Promise<number> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const keys = keysFolder(dataDir)
  const files = [
    join(dataDir, 'session-secret'),
    ...(await readdir(keys).catch((): string[] => [])).map(name => join(keys, name)),
  ]
  let copied = 0
  for (const file of files) {
    const target = join(folder, basename(file))
    try {
      await copyFile(file, target)
    } catch (error) {
      // The secret may have been given by the environment.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue
      throw error
    }
    await chmod(target, 0o600)
    copied += 1
  }
  return copied
}

/** So many from before an upgrade are kept. */
const KEPT_FROM_BEFORE = 3
const BEFORE = /^sebelum-.*\.tar$/

/** Before the schema of a database that people use is changed, it is taken as it is; files are not touched by that. */
export async function backUpBeforeUpgrade(urls: DatabaseUrls, dataDir: string): Promise<void> {
  const database = openDatabase(urls.ownerUrl, { max: 1 })
  const applied = await appliedMigrations(database.sql).finally(() => database.close())
  const pending = await pendingMigrations(applied, MIGRATIONS)
  if (applied.length === 0 || pending.length === 0) return
  say(`Mencadangkan basis data sebelum ${pending.length} perubahan skema …`)
  const folder = join(dataDir, 'backups')
  const at = systemClock.now().toISOString().replace(/[:.]/g, '-')
  const path = join(folder, `sebelum-${pending[0]}-${at}.tar`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await takeBackup({ url: urls.ownerUrl, folders: {}, now: systemClock.now() }, path)
  const byAge = (name: string) => statSync(join(folder, name)).mtimeMs
  const earlier = (await readdir(folder)).filter(name => BEFORE.test(name))
  for (const name of earlier.sort((a, b) => byAge(b) - byAge(a)).slice(KEPT_FROM_BEFORE))
    await rm(join(folder, name))
}
