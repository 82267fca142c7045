// Compresses what Remix built, once, so that no answer has to: `node server/precompress.mjs <folder>`.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { gzipAsync } from '@gfx/zopfli'

const TEXT = new Set(['.js', '.css', '.svg', '.txt', '.webmanifest'])
/** Below this a compressed answer is not smaller on the wire. */
const SMALLEST = 512

const folder = process.argv[2]
if (folder === undefined) {
  console.error('usage: precompress.mjs <folder>')
  process.exit(2)
}

for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !TEXT.has(extname(entry.name))) continue
  const file = join(entry.parentPath, entry.name)
  const bytes = readFileSync(file)
  if (bytes.length < SMALLEST) continue
  // Zopfli: 3 % smaller than the best that zlib does, read by whatever reads gzip.
  writeFileSync(`${file}.gz`, await gzipAsync(bytes, { numiterations: 5 }))
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }))
}
