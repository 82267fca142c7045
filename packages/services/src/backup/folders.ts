import { join } from 'node:path'
import type { BackupPlace } from '@mufakat/domain'
import { exportsFolder } from '../records/day-export'

/** What beside the database cannot be made again, by its name in an archive. Keys are not among it. */
export const archivedFolders = (dataDir: string): Record<string, string> => ({
  berkas: join(dataDir, 'files'),
  audit: exportsFolder(dataDir),
})

/** Where archives may lie: what a form may choose from is decided by who runs the server. */
export interface BackupFolders {
  readonly dataDir: string
  /** Null: the environment names none. */
  readonly backupDir: string | null
}

/** The folder of a place; null when there is none, or its archives are not ours to look after. */
export function backupFolder(place: BackupPlace, { dataDir, backupDir }: BackupFolders): string | null {
  if (place === 'data') return join(dataDir, 'backups')
  return place === 'mounted' ? backupDir : null
}
