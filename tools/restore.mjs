// `npm run restore -- PATH [--keys FOLDER] [--replace]`: an installation of an archive, which proves itself.
import { installWhenChanged } from './lib/install.mjs'
import { requireNode } from './lib/node-version.mjs'
import { runSource } from './lib/source.mjs'

requireNode()
await installWhenChanged()
await runSource('apps/starter/src/restore-command.ts')
