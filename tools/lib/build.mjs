import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pnpmPath, toolEnvironment } from './install.mjs'
import { ROOT } from './root.mjs'
import { run } from './run.mjs'
import { filesBelow, hashOf, readStamp, writeStamp } from './stamp.mjs'

const STAMP = '.cache/build'
const OUTPUTS = ['dist/main.js', 'build/main.js']

const isTest = path => /\.test\.(ts|tsx|mjs)$/.test(path)

/** Every app that is built must have left its entry. */
function outputsStand() {
  return readdirSync(join(ROOT, 'apps')).every(name => {
    const manifest = join(ROOT, 'apps', name, 'package.json')
    if (!existsSync(manifest) || !JSON.parse(readFileSync(manifest, 'utf8')).scripts?.build) return true
    return OUTPUTS.some(output => existsSync(join(ROOT, 'apps', name, output)))
  })
}

/**
 * Builds the apps through turbo, which leaves alone what has not changed. When nothing at all has, not even
 * turbo is asked: it needs a second to find that out.
 */
export async function buildWhenChanged() {
  const inputs = [...filesBelow('apps'), ...filesBelow('packages')].filter(path => !isTest(path))
  const wanted = hashOf([...inputs, 'pnpm-lock.yaml', 'tsconfig.base.json', 'turbo.json', 'tools/bundle.mjs'])
  if (readStamp(STAMP) === wanted && outputsStand()) return
  console.log('Membangun …')
  const pnpm = await pnpmPath()
  const { code } = await run(
    join(ROOT, 'node_modules/.bin/turbo'),
    ['run', 'build', '--filter=./apps/*', '--output-logs=new-only', '--log-prefix=task', '--ui=stream'],
    { cwd: ROOT, env: toolEnvironment(pnpm) },
  )
  if (code !== 0) throw new Error('Membangun gagal; lihat pesan di atas')
  writeStamp(STAMP, wanted)
}
