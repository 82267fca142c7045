import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { type BackupOverview, backupFolder } from '@mufakat/services'
import type { SystemProbe } from '~/request/context.server'

type Archive = BackupOverview['archives'][number]

/** A folder that can be chosen; null bytes: it is not there. */
export interface ChoosableFolder {
  readonly place: 'data' | 'mounted'
  readonly freeBytes: number | null
  readonly totalBytes: number | null
}

const roomOf = async (folder: string): Promise<Omit<ChoosableFolder, 'place'>> => {
  try {
    const { bavail, blocks, bsize } = await statfs(folder)
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize }
  } catch {
    return { freeBytes: null, totalBytes: null }
  }
}

/** The folders that whoever runs the server lets be chosen, with their room. */
export async function foldersOf({ dataDir, backupDir }: SystemProbe): Promise<ChoosableFolder[]> {
  // That of the data is made when it is needed: its disk counts.
  const folders: ChoosableFolder[] = [{ place: 'data', ...(await roomOf(dataDir)) }]
  if (backupDir !== null) folders.push({ place: 'mounted', ...(await roomOf(backupDir)) })
  return folders
}

/** Archives with whether their file is where it was put; null: it was put somewhere by a command. */
export const archivesOn = (system: SystemProbe, archives: readonly Archive[]) =>
  archives.map(archive => {
    const folder = backupFolder(archive.place, system)
    return { ...archive, isThere: folder === null ? null : existsSync(join(folder, archive.name)) }
  })

export type ShownArchive = ReturnType<typeof archivesOn>[number]
