import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { findBrowser } from '../../tools/lib/browser.mjs'

export const FLAGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

export async function launch(): Promise<Browser> {
  return await chromium.launch({ executablePath: await findBrowser(), args: FLAGS })
}

export async function signedIn(browser: Browser, baseUrl: string, account: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: baseUrl,
    locale: 'id-ID',
    viewport: { width: 1280, height: 800 },
  })
  // The measure's own functions go to the page as source, where the loader's helper for names is not known.
  await context.addInitScript('globalThis.__name ??= made => made')
  const page = await context.newPage()
  await page.goto('/masuk')
  await page.getByLabel('E-mail atau NIP').fill(`${account}@demo.local`)
  await page.getByLabel('Kata sandi', { exact: true }).fill('mufakat-demo')
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await page.waitForURL(url => url.pathname === '/')
  await page.close()
  return context
}

/** The address of the past rakor, whose notula has over 30 paragraphs. */
export async function pastRapat(context: BrowserContext): Promise<string> {
  const page = await context.newPage()
  await page.goto('/rapat?tw=2026-3')
  const address = await page.locator('a[href^="/rapat/0"]').first().getAttribute('href')
  await page.close()
  if (address === null) throw new Error('the demo has no past rapat')
  return address
}

export interface Line {
  readonly name: string
  readonly bitsPerSecond: number
  readonly latencyMs: number
}

export async function throttle(page: Page, line: Line): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: line.latencyMs,
    downloadThroughput: line.bitsPerSecond / 8,
    uploadThroughput: line.bitsPerSecond / 8,
  })
}

/** The value below which `share` of the values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
