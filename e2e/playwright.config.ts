import { defineConfig, devices } from '@playwright/test'
import { findBrowser } from '../tools/lib/browser.mjs'

// Found once: the workers inherit it.
process.env.CHROMIUM_PATH ??= await findBrowser()

const isRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: 'src',
  testMatch: '**/*.spec.ts',
  outputDir: '../.cache/e2e',
  // Each on a system of its own: two keep two processors busy.
  workers: 2,
  fullyParallel: false,
  retries: 0,
  timeout: 60_000,
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 800 },
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    actionTimeout: 10_000,
    // Recording every step costs a good part of the time; for who looks into a failure.
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--disable-quic',
      ],
    },
  },
})
