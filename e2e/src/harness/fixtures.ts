import { test as base } from '@playwright/test'

export { expect } from '@playwright/test'

/** What the global set-up has left for us: its system began after this process had read the configuration. */
function fromSetup(name: 'E2E_BASE_URL' | 'E2E_DATABASE_URL' | 'E2E_DATA_DIR'): string {
  const value = process.env[name]
  if (value === undefined) throw new Error('the global set-up has not run')
  return value
}

/** Playwright's own test, on the system of the global set-up: its address, its database by URL, and its data. */
export const test = base.extend<{ databaseUrl: string; dataDir: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
  baseURL: ({}, use) => use(fromSetup('E2E_BASE_URL')),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  databaseUrl: ({}, use) => use(fromSetup('E2E_DATABASE_URL')),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  dataDir: ({}, use) => use(fromSetup('E2E_DATA_DIR')),
})
