// `npm run check`: every check that needs neither browser nor database.
import { runChecks } from './lib/checks.mjs'
import { installWhenChanged } from './lib/install.mjs'
import { requireNode } from './lib/node-version.mjs'

requireNode()
await installWhenChanged()
const { passed, failed } = await runChecks()
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
