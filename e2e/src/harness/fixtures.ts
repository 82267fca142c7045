import { type BrowserContext, type BrowserContextOptions, test as base, type Page } from '@playwright/test'
import { onSameDevice } from './device'
import { type Account, comeIn } from './sign-in'

export { expect } from '@playwright/test'

/** The phone of the field: narrow, and touched. */
export const PHONE = {
  viewport: { width: 360, height: 800 },
  hasTouch: true,
  isMobile: true,
} as const satisfies BrowserContextOptions

/** A browser that runs no script. */
export const PLAIN = { javaScriptEnabled: false } as const satisfies BrowserContextOptions

interface OfTest {
  /** A browser of its own, with nothing in it. */
  openBrowser: (device?: BrowserContextOptions) => Promise<Page>
  /** A browser of its own in which somebody has come in. */
  openAs: (account: Account, device?: BrowserContextOptions) => Promise<Page>
  databaseUrl: string
  dataDir: string
}

/** What the global set-up has left for us: its system began after this process had read the configuration. */
function fromSetup(name: 'E2E_BASE_URL' | 'E2E_DATABASE_URL' | 'E2E_DATA_DIR'): string {
  const value = process.env[name]
  if (value === undefined) throw new Error('the global set-up has not run')
  return value
}

/**
 * Playwright's own test, on the system of the global set-up: its address, its database by URL, its data, and browsers
 * that close when the test ends, so that nobody of an earlier test stands in a room of a later one.
 */
export const test = base.extend<OfTest>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
  baseURL: ({}, use) => use(fromSetup('E2E_BASE_URL')),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  databaseUrl: ({}, use) => use(fromSetup('E2E_DATABASE_URL')),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  dataDir: ({}, use) => use(fromSetup('E2E_DATA_DIR')),
  openBrowser: async ({ browser }, use) => {
    const opened: BrowserContext[] = []
    await use(async device => {
      const context = await browser.newContext(device)
      opened.push(context)
      return context.newPage()
    })
    await Promise.all(opened.map(context => context.close()))
  },
  openAs: ({ openBrowser }, use) =>
    use(async (account, device) => {
      const page = await openBrowser(device)
      await comeIn(page, account)
      // Without script nothing is kept on a device.
      if (device?.javaScriptEnabled !== false) await onSameDevice(page, account)
      return page
    }),
})
