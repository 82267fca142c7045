import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, type Plugin, type Rollup } from 'vite'

const SOURCE = fileURLToPath(new URL('./app/offline/', import.meta.url))
const PAGE = 'virtual:waiting-page'
/** What the kept page is made of, beside its script and the built files it names. */
const DRAWN_FROM = ['routes/luring/page.tsx', '../../../packages/i18n/src/words/offline.id.ts'].map(path =>
  fileURLToPath(new URL(`./app/${path}`, import.meta.url)),
)
/** Large ones are in use where they are needed at all, and kept then. */
const SMALL = 50_000

/** One file of `app/offline` with all it needs, as it runs. */
async function bundled(name: string, define: Record<string, string> = {}): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define,
    build: {
      write: false,
      target: 'es2022',
      rollupOptions: { input: `${SOURCE}${name}.ts`, output: { format: 'iife' } },
    },
  })) as Rollup.RollupOutput
  return built.output[0].code
}

/**
 * The service worker, a file at the root that knows which build it is of, and the script of the offline page, which
 * stands in that page because nothing else can be fetched for it.
 */
export function offline(): Plugin {
  return {
    name: 'offline',
    resolveId: id => (id === PAGE ? `\0${PAGE}` : null),
    load: async id =>
      id === `\0${PAGE}`
        ? `export default ${JSON.stringify((await bundled('waiting-page')).replaceAll('</', '<\\/'))}`
        : null,
    async generateBundle(_options, bundle) {
      if (this.environment.name !== 'client') return
      const files = Object.values(bundle)
      const later = files.flatMap(file =>
        file.type === 'chunk' && file.code.length < SMALL ? [`/${file.fileName}`] : [],
      )
      const names = files.map(file => file.fileName).sort()
      // Another worker comes with every change of what it keeps.
      const kept = [
        names.join(),
        await bundled('waiting-page'),
        ...DRAWN_FROM.map(path => readFileSync(path, 'utf8')),
      ]
      const name = createHash('sha256').update(kept.join()).digest('hex').slice(0, 8)
      const define = { BUILD: JSON.stringify(name), LATER: JSON.stringify(later) }
      this.emitFile({ type: 'asset', fileName: 'pekerja.js', source: await bundled('worker', define) })
    },
  }
}
