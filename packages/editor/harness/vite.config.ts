import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

// Alone: two documents and two editors on one page, without server or database.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [tailwindcss()],
  server: { host: '127.0.0.1' },
  resolve: { dedupe: ['react', 'react-dom', 'yjs'] },
  build: { outDir: fileURLToPath(new URL('../dist-harness', import.meta.url)), emptyOutDir: true },
})
