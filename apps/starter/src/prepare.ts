import { checkDurability, migrate, openDatabase } from '@mufakat/db'
import type { Settings } from '@mufakat/settings'
import { MIGRATIONS } from './layout'
import { StartRefused, say } from './say'
import { seedWhenNew } from './seed'

/**
 * Makes the database ready for the apps: schema, and the demo when it is new and wanted.
 * @throws StartRefused when it cannot be reached, or would lose what it calls committed
 */
export async function prepareDatabase(url: string, settings: Settings): Promise<void> {
  const database = openDatabase(url, { max: 2 })
  try {
    await requireReachable(() => checkDurability(database.sql)).then(off => {
      if (settings.mode === 'production' && off.length > 0) {
        throw new StartRefused(
          `Basis data ditolak: ${off.join(' dan ')} mati, sehingga yang "Tersimpan" dapat hilang. Nyalakan pada server itu.`,
        )
      }
    })
    say('Menyiapkan skema …')
    await migrate(url, MIGRATIONS)
    if (settings.demo) await seedWhenNew(database)
  } finally {
    await database.close()
  }
}

async function requireReachable<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error)
    throw new StartRefused(`Basis data pada DATABASE_URL tidak dapat dipakai: ${why}`)
  }
}
