import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { RequestHandler } from 'express'

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
}

interface Asset {
  readonly file: string
  readonly type: string
  readonly size: number
  /** Encodings that stand beside the file, best first. */
  readonly encodings: readonly ('br' | 'gzip')[]
  readonly headers: Readonly<Record<string, string>>
}

/** Browsers must see at once that there is another worker; itself it may fetch from here, and nothing else. */
const WORKER = {
  'Cache-Control': 'no-cache',
  'Content-Security-Policy': "default-src 'none'; connect-src 'self'",
}
const HASHED = { 'Cache-Control': 'public, max-age=31536000, immutable' }
const PLAIN = { 'Cache-Control': 'public, max-age=3600' }

const SUFFIX = { br: '.br', gzip: '.gz' } as const

/** Every file of the folder by its address, read once: a name that is not in the list reaches no disk. */
function assetsIn(folder: string): Map<string, Asset> {
  const assets = new Map<string, Asset>()
  if (!existsSync(folder)) return assets
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)]
    if (!entry.isFile() || type === undefined) continue
    const file = join(entry.parentPath, entry.name)
    const path = `/${relative(folder, file).split(sep).join('/')}`
    assets.set(path, {
      file,
      type,
      size: statSync(file).size,
      encodings: (['br', 'gzip'] as const).filter(encoding => existsSync(file + SUFFIX[encoding])),
      // Vite writes a hash of the content into these names.
      headers: path.startsWith('/assets/') ? HASHED : path === '/pekerja.js' ? WORKER : PLAIN,
    })
  }
  return assets
}

const accepts = (header: string | undefined, encoding: string): boolean =>
  new RegExp(`(?:^|,)\\s*${encoding}\\s*(?:;(?!\\s*q=0(?:\\.0*)?\\s*(?:,|$))[^,]*)?(?:,|$)`).test(
    header ?? '',
  )

/** Serves the built files as they were compressed at build. */
export function staticAssets(folder: string): RequestHandler {
  const assets = assetsIn(folder)
  return (request, response, next) => {
    const asset = assets.get(request.path)
    if (!asset || (request.method !== 'GET' && request.method !== 'HEAD')) {
      next()
      return
    }
    const encoding = asset.encodings.find(one => accepts(request.get('Accept-Encoding'), one))
    const file = encoding ? asset.file + SUFFIX[encoding] : asset.file
    response.set({
      'Content-Type': asset.type,
      'Content-Length': String(encoding ? statSync(file).size : asset.size),
      ...asset.headers,
      ...(asset.encodings.length > 0 ? { Vary: 'Accept-Encoding' } : {}),
      ...(encoding ? { 'Content-Encoding': encoding } : {}),
    })
    if (request.method === 'HEAD') response.end()
    else createReadStream(file).on('error', next).pipe(response)
  }
}
