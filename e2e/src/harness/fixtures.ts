import { test as base } from '@playwright/test'

export { expect } from '@playwright/test'

/** Playwright's own test, against the system that the global set-up has started. */
export const test = base.extend<{ databaseUrl: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
  databaseUrl: async ({}, use) => {
    const url = process.env.E2E_DATABASE_URL
    if (url === undefined) throw new Error('the global set-up has not run')
    await use(url)
  },
})
