import type { BackupUnderWay } from '@mufakat/services'

const EVERY_MS = 500

/** Tells how far a backup is, now and then: half of it is taking the archive, half is reading it again. */
export function reporter(backup: Pick<BackupUnderWay, 'progress'>): {
  taken(done: number, total: number): void
  read(done: number, size: number): void
  end(): Promise<void>
} {
  let whole = 0
  let last = 0
  // One after the other; one that fails costs a number on a page.
  let telling = Promise.resolve()
  const tell = (done: number): void => {
    const now = performance.now()
    if (now - last < EVERY_MS) return
    last = now
    const [part, all] = [Math.round(done), Math.round(2 * whole)]
    telling = telling.then(() => backup.progress(part, all)).catch(() => undefined)
  }
  return {
    taken: (done, total) => {
      whole = total
      tell(done)
    },
    read: (done, size) => tell(whole + whole * Math.min(1, done / size)),
    end: () => telling,
  }
}
