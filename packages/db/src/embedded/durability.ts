import postgres from 'postgres'

export interface Durability {
  readonly fsync: boolean
  readonly synchronousCommit: boolean
}

/** Whether what this server calls committed survives a crash. Rejects when it cannot be reached. */
export async function readDurability(url: string): Promise<Durability> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined })
  try {
    const [row] = await sql<{ fsync: string; commit: string }[]>`
      select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`
    return { fsync: row?.fsync === 'on', synchronousCommit: row?.commit !== 'off' }
  } finally {
    await sql.end({ timeout: 5 })
  }
}
