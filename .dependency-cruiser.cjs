// Who may know whom (docs: ARCHITECTURE.md). An allow-list: what is not named here is forbidden, and a
// type-only import counts like any other. A new room must be entered before it may import anything.

const { existsSync, readdirSync } = require('node:fs')
const { join } = require('node:path')

/** Room → rooms it may import. */
const ROOMS = {
  'packages/kernel': [],
  'packages/settings': [],
  'packages/ui': ['kernel'],
  'packages/domain': ['kernel'],
  'packages/i18n': ['kernel'],
  'packages/mail': ['kernel', 'domain', 'i18n'],
  'packages/protocol': ['kernel', 'domain'],
  'packages/doc-model': ['kernel', 'domain'],
  'packages/db': ['kernel', 'domain'],
  'packages/telemetry': ['domain', 'db'],
  'packages/files': ['kernel', 'domain'],
  'packages/services': ['kernel', 'domain', 'protocol', 'doc-model', 'db', 'files', 'mail'],
  'packages/backup': ['kernel', 'db'],
  'packages/export': ['kernel', 'domain', 'doc-model', 'i18n'],
  'packages/live': ['kernel', 'domain', 'protocol', 'doc-model'],
  'packages/editor': ['kernel', 'domain', 'protocol', 'doc-model', 'live', 'ui', 'i18n'],
  'packages/testing': ['kernel', 'domain', 'protocol', 'doc-model', 'db', 'services'],
  'apps/portal': [
    ...['kernel', 'domain', 'protocol', 'doc-model', 'db', 'services', 'export', 'live', 'editor', 'ui'],
    ...['i18n', 'settings', 'files', 'telemetry'],
  ],
  'apps/realtime': ['kernel', 'domain', 'protocol', 'doc-model', 'db', 'services', 'settings', 'telemetry'],
  'apps/worker': [
    ...[
      'kernel',
      'domain',
      'doc-model',
      'db',
      'backup',
      'mail',
      'services',
      'export',
      'files',
      'settings',
      'telemetry',
    ],
  ],
  'apps/starter': ['kernel', 'db', 'services', 'settings', 'backup'],
}
/** Measures what is built; nobody imports it. */
const BENCHMARKS = ['kernel', 'protocol', 'doc-model', 'db', 'services', 'export']

/** Beside the rooms of the code they test, tests may use these. */
const FOR_TESTS = ['testing', 'live', 'db', 'services', 'doc-model', 'settings', 'files']

const TEST = '(\\.test\\.(ts|tsx|mjs)$|/testing/|/chaos/|\\.testing\\.ts$)'
const PURE = '^packages/(domain|protocol|doc-model)/'
const inPackages = rooms => `^packages/(${rooms.join('|')})/`

const directions = Object.entries(ROOMS).flatMap(([room, known]) => {
  const own = room.split('/')[1]
  const rule = (name, from, rooms) => ({
    name: `${own}-knows-only${name}`,
    severity: 'error',
    comment: `${room} may import: ${rooms.join(', ') || 'no other room'}`,
    from,
    to: { path: '^(packages|apps|tools|e2e)/', pathNot: [`^${room}/`, inPackages([...rooms, '-'])] },
  })
  return [
    rule('', { path: `^${room}/`, pathNot: TEST }, known),
    rule('-in-tests', { path: `^${room}/.*${TEST}` }, [...new Set([...known, ...FOR_TESTS])]),
  ]
})

// One rule for each route, because the names of routes hold signs ($id) that no group may carry over.
const ROUTES = 'apps/portal/app/routes'
const routes = existsSync(join(__dirname, ROUTES)) ? readdirSync(join(__dirname, ROUTES)) : []
const islands = routes.map(route => {
  const own = `^${ROUTES}/${route.replace(/[.$+^()[\]]/g, '\\$&')}/`
  return {
    name: 'routes-are-islands',
    severity: 'error',
    comment: 'what two routes share stands beside routes/, not in one of them',
    from: { path: own },
    to: { path: `^${ROUTES}/`, pathNot: own },
  }
})

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...directions,
    {
      name: 'room-is-entered',
      severity: 'error',
      comment: 'a room that this file does not list may not import another',
      from: { path: '^(packages|apps)/([^/]+)/', pathNot: `^(${Object.keys(ROOMS).join('|')})/` },
      to: { path: '^(packages|apps)/', pathNot: '^$1/$2/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-deep-imports',
      severity: 'error',
      comment: 'a package is its index',
      from: { path: '^((packages|apps)/[^/]+|e2e)/' },
      to: {
        path: '^packages/[^/]+/',
        pathNot: [
          '^$1/',
          '^packages/[^/]+/src/index\\.ts$',
          // Asked by pages that must not carry the live client.
          '^packages/live/src/waiting\\.ts$',
          // For tests that run without vitest, too.
          '^packages/testing/src/issuer\\.ts$',
          // The long notula, for measures of what tests read.
          '^packages/export/src/testing/sample\\.ts$',
          // For who writes calendar files and carries no papers.
          '^packages/export/src/ics/index\\.ts$',
          // For pages with a picture: no other carries them.
          '^packages/ui/src/charts/index\\.ts$',
          '\\.css$',
        ],
      },
    },
    {
      name: 'only-db-knows-sql',
      severity: 'error',
      from: { pathNot: ['^packages/db/', '^tools/'] },
      to: { path: 'node_modules/(drizzle-orm|drizzle-kit|postgres)/' },
    },
    {
      name: 'pure-without-io',
      severity: 'error',
      comment: 'domain, protocol and doc-model run in browser and server alike',
      from: { path: PURE, pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-without-frameworks',
      severity: 'error',
      from: { path: PURE },
      to: {
        path: 'node_modules/(react|react-dom|drizzle-orm|postgres|socket\\.io(?!-parser)[^/]*|express|@remix-run)/',
      },
    },
    {
      name: 'realtime-without-react',
      severity: 'error',
      from: { path: '^apps/realtime/' },
      to: { path: 'node_modules/(react|react-dom|@remix-run|@tiptap/react)/' },
    },
    {
      name: 'benchmarks-know-only',
      severity: 'error',
      from: { path: '^benchmarks/' },
      to: {
        path: '^(packages|apps|tools|e2e)/',
        // The one way to a browser, for tests and measures alike.
        pathNot: [inPackages(BENCHMARKS), '^tools/lib/browser\\.mjs$'],
      },
    },
    ...islands,
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: {
        couldNotResolve: true,
        pathNot: '^virtual:|^\\./server/index\\.js$|\\?(url|raw|inline)$|^@fontsource',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|build|\\.turbo|test-results|\\.cache|\\.data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tools/dependency-cruiser.tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
}
