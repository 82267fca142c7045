// `npm test`: every check and every test. The last line sums all runners; anything that failed makes the
// exit code 1. Arguments name what to run: checks, vitest, browser (all without any).
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './lib/browser.mjs'
import { buildWhenChanged } from './lib/build.mjs'
import { runChecks } from './lib/checks.mjs'
import { installWhenChanged, pnpmPath, toolEnvironment } from './lib/install.mjs'
import { requireNode } from './lib/node-version.mjs'
import { playwrightSum, vitestSum } from './lib/reports.mjs'
import { ROOT } from './lib/root.mjs'
import { run } from './lib/run.mjs'

const REPORTS = join(ROOT, '.cache/reports')

requireNode()
await installWhenChanged()
rmSync(REPORTS, { recursive: true, force: true })
mkdirSync(REPORTS, { recursive: true })
const pnpm = await pnpmPath()
const environment = () => ({ ...toolEnvironment(pnpm), NO_COLOR: '1' })

async function vitest() {
  const report = join(REPORTS, 'vitest.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await run(process.execPath, [join(ROOT, 'node_modules/vitest/vitest.mjs'), ...args], {
    cwd: ROOT,
    env: environment(),
  })
  return vitestSum(report, code)
}

async function browser() {
  await buildWhenChanged()
  const chromium = await findBrowser()
  console.log(`Browser: ${chromium}`)
  const report = join(REPORTS, 'playwright.json')
  const { code } = await run(
    process.execPath,
    [join(ROOT, 'e2e/node_modules/@playwright/test/cli.js'), 'test', '--reporter=list,json'],
    {
      cwd: join(ROOT, 'e2e'),
      // Only now: finding the browser may have told where its libraries are.
      env: { ...environment(), CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    },
  )
  return playwrightSum(report, code)
}

const STEPS = { checks: runChecks, vitest, browser }
const asked = process.argv.slice(2).filter(name => name in STEPS)
const sum = { passed: 0, failed: 0 }
const lines = []
for (const name of asked.length > 0 ? asked : Object.keys(STEPS)) {
  console.log(`\n── ${name} ──`)
  const begun = performance.now()
  let part
  try {
    part = await STEPS[name]()
  } catch (error) {
    console.error(error.message)
    part = { passed: 0, failed: 1 }
  }
  sum.passed += part.passed
  sum.failed += part.failed
  lines.push(
    `${name}: ${part.passed} passed, ${part.failed} failed (${((performance.now() - begun) / 1000).toFixed(0)} s)`,
  )
}
console.log(`\n${lines.join('\n')}`)
console.log(`${sum.passed} passed, ${sum.failed} failed`)
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1
