import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Settings } from '@mufakat/settings'
import type { ServicePlan } from './service'

/** The checkout: both `src/` and the bundle in `dist/` lie three steps below it. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

export const MIGRATIONS = join(ROOT, 'packages/db/migrations')
export const DB_PACKAGE = join(ROOT, 'packages/db')

type Start = Pick<ServicePlan, 'name' | 'command' | 'cwd'>

const node = process.execPath

/** How an app is run: its bundle, or in development its source, started again at each change. */
export function startOf(app: 'portal' | 'realtime' | 'worker', mode: Settings['mode']): Start {
  const cwd = join(ROOT, 'apps', app)
  const source = app === 'portal' ? 'server/main.ts' : 'src/main.ts'
  const bundle = app === 'portal' ? 'build/main.js' : 'dist/main.js'
  if (mode !== 'development') return { name: app, cwd, command: [node, '--enable-source-maps', bundle] }
  const tsx = join(ROOT, 'node_modules/tsx/dist/cli.mjs')
  return { name: app, cwd, command: [node, tsx, 'watch', '--clear-screen=false', source] }
}
