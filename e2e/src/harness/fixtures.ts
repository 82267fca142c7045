import { type BrowserContext, type BrowserContextOptions, test as base, type Page } from '@playwright/test'
import { onSameDevice } from './device'
import { type Account, comeIn } from './sign-in'
import { startSystem } from './system'

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

interface OfWorker {
  /** One demo for all specs of this worker that only look from outside; specs that kill things start their own. */
  system: { readonly baseUrl: string; readonly databaseUrl: string; readonly dataDir: string }
}

/**
 * Playwright's own test, on the system of its worker: its address, its database by URL, its data, and browsers that close
 * when the test ends, so that nobody of an earlier test stands in a room of a later one.
 */
export const test = base.extend<OfTest, OfWorker>({
  system: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
    async ({}, use) => {
      const system = await startSystem({ env: { DEMO: '1' } })
      const { url } = await system.launch.databaseUrls()
      await use({ baseUrl: system.baseUrl, databaseUrl: url, dataDir: system.launch.dataDir })
      await system.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: ({ system }, use) => use(system.baseUrl),
  databaseUrl: ({ system }, use) => use(system.databaseUrl),
  dataDir: ({ system }, use) => use(system.dataDir),
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
