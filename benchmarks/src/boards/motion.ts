import type { Browser, Page } from '@playwright/test'
import { quantile } from '../browser'
import { type Longest, longestTask } from './tasks'

/** A processor so much slower: a cheap laptop of an office. */
const SLOWER = 4

export interface Motion {
  /** While the wheel is turned; the middle of some passes. */
  readonly scroll: Longest
  /** While a card is dragged over the board, and let go on another column. */
  readonly drag: Longest
}

export async function motionOf(browser: Browser, page: Page, passes: number): Promise<Motion> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const scrolls: Longest[] = []
  const drags: Longest[] = []
  for (let i = 0; i < passes; i++) {
    scrolls.push(await longestTask(browser, page, () => turnWheel(page)))
    await page.getByRole('region', { name: 'Tindak Lanjut' }).evaluate(box => box.scrollTo(0, 0))
    await page.waitForTimeout(500)
    // Asked before: what the measure asks of the page is a task of the page, too.
    const ends = await cardsToDrag(page)
    drags.push(await longestTask(browser, page, () => dragOver(page, ends)))
  }
  await session.detach()
  return { scroll: middle(scrolls), drag: middle(drags) }
}

const middle = (all: readonly Longest[]): Longest => ({
  task: quantile(
    all.map(({ task }) => task),
    0.5,
  ),
  own: quantile(
    all.map(({ own }) => own),
    0.5,
  ),
})

async function turnWheel(page: Page): Promise<void> {
  await page.mouse.move(640, 500)
  for (let i = 0; i < 80; i++) {
    await page.mouse.wheel(0, i < 60 ? 240 : -900)
    await page.waitForTimeout(25)
  }
}

interface Point {
  readonly x: number
  readonly y: number
}

/** Where the first card of each of the first two columns is taken up; one that is put there stands there again. */
async function cardsToDrag(page: Page): Promise<readonly [Point, Point]> {
  const lists = page.locator('section ul')
  const [one, other] = await Promise.all(
    [0, 1].map(at => lists.nth(at).locator('[data-card]').first().boundingBox()),
  )
  if (!one || !other) throw new Error('nothing to drag')
  return [
    { x: one.x + 60, y: one.y + 60 },
    { x: other.x + 60, y: other.y + 60 },
  ]
}

async function dragOver(page: Page, [left, right]: readonly [Point, Point]): Promise<void> {
  for (let i = 0; i < 4; i++) {
    const [from, to] = i % 2 === 0 ? [left, right] : [right, left]
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    for (let step = 1; step <= 20; step++)
      await page.mouse.move(from.x + ((to.x - from.x) * step) / 20, from.y + step * 3)
    await page.mouse.up()
    await page.waitForTimeout(600)
  }
}
