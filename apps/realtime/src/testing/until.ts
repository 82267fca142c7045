import { setTimeout as delay } from 'node:timers/promises'

/** What was waited for has not come. */
export class NeverCame extends Error {}

/** Waits until it is so; asking may throw meanwhile, as it does while a server is away. */
export async function until(
  what: string | (() => string),
  isSo: () => boolean | Promise<boolean>,
  { withinMs = 30_000, everyMs = 10 } = {},
): Promise<void> {
  const end = performance.now() + withinMs
  for (let last: unknown; ; ) {
    try {
      if (await isSo()) return
    } catch (error) {
      last = error
    }
    if (performance.now() > end) {
      const missing = typeof what === 'string' ? what : what()
      throw new NeverCame(`not within ${withinMs} ms: ${missing}`, { cause: last })
    }
    await delay(everyMs)
  }
}
