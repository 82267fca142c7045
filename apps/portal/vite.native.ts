import { createRequire } from 'node:module'
import type { Plugin } from 'vite'

/** Packages with compiled parts cannot go into the server's file: they stay where pnpm put them. */
const NATIVE = /^@node-rs\//

/**
 * An isolated install shows a package's own dependencies to that package only, so the server's files, which hold
 * all of them, name a native one by its path relative to themselves.
 */
export const nativeByPath: Plugin = {
  name: 'native-by-path',
  enforce: 'pre',
  resolveId(id, importer, options) {
    if (!options.ssr || importer === undefined || !NATIVE.test(id)) return null
    return { id: createRequire(importer).resolve(id), external: 'relative' }
  },
}
