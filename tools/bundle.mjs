// Bundles one Node process: `node tools/bundle.mjs <entry> <outfile>`, paths relative to the app.
import { dirname, relative, resolve, sep } from 'node:path'
import { build } from 'esbuild'

/**
 * Packages with compiled parts, or that read files of their own, and what few installations ever load: they stay where
 * pnpm put them and are loaded from there.
 */
const NATIVE = /^(?:@node-rs\/|sharp$|pdfkit$|@opentelemetry\/sdk-node$)/

const [entry, outfile] = process.argv.slice(2)
if (entry === undefined || outfile === undefined) {
  console.error('usage: bundle.mjs <entry> <outfile>')
  process.exit(2)
}

/** An isolated install hides a package's own dependencies from a bundle elsewhere, so the path is written out. */
const nativeByPath = {
  name: 'native-by-path',
  setup(bundler) {
    bundler.onResolve({ filter: NATIVE }, async ({ path, pluginData, importer, kind, resolveDir }) => {
      if (pluginData === 'found') return undefined
      const found = await bundler.resolve(path, { importer, kind, resolveDir, pluginData: 'found' })
      if (found.errors.length > 0) return found
      const file = relative(dirname(resolve(outfile)), found.path)
        .split(sep)
        .join('/')
      return { path: file, external: true }
    })
  },
}

await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
  // What Remix builds is loaded beside the portal's server, not taken into it. The compiler is what a library of the
  // jobs would read settings written in TypeScript with; nothing here has such.
  external: ['./server/index.js', 'typescript'],
  plugins: [nativeByPath],
  // CommonJS packages inside an ES module still call require for Node's own modules.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
})
