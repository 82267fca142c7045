import type { Browser, BrowserContext, Page } from '@playwright/test'
import { type Line, quantile, signedIn, throttle } from './browser'
import type { System } from './system'

const EDITABLE = '.nt-text[contenteditable="true"]'

/** Script that a page fetches until it is quiet, as gzip, kB (1,000 bytes). Browsers get brotli, a tenth less. */
export async function scriptOf(context: BrowserContext, path: string): Promise<number> {
  const page = await context.newPage()
  const scripts = new Set<string>()
  page.on('request', request => {
    if (request.resourceType() === 'script') scripts.add(request.url())
  })
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  await page.close()
  let bytes = 0
  for (const url of scripts) {
    const answer = await context.request.fetch(url, {
      method: 'HEAD',
      headers: { 'Accept-Encoding': 'gzip' },
    })
    bytes += Number(answer.headers()['content-length'])
  }
  return bytes / 1_000
}

export interface Opening {
  /** The notula's lines are painted, ms after the navigation began. */
  readonly readable: number
  /** The editor has taken over, ms. */
  readonly editable: number
}

export async function openOver(context: BrowserContext, path: string, line: Line): Promise<Opening> {
  const page = await context.newPage()
  await throttle(page, line)
  await page.addInitScript(() => {
    const marks: { lines?: number } = {}
    Object.assign(window, { marks })
    const look = () => {
      // Before its style sheet has come a page is not painted, so lines count from the first paint on.
      const painted = performance.getEntriesByName('first-contentful-paint').length > 0
      if (painted && document.querySelectorAll('.nt-line').length >= 30) marks.lines = performance.now()
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  await page.goto(path, { waitUntil: 'commit', timeout: 120_000 })
  await page.locator(EDITABLE).first().waitFor({ timeout: 120_000 })
  const opening = await page.evaluate(() => ({
    readable: (window as unknown as { marks: { lines: number } }).marks.lines,
    editable: performance.now(),
  }))
  await page.close()
  return opening
}

/** Milliseconds from a key in one browser to its letter on the other's screen. */
export async function remoteKeystroke(
  browser: Browser,
  system: System,
  path: string,
  keys: number,
): Promise<{ p50: number; p95: number }> {
  const writer = await openEditor(await signedIn(browser, system.baseUrl, 'sekretariat'), path)
  const reader = await openEditor(await signedIn(browser, system.baseUrl, 'kepala.perkim'), path)
  await watchLetters(reader)
  await newLine(writer)
  await writer.evaluate(() => {
    const pressed: number[] = []
    Object.assign(window, { pressed })
    addEventListener('keydown', () => pressed.push(Date.now()), true)
  })
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  // A mark that stands nowhere else, so that only these letters are counted on the other side.
  await writer.keyboard.type('§')
  for (let i = 0; i < keys; i++) {
    await writer.keyboard.press(letters[i % letters.length] ?? 'a')
    await writer.waitForTimeout(60 + ((i * 37) % 60))
  }
  await reader.waitForFunction(n => (window as unknown as Seen).seen.length >= n + 1, keys, {
    timeout: 30_000,
  })
  const seen = await reader.evaluate(() => (window as unknown as Seen).seen)
  const pressed = await writer.evaluate(() => (window as unknown as { pressed: number[] }).pressed)
  await writer.context().close()
  await reader.context().close()
  // `§` is on no key: it came as text, was seen, and was never pressed.
  const took = pressed.map((at, i) => (seen[i + 1] ?? Number.POSITIVE_INFINITY) - at)
  return { p50: quantile(took, 0.5), p95: quantile(took, 0.95) }
}

interface Seen {
  seen: number[]
}

/** Notes when each letter behind `§` is in the page and about to be painted. */
async function watchLetters(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: number[] = []
    Object.assign(window, { seen })
    const count = () => {
      const line = [...document.querySelectorAll('.nt-words')].find(words => words.textContent?.includes('§'))
      const copy = line?.cloneNode(true) as Element | undefined
      for (const caret of copy?.querySelectorAll('.nt-caret') ?? []) caret.remove()
      const text = copy?.textContent ?? ''
      const letters = text.includes('§') ? text.slice(text.indexOf('§')).replace(/[^§a-z]/g, '').length : 0
      while (seen.length < letters) seen.push(Date.now())
    }
    new MutationObserver(count).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    })
  })
}

/** Seconds until the save state no longer says that what was just typed is saved. */
export async function alarmAfter(
  browser: Browser,
  system: System,
  path: string,
  signal: 'SIGKILL' | 'SIGSTOP',
): Promise<number> {
  const page = await openEditor(await signedIn(browser, system.baseUrl, 'sekretariat'), path)
  await newLine(page)
  await page.keyboard.type('Sebelum putus.')
  await page
    .getByText(/^Tersimpan/)
    .first()
    .waitFor()
  const pid = system.realtimePid()
  process.kill(pid, signal)
  const from = Date.now()
  await page.keyboard.type('x')
  await page
    .getByText(/^(Luring|Gagal tersimpan)/)
    .first()
    .waitFor({ timeout: 60_000 })
  const seconds = (Date.now() - from) / 1_000
  if (signal === 'SIGSTOP') process.kill(pid, 'SIGCONT')
  await page
    .getByText(/^Tersimpan/)
    .first()
    .waitFor({ timeout: 60_000 })
  await page.context().close()
  return seconds
}

async function openEditor(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(path)
  await page.locator(EDITABLE).first().waitFor({ timeout: 30_000 })
  return page
}

async function newLine(page: Page): Promise<void> {
  await page.locator(EDITABLE).first().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
}
