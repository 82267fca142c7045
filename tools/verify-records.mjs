// `npm run verify-records [-- DUMP] [--keys FILE …] [--exports FOLDER] [--files FOLDER]`: on DATABASE_URL or the embedded Postgres of
// DATA_DIR, or on a dump, offline.
import { installWhenChanged } from './lib/install.mjs'
import { requireNode } from './lib/node-version.mjs'
import { runSource } from './lib/source.mjs'

requireNode()
await installWhenChanged()
await runSource('apps/starter/src/verify-records.ts')
