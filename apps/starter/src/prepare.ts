import {
  checkDurability,
  type DatabaseUrls,
  isAuditGuarded,
  MissingRole,
  migrate,
  NewerDatabase,
  openDatabase,
} from '@mufakat/db'
import type { Settings } from '@mufakat/settings'
import { backUpBeforeUpgrade } from './backup'
import { MIGRATIONS } from './layout'
import { StartRefused, say } from './say'
import { seedWhenNew, setupAddress } from './seed'

/**
 * Makes the database ready for the apps: schema, the rights of their role, and the demo when it is new and wanted.
 * @returns the address that makes the first admin, when nobody has an account
 * @throws StartRefused when it cannot be reached, or would lose what it calls committed
 */
export async function prepareDatabase(urls: DatabaseUrls, settings: Settings): Promise<string | null> {
  await requireDurable(urls.ownerUrl, settings)
  await upgradeDatabase(urls, settings)
  const database = openDatabase(urls.url, { max: 2 })
  try {
    if (!(await requireReachable('DATABASE_URL', () => isAuditGuarded(database.sql)))) say(UNGUARDED)
    if (settings.demo) await seedWhenNew(database)
    return await setupAddress(database, settings.baseUrl)
  } finally {
    await database.close()
  }
}

/** Brings the schema up to date; where people use it, the database is taken as it is before. */
export async function upgradeDatabase(urls: DatabaseUrls, { dataDir }: Settings): Promise<void> {
  await backUpBeforeUpgrade(urls, dataDir)
  say('Menyiapkan skema …')
  await migrate(urls, MIGRATIONS).catch(refuse)
}

const NEWER =
  'Basis data sudah dipakai versi Mufakat yang lebih baru, dan akan salah dibaca versi ini. Pasang versi yang lebih baru.'
const UNGUARDED =
  'Peringatan: aplikasi memakai peran pemilik basis data, jadi catatan audit tidak terlindung olehnya. Atur DATABASE_OWNER_URL (docs/OPERATIONS.md)'

async function requireDurable(url: string, settings: Settings): Promise<void> {
  const database = openDatabase(url, { max: 1 })
  try {
    const name = settings.databaseOwnerUrl === null ? 'DATABASE_URL' : 'DATABASE_OWNER_URL'
    const off = await requireReachable(name, () => checkDurability(database.sql))
    if (settings.mode === 'production' && off.length > 0) {
      throw new StartRefused(
        `Basis data ditolak: ${off.join(' dan ')} mati, sehingga yang "Tersimpan" dapat hilang. Nyalakan pada server itu.`,
      )
    }
  } finally {
    await database.close()
  }
}

function refuse(error: unknown): never {
  if (error instanceof NewerDatabase) throw new StartRefused(NEWER)
  if (!(error instanceof MissingRole)) throw error
  throw new StartRefused(
    `Peran ${error.role} pada DATABASE_URL belum ada dan tidak boleh dibuat oleh pemilik: create role ${error.role} login password '…'`,
  )
}

async function requireReachable<T>(name: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error)
    throw new StartRefused(`Basis data pada ${name} tidak dapat dipakai: ${why}`)
  }
}
