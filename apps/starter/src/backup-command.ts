// `npm run backup -- PATH [--keys FOLDER]`: everything but the keys into one archive, while everything runs.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { NoRoom, NothingThere } from '@mufakat/backup'
import { BackupBusy, withBackupLock } from '@mufakat/db'
import { parseSettings } from '@mufakat/settings'
import { backUp, copyKeys } from './backup'
import { ROOT } from './layout'
import { runCommand, StartRefused, say } from './say'
import { withExistingDatabase } from './with-database'

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1).replace('.', ',')} GB`

function refuse(error: unknown): never {
  if (error instanceof NothingThere)
    throw new StartRefused('Basis data ini kosong: tidak ada yang dicadangkan.')
  if (error instanceof BackupBusy)
    throw new StartRefused('Cadangan lain sedang dibuat. Tunggu sampai selesai.')
  if (error instanceof NoRoom)
    throw new StartRefused(
      `Ruang disk kurang: perlu ${gigabytes(error.neededBytes)}, ada ${gigabytes(error.freeBytes)}. Tidak ada yang ditulis.`,
    )
  throw error
}

const USAGE = 'npm run backup -- PATH [--keys FOLDER]'

await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { keys: { type: 'string' } } })
  const [given, ...more] = positionals
  if (given === undefined || more.length > 0) throw new StartRefused(USAGE)
  const settings = parseSettings(process.env, ROOT)
  const path = resolve(ROOT, given)
  // The last good one is never written over by one that may not become good.
  if (existsSync(path)) throw new StartRefused(`${path} sudah ada. Beri nama lain.`)
  const { dataDir } = settings
  const taken = await withExistingDatabase(settings, urls =>
    withBackupLock(urls.url, { wait: false }, () => {
      say('Mencadangkan …')
      return backUp(urls, { dataDir, path })
    }),
  ).catch(refuse)
  say(`Tersimpan: ${path} (${taken.tables} tabel, ${taken.rows} baris, ${taken.files} berkas)`)
  if (values.keys === undefined) say('Kunci tidak ikut. Simpan terpisah: --keys FOLDER')
  else say(`Kunci: ${await copyKeys(dataDir, resolve(ROOT, values.keys))} di ${values.keys}`)
  return 0
})
