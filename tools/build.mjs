// `npm run build`: what a start needs, for an image or a release.
import { buildWhenChanged } from './lib/build.mjs'
import { installWhenChanged } from './lib/install.mjs'
import { requireNode } from './lib/node-version.mjs'

requireNode()
await installWhenChanged()
await buildWhenChanged()
