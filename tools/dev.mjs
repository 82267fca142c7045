// `npm run dev`: both apps from source, started again at each change; pages reload by themselves.
import { installWhenChanged } from './lib/install.mjs'
import { requireNode } from './lib/node-version.mjs'
import { runSource } from './lib/source.mjs'

requireNode()
await installWhenChanged()
process.env.NODE_ENV = 'development'
await runSource('apps/starter/src/main.ts')
