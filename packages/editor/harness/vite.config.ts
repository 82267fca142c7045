import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

// Alone: documents and editors on one page, without server or database.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../node_modules/.vite', import.meta.url)),
  plugins: [tailwindcss()],
  server: { host: '127.0.0.1', hmr: false, watch: null },
  resolve: { dedupe: ['react', 'react-dom', 'yjs'] },
  optimizeDeps: { entries: ['main.tsx'] },
  build: {
    outDir: fileURLToPath(new URL('../dist', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
  },
})
