import { BrokenArchive, NoRoom } from '@mufakat/backup'
import type { BackupFailure } from '@mufakat/domain'

/** The folder that was chosen is not there. */
export class MissingFolder extends Error {
  override readonly name = 'MissingFolder'
}

const OF_CODE: Readonly<Record<string, BackupFailure>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'folder-refused',
  EPERM: 'folder-refused',
  EROFS: 'folder-refused',
  ENOENT: 'folder-missing',
  ESTALE: 'folder-missing',
  ECONNREFUSED: 'database',
  CONNECT_TIMEOUT: 'database',
  CONNECTION_CLOSED: 'database',
  CONNECTION_ENDED: 'database',
}

/** Why a backup came to nothing, as its page tells it. */
export function failureOf(error: unknown): BackupFailure {
  if (error instanceof NoRoom) return 'disk-full'
  if (error instanceof MissingFolder) return 'folder-missing'
  if (error instanceof BrokenArchive) return 'not-whole'
  if (!(error instanceof Error)) return 'unexpected'
  // Postgres says five signs of its own.
  const code = String((error as NodeJS.ErrnoException).code ?? '')
  return (
    OF_CODE[code] ??
    (/^[0-9A-Z]{5}$/.test(code) && error.name === 'PostgresError' ? 'database' : 'unexpected')
  )
}
