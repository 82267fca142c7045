import { type FileContext, sweepFiles } from '@mufakat/services'
import type { ProcessLog } from '@mufakat/telemetry'

const HOUR_MS = 3_600_000
/** A start has other things to do first. */
const FIRST_MS = 60_000

/** Sweeps files soon after the start and then every hour; what is missing goes to the log each time. */
export function keepSwept(ctx: FileContext, log: ProcessLog): { stop(): Promise<void> } {
  let round = Promise.resolve()
  let isOver = false
  let timer: NodeJS.Timeout
  const sweep = async () => {
    try {
      const { missing, ...swept } = await sweepFiles(ctx)
      if (missing.length > 0)
        log.error({ fileIds: missing.slice(0, 100), count: missing.length }, 'bytes of files are missing')
      if (Object.values(swept).some(count => count > 0)) log.info(swept, 'files swept')
    } catch (error) {
      log.warn({ err: error }, 'files not swept')
    }
    if (!isOver) later(HOUR_MS)
  }
  const later = (ms: number) => {
    timer = setTimeout(() => {
      round = sweep()
    }, ms)
    timer.unref()
  }
  later(FIRST_MS)
  return {
    async stop() {
      isOver = true
      clearTimeout(timer)
      await round
    },
  }
}
