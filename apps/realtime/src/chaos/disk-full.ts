import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { openCrew } from '../testing/crew'
import { openStage, type Stage } from '../testing/stage'
import { openClients } from '../testing/world'
import { flawOf, type Outcome, type Run } from './scenario'

export interface DiskFullCounts {
  readonly fullMs: number
  readonly typists: number
}

const DISK_MB = 256

/** A small disk of one's own; null where that is not allowed. */
function mountDisk(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const folder = mkdtempSync(join(tmpdir(), 'mufakat-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m,mode=0711`, 'tmpfs', folder], {
      stdio: 'ignore',
    })
    return folder
  } catch {
    rmSync(folder, { recursive: true })
    return null
  }
}

function fill(file: string): void {
  const open = openSync(file, 'w')
  const block = Buffer.alloc(64 * 1_024)
  try {
    for (;;) writeSync(open, block)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    closeSync(open)
  }
}

/** So that Postgres needs new files for its own journal: it gives up where it cannot have them. */
async function useUpWal(sql: Stage['sql']): Promise<void> {
  for (let segment = 0; segment < 10; segment++) {
    const isWritten = await sql`select pg_logical_emit_message(true, 'chaos', 'x'), pg_switch_wal()`.then(
      () => true,
      () => false,
    )
    if (!isWritten) return
  }
}

/**
 * The disk of the database fills up while people type. They are told, keep what they have, and all of it arrives when
 * there is room again, with Postgres started anew where it gave up.
 */
export async function diskFull(counts: DiskFullCounts, run: Run): Promise<Outcome> {
  const disk = mountDisk()
  if (disk === null) {
    run.print('skipped: mounting a small disk takes root and the right to mount')
    return { figures: { skipped: 1 }, flaws: [] }
  }
  try {
    return await onDisk(disk, counts, run)
  } finally {
    execFileSync('umount', [disk])
    rmSync(disk, { recursive: true })
  }
}

async function onDisk(disk: string, counts: DiskFullCounts, run: Run): Promise<Outcome> {
  const stage = await openStage(disk)
  const clients = openClients(stage.seeds, stage.url)
  const ballast = join(disk, 'ballast')
  try {
    const { documentId } = await stage.seeds.rapat()
    const crew = await openCrew(counts.typists, run.seed, login => clients.live(login, documentId))
    const figures = { typed: 0, postgresGaveUp: 0, slowestDrainedMs: 0 }
    const flaws = await flawOf(async () => {
      for (const isForWal of [false, true]) {
        await crew.write(100)
        await crew.meet()
        fill(ballast)
        crew.start()
        // Room for a few rows is left in files that are there already.
        await crew.allAre('offline', 60_000)
        if (isForWal) await useUpWal(stage.sql)
        await delay(counts.fullMs)
        rmSync(ballast)
        if (!stage.isPostgresUp) {
          figures.postgresGaveUp += 1
          await stage.start(['postgres'])
        }
        const backAt = performance.now()
        crew.rest()
        await crew.meet()
        figures.slowestDrainedMs = Math.max(figures.slowestDrainedMs, Math.round(performance.now() - backAt))
        figures.typed = crew.typed
        run.print(
          `${isForWal ? 'no room for the journal of Postgres' : 'no room for rows'}: ${figures.typed} words`,
        )
      }
      return await crew.flaws(() => stage.readLog(documentId))
    })
    crew.rest()
    return { figures, flaws: [...flaws, ...stage.crashes] }
  } finally {
    await clients.close()
    await stage.close()
  }
}
