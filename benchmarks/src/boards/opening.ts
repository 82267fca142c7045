import { gzipSync } from 'node:zlib'
import type { BrowserContext, Page } from '@playwright/test'

export const BOARD = '/tindak-lanjut?lajur=opd'

/** A page that shows the board live, with its lanes, and the first of its cards. */
export async function openBoard(context: BrowserContext, address = BOARD): Promise<Page> {
  const page = await context.newPage()
  await page.goto(address)
  await page.locator('[data-card]').first().waitFor({ timeout: 60_000 })
  await page.getByText('Langsung: perubahan orang lain').waitFor({ timeout: 60_000 })
  return page
}

export interface Opening {
  /** From the click on Tindak Lanjut to the first cards on the screen, ms. */
  readonly cards: number
  /** To all of the board: moved about in, and heard of. */
  readonly live: number
}

/** Clicks on Tindak Lanjut on Beranda, as somebody does in the morning. */
export async function clickThere(context: BrowserContext): Promise<Opening> {
  const page = await context.newPage()
  await page.goto('/')
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => {
    const marks: { click?: number; cards?: number; live?: number } = {}
    Object.assign(window, { marks })
    addEventListener(
      'click',
      () => {
        marks.click ??= performance.now()
      },
      true,
    )
    const look = () => {
      // In the frame after they stand there they have been painted.
      if (document.querySelector('[id^="judul-"]'))
        requestAnimationFrame(() => (marks.cards ??= performance.now()))
      if (document.querySelector('[data-card]'))
        requestAnimationFrame(() => (marks.live ??= performance.now()))
      if (marks.live === undefined) requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  await page.getByRole('link', { name: 'Tindak Lanjut', exact: true }).first().click()
  await page.waitForFunction(() => (window as unknown as Marked).marks.live, undefined, { timeout: 60_000 })
  const { click, cards, live } = await page.evaluate(() => (window as unknown as Marked).marks)
  await page.close()
  return { cards: cards - click, live: live - click }
}

interface Marked {
  marks: { click: number; cards: number; live: number }
}

export interface Answer {
  /** Until the last byte, ms. */
  readonly ms: number
  readonly kilobytes: number
  readonly gzip: number
}

/** What the server says, asked again and again; the middle of the times. */
export async function answerTo(context: BrowserContext, path: string, rounds: number): Promise<Answer> {
  const times: number[] = []
  let body: Buffer = Buffer.alloc(0)
  for (let i = 0; i < rounds; i++) {
    const begun = performance.now()
    body = await (await context.request.get(path)).body()
    times.push(performance.now() - begun)
  }
  times.sort((one, other) => one - other)
  return {
    ms: times[Math.floor(times.length / 2)] ?? Number.NaN,
    kilobytes: body.length / 1_000,
    gzip: gzipSync(body).length / 1_000,
  }
}

/** Bytes of the socket until the board is heard of, kB. */
export async function socketBytes(context: BrowserContext): Promise<number> {
  const page = await context.newPage()
  let bytes = 0
  page.on('websocket', socket =>
    socket.on('framereceived', ({ payload }) => {
      bytes += payload.length
    }),
  )
  await page.goto(BOARD)
  await page.getByText('Langsung: perubahan orang lain').waitFor({ timeout: 60_000 })
  await page.close()
  return bytes / 1_000
}

/** Heap after everything that nobody holds has gone, MB. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.enable')
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize / 1e6
}
