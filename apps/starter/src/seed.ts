import type { Database } from '@mufakat/db'
import { systemClock } from '@mufakat/kernel'
import { isEmpty, seedDemo } from '@mufakat/services'
import { say } from './say'

/** Puts the demo into a database that nobody lives in yet. */
export async function seedWhenNew(database: Database): Promise<void> {
  const ctx = { database, clock: systemClock }
  if (!(await isEmpty(ctx))) return
  say('Mengisi data contoh …')
  await seedDemo(ctx)
}
