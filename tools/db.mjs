// `npm run db -- generate|migrate|studio`: on DATABASE_URL, or on the embedded Postgres of DATA_DIR.
import { installWhenChanged, pnpmPath, toolEnvironment } from './lib/install.mjs'
import { requireNode } from './lib/node-version.mjs'
import { runSource } from './lib/source.mjs'

requireNode()
await installWhenChanged()
Object.assign(process.env, toolEnvironment(await pnpmPath()))
await runSource('apps/starter/src/db-command.ts')
