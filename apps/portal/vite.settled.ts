import type { Plugin } from 'vite'

const FRAMEWORK = /\/node_modules\/(?:@remix-run\/(?:react|router)|react-router(?:-dom)?)\//
/** Ways of working of the framework that `remix()` in vite.config.ts turns on, every one of them. */
const FUTURE = /(?:\b[\w$]+\.)*\bfuture\.v[37]_\w+(?: === true)?/g
const SINGLE_PAGE = /\bwindow\.__remixContext\.isSpaMode\b/g
const IS_BROWSER = /^const isBrowser = typeof window.*;$/m

/**
 * Says to the bundler what is settled here, so that the code of the ways not taken leaves the page: in the
 * source of the framework these are questions asked while it runs.
 */
export function settled(): Plugin {
  return {
    name: 'settled',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
    transform(code, id) {
      if (!FRAMEWORK.test(id)) return null
      const lean = code
        .replace(FUTURE, 'true')
        .replace(SINGLE_PAGE, 'false')
        .replace(IS_BROWSER, 'const isBrowser = true;')
      return { code: lean, map: null }
    },
  }
}
