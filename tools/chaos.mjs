// `npm run chaos [-- --quick] [-- --only NAME] [-- --seed N]`: hard days with real processes; exit 1 when anything
// was lost, doubled or diverged.
import { join } from 'node:path'
import { buildWhenChanged } from './lib/build.mjs'
import { installWhenChanged } from './lib/install.mjs'
import { requireNode } from './lib/node-version.mjs'
import { ROOT } from './lib/root.mjs'
import { run } from './lib/run.mjs'

requireNode()
await installWhenChanged()
await buildWhenChanged()
const { code } = await run(
  process.execPath,
  ['--import', 'tsx', 'src/chaos/main.ts', ...process.argv.slice(2)],
  { cwd: join(ROOT, 'apps/realtime') },
)
process.exit(code)
