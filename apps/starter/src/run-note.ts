import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { endProcess, isAlive, markProcess, type ProcessMark } from '@mufakat/db'
import { StartRefused, say } from './say'

interface Note {
  readonly starter: ProcessMark
  readonly children: readonly ProcessMark[]
}

/** Who runs on this data folder, on disk, so that a start after `kill -9` finds what was left behind. */
export interface RunNote {
  /** The run before ours was cut short: what it held may take a moment to come free. */
  readonly afterKill: boolean
  /** Replaces the list of our children. */
  record(children: readonly ProcessMark[]): Promise<void>
  clear(): Promise<void>
}

const fileOf = (dataDir: string) => join(dataDir, 'run.json')

/**
 * Takes the data folder for this process: ends children that a killed starter left behind.
 * @throws StartRefused when another starter lives on it
 */
export async function claim(dataDir: string): Promise<RunNote> {
  await mkdir(dataDir, { recursive: true, mode: 0o711 })
  const left = await read(dataDir)
  if (left !== null) {
    if (isAlive(left.starter)) {
      throw new StartRefused(
        `Sudah berjalan pada ${dataDir} (proses ${left.starter.pid}). Hentikan dulu, atau pakai DATA_DIR lain.`,
      )
    }
    const orphans = left.children.filter(isAlive)
    if (orphans.length > 0) say('Membereskan sisa proses yang lalu …')
    await Promise.all(orphans.map(orphan => endProcess(orphan, ['SIGTERM', 'SIGKILL'], 5_000)))
  }
  const starter = markProcess(process.pid) ?? { pid: process.pid, started: '' }
  // Writes follow each other, so that an older list never lands on a newer one.
  let last = write(dataDir, { starter, children: [] })
  await last
  return {
    afterKill: left !== null,
    record: children => {
      last = last.then(() => write(dataDir, { starter, children }))
      return last
    },
    clear: async () => {
      await last
      await rm(fileOf(dataDir), { force: true })
    },
  }
}

async function read(dataDir: string): Promise<Note | null> {
  if (!existsSync(fileOf(dataDir))) return null
  try {
    return JSON.parse(await readFile(fileOf(dataDir), 'utf8')) as Note
  } catch {
    return null
  }
}

async function write(dataDir: string, note: Note): Promise<void> {
  await writeFile(`${fileOf(dataDir)}.new`, JSON.stringify(note), { mode: 0o600 })
  await rename(`${fileOf(dataDir)}.new`, fileOf(dataDir))
}
