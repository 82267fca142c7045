import postgres from 'postgres'

/** Another backup is under way. */
export class BackupBusy extends Error {
  override readonly name = 'BackupBusy'
}

/** An advisory lock that nothing else here uses. */
const BACKUP_LOCK = 7_250_814

/**
 * Does this while nobody else takes a backup of this database, on whichever machine. Postgres lets go of the lock when
 * the process ends, however it does.
 * @param options.wait for the other one to be over; else `BackupBusy` is thrown
 * @param options.signal ends the wait
 */
export async function withBackupLock<T>(
  url: string,
  options: { wait: boolean; signal?: AbortSignal },
  work: () => Promise<T>,
): Promise<T> {
  const sql = postgres(url, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: 'mufakat-backup' },
  })
  const leave = () => void sql.end({ timeout: 0 })
  options.signal?.addEventListener('abort', leave, { once: true })
  try {
    if (options.wait) await sql`select pg_advisory_lock(${BACKUP_LOCK})`
    else {
      const [row] = await sql<{ held: boolean }[]>`select pg_try_advisory_lock(${BACKUP_LOCK}) as held`
      if (row?.held !== true) throw new BackupBusy()
    }
    // From here on the work ends by itself, and holds the lock until it has.
    options.signal?.removeEventListener('abort', leave)
    return await work()
  } finally {
    options.signal?.removeEventListener('abort', leave)
    await sql.end({ timeout: 1 })
  }
}
