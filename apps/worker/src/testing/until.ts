import { setTimeout as delay } from 'node:timers/promises'

/** Waits until it is so; asking may throw meanwhile. */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  { withinMs = 40_000, everyMs = 25 } = {},
): Promise<void> {
  const end = performance.now() + withinMs
  for (let last: unknown; ; ) {
    try {
      if (await isSo()) return
    } catch (error) {
      last = error
    }
    if (performance.now() > end) throw new Error(`not within ${withinMs} ms: ${what}`, { cause: last })
    await delay(everyMs)
  }
}
