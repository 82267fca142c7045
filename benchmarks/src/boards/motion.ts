import type { Browser, Page } from '@playwright/test'
import { longestTask } from './tasks'

/** A processor so much slower: a cheap laptop of an office. */
const SLOWER = 4

export interface Motion {
  /** The longest task while the wheel is turned, ms. */
  readonly scroll: number
  /** While a card is dragged over the board, and let go on another column. */
  readonly drag: number
}

export async function motionOf(browser: Browser, page: Page): Promise<Motion> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const scroll = await longestTask(browser, page, () => turnWheel(page))
  await page.getByRole('region', { name: 'Tindak Lanjut' }).evaluate(box => box.scrollTo(0, 0))
  await page.waitForTimeout(500)
  const drag = await longestTask(browser, page, () => dragOver(page))
  await session.detach()
  return { scroll, drag }
}

async function turnWheel(page: Page): Promise<void> {
  await page.mouse.move(640, 500)
  for (let i = 0; i < 80; i++) {
    await page.mouse.wheel(0, i < 60 ? 240 : -900)
    await page.waitForTimeout(25)
  }
}

async function dragOver(page: Page): Promise<void> {
  for (let i = 0; i < 4; i++) {
    const [from, to] = i % 2 === 0 ? [0, 1] : [1, 0]
    const lists = page.locator('section ul')
    const card = await lists.nth(from).locator('[data-card]').first().boundingBox()
    const column = await lists.nth(to).boundingBox()
    if (card === null || column === null) throw new Error('nothing to drag')
    await page.mouse.move(card.x + 60, card.y + 60)
    await page.mouse.down()
    for (let step = 1; step <= 20; step++)
      await page.mouse.move(card.x + 60 + ((column.x - card.x) * step) / 20, card.y + 60 + step * 3)
    await page.mouse.up()
    await page.waitForTimeout(600)
  }
}
