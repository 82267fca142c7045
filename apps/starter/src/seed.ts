import type { Database } from '@mufakat/db'
import { systemClock } from '@mufakat/kernel'
import { isEmpty, issueSetupLink, seedDemo } from '@mufakat/services'
import { say } from './say'

/** Puts the demo into a database that nobody lives in yet. */
export async function seedWhenNew(database: Database): Promise<void> {
  const ctx = { database, clock: systemClock }
  if (!(await isEmpty(ctx))) return
  say('Mengisi data contoh …')
  await seedDemo(ctx)
}

/** The address that makes the first admin, as long as nobody has an account; the one before opens nothing more. */
export async function setupAddress(database: Database, baseUrl: string): Promise<string | null> {
  const token = await issueSetupLink({ database, clock: systemClock })
  return token === null ? null : `${baseUrl}/siapkan/${token}`
}
