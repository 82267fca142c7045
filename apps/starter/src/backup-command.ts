// `npm run backup -- PATH [--keys FOLDER]`: everything but the keys into one archive, while everything runs.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { NothingThere } from '@mufakat/backup'
import { parseSettings } from '@mufakat/settings'
import { backUp, copyKeys } from './backup'
import { ROOT } from './layout'
import { runCommand, StartRefused, say } from './say'
import { withDatabase } from './with-database'

function refuseEmpty(error: unknown): never {
  if (error instanceof NothingThere)
    throw new StartRefused('Basis data ini kosong: tidak ada yang dicadangkan.')
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
  if (settings.databaseUrl === null && !existsSync(join(dataDir, 'postgres.json')))
    throw new StartRefused(`Tidak ada basis data di ${dataDir}. Atur DATA_DIR atau DATABASE_URL.`)
  say('Mencadangkan …')
  const taken = await withDatabase(settings, urls => backUp(urls, { dataDir, path })).catch(refuseEmpty)
  say(`Tersimpan: ${path} (${taken.tables} tabel, ${taken.rows} baris, ${taken.files} berkas)`)
  if (values.keys === undefined) say('Kunci tidak ikut. Simpan terpisah: --keys FOLDER')
  else say(`Kunci: ${await copyKeys(dataDir, resolve(ROOT, values.keys))} di ${values.keys}`)
  return 0
})
