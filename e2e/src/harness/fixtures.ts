import { type BrowserContext, type BrowserContextOptions, test as base, type Page } from '@playwright/test'
import { onSameDevice } from './device'
import { type Account, comeIn } from './sign-in'
import { type RunningSystem, startSystem } from './system'

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
  /** The fresh demo of this spec file; specs that kill things start their own. */
  system: RunningSystem
  databaseUrl: string
  dataDir: string
}

interface OfWorker {
  /** The system of a spec file: the one of the file before ends when another file begins. */
  systemOf: (file: string) => Promise<RunningSystem>
}

/**
 * Playwright's own test, on a demo that its spec file has for itself: what a file finds does not hang on which files a
 * worker happened to run before. Its address, its database by URL, its data, and browsers that close when the test ends,
 * so that nobody of an earlier test stands in a room of a later one.
 */
export const test = base.extend<OfTest, OfWorker>({
  systemOf: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
    async ({}, use) => {
      const running = new Map<string, RunningSystem>()
      const end = async () => {
        for (const system of running.values()) await system.close()
        running.clear()
      }
      await use(async file => {
        const known = running.get(file)
        if (known !== undefined) return known
        await end()
        const system = await startSystem({ env: { DEMO: '1' } })
        running.set(file, system)
        return system
      })
      await end()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  system: [
    async ({ systemOf }, use, info) => use(await systemOf(info.file)),
    // Its start is no part of the test's own time.
    { timeout: 120_000 },
  ],
  baseURL: ({ system }, use) => use(system.baseUrl),
  databaseUrl: async ({ system }, use) => use((await system.launch.databaseUrls()).url),
  dataDir: ({ system }, use) => use(system.launch.dataDir),
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
