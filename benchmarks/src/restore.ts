// `npm run bench -- restore [--gigabytes 5] [--write]`: how long an installation with so many files takes to back up
// while it runs, and to come back when everything but the archive and its keys is lost.
import { execFileSync } from 'node:child_process'
import { createHash, randomBytes, randomFillSync } from 'node:crypto'
import { createReadStream, statfsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openDatabase, runningEmbedded } from '@mufakat/db'
import { newId } from '@mufakat/kernel'
import { writeRestoreReport } from './restore-report'
import { startSystem } from './system'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const { values: options } = parseArgs({
  options: {
    gigabytes: { type: 'string', default: '5' },
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
  allowPositionals: true,
})
const wanted = (options.quick ? 0.2 : Number(options.gigabytes)) * 1e9

/** As an office attaches them: photos of telephones, scans, documents, sheets. */
const MIX = [
  { kind: 'jpeg', bytes: 3_000_000, share: 0.6 },
  { kind: 'pdf', bytes: 1_200_000, share: 0.25 },
  { kind: 'docx', bytes: 180_000, share: 0.1 },
  { kind: 'xlsx', bytes: 60_000, share: 0.05 },
] as const

interface Made {
  readonly kind: string
  readonly name: string
  readonly bytes: number
  readonly sha256: Buffer
}

/** Files with content that nothing can compress, where the portal keeps them. */
async function fillFiles(folder: string): Promise<Made[]> {
  const made: Made[] = []
  for (const { kind, bytes, share } of MIX)
    for (let done = 0; done < wanted * share; done += bytes) {
      const name = randomBytes(32).toString('hex')
      const content = randomFillSync(Buffer.allocUnsafe(bytes))
      const place = join(folder, name.slice(0, 2), name.slice(2, 4))
      await mkdir(place, { recursive: true, mode: 0o700 })
      await writeFile(join(place, name), content, { mode: 0o600 })
      made.push({ kind, name, bytes, sha256: createHash('sha256').update(content).digest() })
    }
  return made
}

/** A row for each, at the rapat of the demo. */
async function addRows(url: string, files: readonly Made[]): Promise<void> {
  const { sql, close } = openDatabase(url, { max: 1 })
  const [at] = await sql<{ rapat: string; person: string }[]>`
    select (select id from rapat limit 1) as rapat, (select id from person limit 1) as person`
  for (const file of files)
    await sql`
      insert into file (id, subject_kind, subject_id, kind, name, stored_name, size, sha256, thumbnail_size, added_by, added_at)
      values (${newId()}, 'rapat', ${at?.rapat ?? ''}, ${file.kind}, ${`lampiran.${file.kind}`}, ${file.name},
        ${file.bytes}, ${file.sha256}, 0, ${at?.person ?? ''}, now())`
  await close()
}

/** Runs a command of the root package; answers its seconds. */
function timed(tool: 'backup' | 'restore', args: readonly string[], dataDir: string): number {
  const begun = performance.now()
  execFileSync(process.execPath, [`tools/${tool}.mjs`, ...args], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return (performance.now() - begun) / 1_000
}

/** How many of the files that were made are there again, byte for byte. */
async function countWhole(folder: string, files: readonly Made[]): Promise<number> {
  let whole = 0
  for (const { name, sha256 } of files) {
    const hash = createHash('sha256')
    const path = join(folder, name.slice(0, 2), name.slice(2, 4), name)
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
    if (hash.digest().equals(sha256)) whole += 1
  }
  return whole
}

const place = await mkdtemp(join(tmpdir(), 'mufakat-bench-restore-'))
const dataDir = join(place, 'data')
const archive = join(place, 'aman/cadangan.tar')
const keys = join(place, 'aman/kunci')
try {
  await chmod(place, 0o711)
  const { bavail, bsize } = statfsSync(place)
  if (bavail * bsize < wanted * 2.5)
    throw new Error(`needs ${wanted * 2.5} bytes, ${bavail * bsize} are free`)
  const first = await startSystem(dataDir)
  const files = await fillFiles(join(dataDir, 'files'))
  const urls = await runningEmbedded(dataDir)
  if (urls === null) throw new Error('the database is not running')
  await addRows(urls.ownerUrl, files)
  // While everything runs.
  const backupSeconds = timed('backup', [archive, '--keys', keys], dataDir)
  await first.stop()
  const { size } = await stat(archive)

  for (const name of await readdir(dataDir)) await rm(join(dataDir, name), { recursive: true })
  const restoreSeconds = timed('restore', [archive, '--keys', keys], dataDir)
  const second = await startSystem(dataDir)
  const answers = (await fetch(`${second.baseUrl}/masuk`)).status
  await second.stop()
  const whole = await countWhole(join(dataDir, 'files'), files)
  const figures = { files: files.length, bytes: size, backupSeconds, restoreSeconds }
  console.table({ ...figures, whole, answers })
  if (whole !== files.length || answers !== 200) throw new Error('what came back is not what was taken')
  if (options.write) await writeRestoreReport(join(ROOT, 'docs/benchmarks-restore.md'), figures)
} finally {
  await rm(place, { recursive: true, force: true })
}
