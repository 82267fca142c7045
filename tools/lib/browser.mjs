import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './root.mjs'

const fromE2e = createRequire(join(ROOT, 'e2e/package.json'))

/**
 * Finds a Chromium for tests, or gets one: CHROMIUM_PATH, Playwright's own, the system's, the one that npm
 * carries, apt's.
 * @returns {Promise<string>} path of the executable
 */
export async function findBrowser() {
  for (const source of [fromEnvironment, fromPlaywright, fromSystem, fromNpm, fromApt]) {
    const path = await source()
    if (path !== null) return path
  }
  throw new Error('no Chromium found: set CHROMIUM_PATH, or run "npx playwright install chromium"')
}

function fromEnvironment() {
  const path = process.env.CHROMIUM_PATH
  if (!path) return null
  if (!existsSync(path)) throw new Error(`CHROMIUM_PATH=${path} does not exist`)
  return path
}

function fromPlaywright() {
  const { chromium } = fromE2e('@playwright/test')
  const path = chromium.executablePath()
  return existsSync(path) ? path : null
}

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const fromSystem = () => SYSTEM.find(path => existsSync(path)) ?? null

/** Unpacks once into the temporary folder; its libraries come along only when it believes to be on Lambda. */
async function fromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x'
  try {
    const { default: packed } = await import(pathToFileURL(fromE2e.resolve('@sparticuz/chromium')))
    const path = await packed.executablePath()
    execFileSync(path, ['--version', '--no-sandbox'], { stdio: 'ignore' })
    return path
  } catch {
    return null
  }
}

function fromApt() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  try {
    console.log('Fetching Chromium with apt-get …')
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: 'ignore',
    })
    return fromSystem()
  } catch {
    return null
  }
}
