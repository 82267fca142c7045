import type { ServerBuild } from '@remix-run/node'
import type { PortalOptions } from './app'

interface Development extends Pick<PortalOptions, 'build' | 'assets' | 'before'> {
  close(): Promise<void>
}

/** Pages from source, compiled as they are asked for. The name is not a literal, so that no bundle takes Vite. */
export async function viteInDevelopment(): Promise<Development> {
  const name = 'vite'
  const { createServer } = (await import(name)) as typeof import('vite')
  const vite = await createServer({ server: { middlewareMode: true } })
  return {
    assets: null,
    before: vite.middlewares,
    build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>,
    close: () => vite.close(),
  }
}
