import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { asText, bundled } from './vite.bundled'

const WORKER = 'offline/worker.ts'
const SCRIPT = 'offline/waiting-page.ts'
const PAGE = 'virtual:waiting-page'
/** What the kept page is made of, beside its script and the built files it names. */
const DRAWN_FROM = ['routes/luring/page.tsx', '../../../packages/i18n/src/words/offline.id.ts'].map(path =>
  fileURLToPath(new URL(`./app/${path}`, import.meta.url)),
)
/** Large ones are in use where they are needed at all, and kept then. */
const SMALL = 50_000

/**
 * The service worker, a file at the root that knows which build it is of, and the script of the offline page, which
 * stands in that page because nothing else can be fetched for it.
 */
export function offline(): Plugin {
  return {
    name: 'offline',
    resolveId: id => (id === PAGE ? `\0${PAGE}` : null),
    load: async id => (id === `\0${PAGE}` ? asText(await bundled(SCRIPT)) : null),
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
        await bundled(SCRIPT),
        ...DRAWN_FROM.map(path => readFileSync(path, 'utf8')),
      ]
      const name = createHash('sha256').update(kept.join()).digest('hex').slice(0, 8)
      const define = { BUILD: JSON.stringify(name), LATER: JSON.stringify(later) }
      this.emitFile({ type: 'asset', fileName: 'pekerja.js', source: await bundled(WORKER, define) })
    },
  }
}
