const APP = '/apps/portal/app/'
/** Opened by few, and only when asked for: these and what only they use stay in chunks of their own. */
const LAZY =
  /\/app\/(?:frame\/(?:palette|help|more-words|sign-in-fields|password-input|new-password-field|current-password-field)|notula\/live-)|\/packages\/(?:editor|live|protocol)\/|\/ui\/src\/dialog|\/domain\/src\/password/
/**
 * Of packages that shared parts stand on. Named, or a bundler takes them into the shared chunk with all else that the
 * package's entry names.
 */
const NAMED: readonly (readonly [chunk: string, modules: RegExp])[] = [
  ['password', /\/domain\/src\/password\.ts$/],
  ['files', /\/domain\/src\/(?:file|personal-data)\.ts$/],
  ['cards', /\/domain\/src\/(?:card(?:-[a-z]+)?|holiday|notice|rank)\.ts$/],
  ['targets', /\/domain\/src\/(?:(?:sasaran|dasbor)\/|open-data)/],
  ['figures', /\/i18n\/src\/(?:figure-parts|standing-text|report-text|work-state-text)\.ts$/],
  ['charts', /\/ui\/src\/charts\//],
  ['agenda', /\/domain\/src\/(?:agenda|duration)\.ts$/],
  ['ids', /\/kernel\/src\/id\.ts$/],
  ['dialog', /\/ui\/src\/dialog\.tsx$/],
  ['press', /\/ui\/src\/use-between-presses\.ts$/],
]
/** Words are fetched in one language. A package's entry would drag everything it names into the chunk. */
const APART = /\/packages\/(?:i18n\/src\/(?:words\/|catalogues|mail-words|paper-words)|[^/]+\/src\/index\.ts)/
const FRAMEWORK =
  /\/node_modules\/(?:react|react-dom|scheduler|react-router|react-router-dom|@remix-run|turbo-stream)\//

/**
 * Few files for a page without an editor: the framework, what every page shares, and the page. Thirty small
 * files compress worse than one and cost a request each.
 */
export function chunkOf(id: string): string | undefined {
  if (FRAMEWORK.test(id)) return 'framework'
  const named = NAMED.find(([, modules]) => modules.test(id))
  if (named !== undefined) return named[0]
  return isShared(id) ? 'shared' : undefined
}

// What the shared parts stand on is named too: a bundler would put it into whichever chunk comes first, and two
// chunks that need each other do not start.
function isShared(id: string): boolean {
  if (LAZY.test(id) || APART.test(id)) return false
  return (
    /\/packages\/(?:ui|i18n|domain|kernel)\/src\//.test(id) ||
    ['frame/', 'request/', 'rapat/status', 'rapat/when'].some(part => id.includes(APP + part))
  )
}
