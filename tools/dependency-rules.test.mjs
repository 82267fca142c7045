import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, expect, it } from 'vitest'
import { ROOT } from './lib/root.mjs'

const execute = promisify(execFile)
let house

afterEach(() => rmSync(house, { recursive: true, force: true }))

/** A small house of the same shape, under the real rules; links stand where pnpm would put them. */
function build(files) {
  house = mkdtempSync(join(tmpdir(), 'mufakat-house-'))
  for (const file of ['.dependency-cruiser.cjs', 'tools/dependency-cruiser.tsconfig.json']) {
    cpSync(join(ROOT, file), join(house, file))
  }
  const manifest = name => JSON.stringify({ name, type: 'module', exports: { '.': './src/index.ts' } })
  const put = (path, text) => {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    writeFileSync(join(house, path), text)
  }
  put('tools/up.mjs', '')
  put('e2e/x.ts', 'export {}')
  for (const room of ['kernel', 'domain', 'db', 'ui', 'live', 'services']) {
    put(`packages/${room}/package.json`, manifest(`@mufakat/${room}`))
    put(`packages/${room}/src/index.ts`, `export interface Thing {}\nexport const ${room} = 1\n`)
    mkdirSync(join(house, 'node_modules/@mufakat'), { recursive: true })
    symlinkSync(join('../../packages', room), join(house, 'node_modules/@mufakat', room))
  }
  for (const name of ['react', 'drizzle-orm']) {
    put(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }))
    put(`node_modules/${name}/index.js`, 'module.exports = {}')
  }
  mkdirSync(join(house, 'apps'), { recursive: true })
  for (const [path, text] of Object.entries(files)) put(path, text)
}

/** What the check says: whether it fails, and which rules it names. */
async function broken() {
  const program = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = [program, '--config', '.dependency-cruiser.cjs', 'apps', 'packages', 'e2e', 'tools']
  const { failed, stdout } = await execute(process.execPath, args, { cwd: house }).then(
    ended => ({ ...ended, failed: false }),
    ended => ({ ...ended, failed: true }),
  )
  const rules = [...stdout.matchAll(/^\s*error ([\w-]+):/gm)].map(([, rule]) => rule)
  return { failed, rules: [...new Set(rules)].sort() }
}

it('lets through what follows the directions', async () => {
  build({
    'packages/domain/src/index.ts':
      "import { kernel } from '@mufakat/kernel'\nexport const domain = kernel\n",
    'apps/portal/app/routes/a.$id/route.tsx': "import { Page } from './page'\nexport const a = Page\n",
    'apps/portal/app/routes/a.$id/page.tsx': "import { words } from '~/words'\nexport const Page = words\n",
    'apps/portal/app/words.ts': 'export const words = 1\n',
    'packages/db/src/query.ts':
      "import 'drizzle-orm'\nimport type { Thing } from '@mufakat/kernel'\nexport type T = Thing\n",
  })
  expect(await broken()).toEqual({ failed: false, rules: [] })
}, 120_000)

it('fails on each rule of the house that is broken', async () => {
  build({
    'packages/domain/src/types.ts': "import type { Thing } from '@mufakat/db'\nexport type T = Thing\n",
    'packages/domain/src/io.ts': "import 'node:fs'\nimport 'drizzle-orm'\n",
    'packages/ui/src/button.ts': "import { domain } from '@mufakat/domain'\nexport const b = domain\n",
    'packages/live/src/deep.ts': "import { kernel } from '../../kernel/src/other'\nexport const d = kernel\n",
    'packages/kernel/src/other.ts': 'export const kernel = 1\n',
    'packages/kernel/src/round.ts': "import type { A } from './trip'\nexport type B = A\n",
    'packages/kernel/src/trip.ts': "import type { B } from './round'\nexport type A = B\n",
    'packages/services/src/app.ts': "import { p } from '../../../apps/portal/app/p'\nexport const a = p\n",
    'packages/novel/src/index.ts': "import { kernel } from '@mufakat/kernel'\nexport const n = kernel\n",
    'apps/portal/app/p.ts': 'export const p = 1\n',
    'apps/portal/app/routes/a/route.tsx': "import { x } from '../b/route'\nexport const a = x\n",
    'apps/portal/app/routes/b/route.tsx': 'export const x = 1\n',
    'apps/realtime/src/view.ts': "import 'react'\nimport 'gone'\n",
  })
  const { failed, rules } = await broken()
  expect(failed).toBe(true)
  expect(rules).toEqual([
    'domain-knows-only',
    'no-circles',
    'no-deep-imports',
    'only-db-knows-sql',
    'pure-without-frameworks',
    'pure-without-io',
    'realtime-without-react',
    'resolvable',
    'room-is-entered',
    'routes-are-islands',
    'services-knows-only',
    'ui-knows-only',
  ])
}, 120_000)
