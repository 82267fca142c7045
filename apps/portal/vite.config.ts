import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import { chunkOf } from './vite.chunks'
import { sheetOfIcons } from './vite.icons'
import { insets } from './vite.insets'
import { nativeByPath } from './vite.native'
import { offline } from './vite.offline'
import { settled } from './vite.settled'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

/** Functions of Remix and React Router that only warn; in a browser of a village nobody reads them. */
const DEVELOPER_HINTS = [
  'warning',
  'warning$1',
  'warningOnce',
  'warnOnce',
  'logDeprecationOnce',
  'logV6DeprecationWarnings',
]

export default defineConfig(({ command, isSsrBuild }) => ({
  plugins: [
    sheetOfIcons(),
    settled(),
    offline(),
    insets(),
    nativeByPath(new URL('./build/server', import.meta.url).pathname),
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
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // A few kilobytes less than esbuild for what every page carries; the server's file is not worth the time.
    ...(isSsrBuild
      ? // One file: the path to a compiled part is the same from everywhere in it.
        { minify: false, rollupOptions: { output: { inlineDynamicImports: true } } }
      : {
          minify: 'terser' as const,
          terserOptions: {
            module: true,
            ecma: 2020 as const,
            compress: {
              passes: 3,
              pure_getters: true,
              keep_fargs: false,
              // Hints of the framework to its developers; errors stay.
              drop_console: ['debug', 'info', 'log', 'warn'],
              pure_funcs: DEVELOPER_HINTS,
            },
            format: { comments: false },
          },
          rollupOptions: { output: { manualChunks: chunkOf } },
        }),
  },
  ssr: {
    // The built file runs without node_modules, so everything goes into it but compiled parts. From source,
    // Node loads packages itself: CommonJS inside Vite's module runner does not run.
    ...(command === 'build' ? { noExternal: true as const } : {}),
  },
}))
