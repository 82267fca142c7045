import { join } from 'node:path'
import { pnpmPath, toolEnvironment } from './install.mjs'
import { ROOT } from './root.mjs'
import { run } from './run.mjs'

const program = path => join(ROOT, 'node_modules', path)

/** What needs neither browser nor database. */
const CHECKS = [
  {
    name: 'format and lint',
    args: [program('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'],
  },
  {
    name: 'types',
    args: [program('turbo/bin/turbo'), 'run', 'typecheck', '--output-logs=errors-only', '--ui=stream'],
  },
  {
    name: 'dependency rules',
    args: [
      program('dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['--config', '.dependency-cruiser.cjs', 'apps', 'packages', 'e2e', 'tools', 'benchmarks'],
    ],
  },
  { name: 'unused code', args: [program('knip/bin/knip.js'), '--no-progress'] },
  { name: 'house rules', args: [join(ROOT, 'tools/checks/own-checks.mjs')] },
]

/**
 * Runs every check, also after one has failed, and shows what the failed ones said.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks() {
  const env = toolEnvironment(await pnpmPath())
  const sum = { passed: 0, failed: 0 }
  for (const { name, args } of CHECKS) {
    const begun = performance.now()
    const { code, stdout, stderr } = await run(process.execPath, args, { cwd: ROOT, env, capture: true })
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
    if (code === 0) sum.passed += 1
    else {
      sum.failed += 1
      console.log(`${stdout}${stderr}`.trim())
    }
  }
  return sum
}
