import { createRequire } from 'node:module'
import { relative } from 'node:path'
import type { Plugin } from 'vite'

/** Packages with compiled parts, or with files of their own, cannot go into the server's file: they stay where pnpm put them. */
const NATIVE = /^(?:@node-rs\/|sharp$|pdfkit$)/

/**
 * An isolated install shows a package's own dependencies to that package only, so the server's file, which holds
 * all of them, names a native one by its path from `outDir`. A path within the checkout: the build may be moved
 * together with it.
 */
export function nativeByPath(outDir: string): Plugin {
  return {
    name: 'native-by-path',
    apply: 'build',
    enforce: 'pre',
    resolveId(id, importer, options) {
      if (!options.ssr || importer === undefined || !NATIVE.test(id)) return null
      return { id: relative(outDir, createRequire(importer).resolve(id)), external: true }
    },
  }
}
