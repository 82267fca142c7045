import type { Page } from '@playwright/test'
import { quantile } from '../browser'

/** Before the first that counts: each connection of the server has done it before, as on any day. */
const WARMING = 10
const PATIENCE_MS = 15_000

/** Milliseconds from letting a card go in one browser to its being on the other's screen. */
export async function dropToScreen(
  mover: Page,
  watcher: Page,
  drops: number,
): Promise<{ p50: number; p95: number }> {
  await mover.evaluate(() => {
    const dropped: number[] = []
    Object.assign(window, { dropped })
    addEventListener('drop', () => dropped.push(Date.now()), true)
  })
  const all: number[] = []
  for (let i = 0; i < WARMING + drops; i++) {
    const [from, to] = i % 2 === 0 ? [0, 1] : [1, 0]
    const card = mover.locator('section ul').nth(from).locator('[data-card]').first()
    const cardId = await card.getAttribute('data-card')
    const seen = watcher.evaluate(
      ([id, column, patience]) =>
        new Promise<number>((resolve, reject) => {
          setTimeout(() => reject(new Error('not seen by the other')), patience)
          const look = () => {
            const list = document.querySelectorAll('section ul')[Number(column)]
            if (!list?.querySelector(`[data-card="${id}"]`)) return
            observer.disconnect()
            resolve(Date.now())
          }
          const observer = new MutationObserver(look)
          observer.observe(document.body, { subtree: true, childList: true })
        }),
      [cardId, to, PATIENCE_MS] as const,
    )
    await card.dragTo(mover.locator('section ul').nth(to), { targetPosition: { x: 80, y: 40 } })
    const dropped = await mover.evaluate(
      () => (window as unknown as { dropped: number[] }).dropped.at(-1) ?? 0,
    )
    const took = (await seen) - dropped
    if (i >= WARMING) all.push(took)
    await mover.waitForTimeout(150)
  }
  return { p50: quantile(all, 0.5), p95: quantile(all, 0.95) }
}
