import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import { nativeByPath } from './vite.native'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

export default defineConfig(({ command }) => ({
  plugins: [
    nativeByPath,
    tailwindcss(),
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
  resolve: {
    alias: { '~': new URL('./app', import.meta.url).pathname },
    // Two copies of Yjs in one page do not know each other's types.
    dedupe: ['yjs', 'react', 'react-dom'],
  },
  build: { target: 'es2022', assetsInlineLimit: 0, cssMinify: true },
  // Everything goes into the server's file, so that it runs without node_modules; compiled parts cannot. In
  // development Vite would evaluate CommonJS packages as modules, so they stay with Node.
  ssr: command === 'build' ? { noExternal: true } : {},
}))
