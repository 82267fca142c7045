// `npm run backup -- PATH [--keys FOLDER]`: everything but the keys into one archive, while everything runs.
import { installWhenChanged } from './lib/install.mjs'
import { requireNode } from './lib/node-version.mjs'
import { runSource } from './lib/source.mjs'

requireNode()
await installWhenChanged()
await runSource('apps/starter/src/backup-command.ts')
