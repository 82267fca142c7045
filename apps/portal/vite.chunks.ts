import type { Rollup } from 'vite'

const APP = '/apps/portal/app/'
/** Opened by few, and only when asked for: these and what only they use stay in chunks of their own. */
const LAZY =
  /\/app\/(?:frame\/(?:palette|help)|notula\/live-)|\/packages\/(?:editor|live|protocol)\/|\/ui\/src\/dialog/
/** Words are fetched in one language. A package's entry would drag everything it names into the chunk. */
const APART = /\/packages\/(?:i18n\/src\/(?:words\/|catalogues)|[^/]+\/src\/index\.ts)/
const FRAMEWORK =
  /\/node_modules\/(?:react|react-dom|scheduler|react-router|react-router-dom|@remix-run|turbo-stream)\//

/**
 * Few files for a page without an editor: the framework, what every page shares, and the page. Thirty small
 * files compress worse than one and cost a request each.
 */
export function chunkOf(id: string, { getModuleInfo }: Rollup.ManualChunkMeta): string | undefined {
  if (FRAMEWORK.test(id)) return 'framework'
  if (LAZY.test(id) || APART.test(id)) return undefined
  const shared =
    id.includes('/packages/ui/src/') ||
    id.includes('/packages/i18n/src/') ||
    id.includes(`${APP}frame/`) ||
    id.includes(`${APP}rapat/status`) ||
    id.includes(`${APP}rapat/when`) ||
    id.includes('lucide-react/dist/esm/createLucideIcon')
  if (shared) return 'shared'
  if (id.includes('lucide-react/dist/esm/')) {
    const importers = getModuleInfo(id)?.importers ?? []
    return importers.some(from => isShared(from)) ? 'shared' : undefined
  }
  return undefined
}

const isShared = (id: string): boolean =>
  !LAZY.test(id) &&
  (id.includes('/packages/ui/src/') || id.includes(`${APP}frame/`) || id.includes(`${APP}rapat/status`))
