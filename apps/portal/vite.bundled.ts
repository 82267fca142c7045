import { fileURLToPath } from 'node:url'
import { build, type Rollup } from 'vite'

/** One file below `app` with all it needs, as it runs in a browser without the rest of the page. */
export async function bundled(path: string, define: Record<string, string> = {}): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define,
    build: {
      write: false,
      target: 'es2022',
      rollupOptions: {
        input: fileURLToPath(new URL(`./app/${path}`, import.meta.url)),
        output: { format: 'iife' },
      },
    },
  })) as Rollup.RollupOutput
  return built.output[0].code
}

/** The source of a module that is such a script as text, to stand within a page. */
export const asText = (script: string): string =>
  `export default ${JSON.stringify(script.replaceAll('</', '<\\/'))}`
