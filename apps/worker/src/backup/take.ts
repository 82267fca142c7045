// Invariants
// 1. One backup at a time, on whichever machine: everything here happens under the lock of `withBackupLock`.
// 2. An archive counts only after all of it was read again and compared with its manifest. What a dead process left
//    half written goes before the next one begins.
// 3. Old archives go only after a new one was found to be whole.
// 4. An attempt throws only when this process ends: everything else that goes wrong is written down, with what to do.
import { existsSync } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { checkArchive, takeBackup } from '@mufakat/backup'
import { withBackupLock } from '@mufakat/db'
import {
  archivedFolders,
  archivesBeyondRetention,
  type BackupFolders,
  type BackupUnderWay,
  backupFolder,
  recordRemovedBackups,
  type ServiceContext,
  startBackup,
} from '@mufakat/services'
import type { ProcessLog } from '@mufakat/telemetry'
import { failureOf, MissingFolder } from './failure'
import { reporter } from './reporter'

export interface BackupWorld {
  readonly ctx: ServiceContext
  readonly databaseUrl: string
  readonly folders: BackupFolders
  readonly log: ProcessLog
}

/** Takes a backup that was asked for, and removes what the retention does not keep. */
export async function takeAskedBackup(world: BackupWorld, id: string, signal: AbortSignal): Promise<void> {
  await withBackupLock(world.databaseUrl, { wait: true, signal }, async () => {
    const backup = await startBackup(world.ctx, id)
    if (backup === null) return
    try {
      await takeInto(await folderFor(world.folders, backup), world, backup, signal)
    } catch (error) {
      // Whoever comes next begins it again.
      if (signal.aborted) throw error
      world.log.error({ err: error, backup: id }, 'backup failed')
      await backup.fail(failureOf(error))
      return
    }
    await removeOld(world)
  })
}

async function folderFor(folders: BackupFolders, { place }: BackupUnderWay): Promise<string> {
  const folder = backupFolder(place, folders)
  if (folder === null) throw new MissingFolder()
  // A mounted folder that is not there is not made: the archive would fill the disk beneath it.
  if (place === 'data') await mkdir(folder, { recursive: true, mode: 0o700 })
  else if (!existsSync(folder)) throw new MissingFolder()
  return folder
}

const OURS = /^mufakat-[\dT]+Z\.tar$/
const HALF = /^mufakat-[\dT]+Z\.tar\.part$/
const nameFor = (at: Date): string =>
  `mufakat-${at.toISOString().replace(/\.\d+/, '').replace(/[:-]/g, '')}.tar`

async function takeInto(
  folder: string,
  { ctx, databaseUrl, folders }: BackupWorld,
  backup: BackupUnderWay,
  signal: AbortSignal,
): Promise<void> {
  for (const name of await readdir(folder)) if (HALF.test(name)) await rm(join(folder, name))
  const name = nameFor(backup.beganAt)
  const path = join(folder, name)
  const report = reporter(backup)
  const source = { url: databaseUrl, folders: archivedFolders(folders.dataDir), now: backup.beganAt }
  await takeBackup(source, path, { signal, onProgress: report.taken })
  const { size } = await stat(path)
  const { contentHash } = await checkArchive(path, { signal, onProgress: read => report.read(read, size) })
    .catch(async error => {
      await rm(path, { force: true })
      throw error
    })
    .finally(() => report.end())
  await backup.succeed({ name, bytes: size, contentHash, verifiedAt: ctx.clock.now() })
}

async function removeOld({ ctx, folders, log }: BackupWorld): Promise<void> {
  const pathOf = ({
    place,
    name,
  }: {
    place: 'data' | 'mounted' | 'elsewhere'
    name: string
  }): string | null => {
    const folder = backupFolder(place, folders)
    return folder === null || !OURS.test(name) ? null : join(folder, name)
  }
  const beyond = await archivesBeyondRetention(ctx, archive => {
    const path = pathOf(archive)
    return path !== null && existsSync(path)
  })
  const removed: string[] = []
  for (const archive of beyond) {
    const path = pathOf(archive)
    if (path === null) continue
    try {
      await rm(path)
      removed.push(archive.id)
    } catch (error) {
      log.warn({ err: error, backup: archive.id }, 'old backup not removed')
    }
  }
  await recordRemovedBackups(ctx, removed)
}
