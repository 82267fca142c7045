import type { FileKind } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { type FileContent, fetchFile, fetchThumbnail } from '@mufakat/services'
import type { Request, RequestHandler, Response } from 'express'
import { type FileRoutesOptions, refusalOf } from './answers'

const TYPES: Record<FileKind, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Should a browser show it after all, nothing in it runs, loads or belongs to us. */
const SANDBOX = "sandbox; default-src 'none'"

/** The name for every browser (RFC 6266, 8187): plain letters, and beside them the real one. */
function disposition(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const real = encodeURIComponent(name).replace(
    /['()*!]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${real}`
}

/** The rest of a download that broke off, not its beginning. */
const isContinued = (request: Request): boolean => /^bytes=[1-9]/.test(request.get('Range') ?? '')

function send(response: Response, content: FileContent, headers: Record<string, string>): Promise<void> {
  response.set({
    'Content-Security-Policy': SANDBOX,
    // A browser keeps it, but asks each time whether this person still may.
    'Cache-Control': 'private, no-cache',
    ETag: content.tag,
    ...headers,
  })
  const { root, path } = content
  return new Promise((resolve, reject) => {
    // Ranges, HEAD and conditions are its work.
    response.sendFile(path, { root, etag: false, lastModified: false, cacheControl: false }, error => {
      if (error === undefined || response.headersSent) resolve()
      else reject(new AppError('unavailable', 'bytes of a file', { cause: error }))
    })
  })
}

/** `GET /berkas/:id` and `/berkas/:id/kecil`. */
export function sendRoute(options: FileRoutesOptions, which: 'whole' | 'thumbnail'): RequestHandler {
  const { files, sessionOf, logError } = options
  return (request, response, next) => {
    const answer = async (): Promise<void> => {
      const actor = (await sessionOf(request))?.actor ?? null
      const id = String(request.params.id)
      if (which === 'thumbnail') {
        const content = await fetchThumbnail(files, actor, id)
        return send(response, content, { 'Content-Type': 'image/webp', 'Content-Disposition': 'inline' })
      }
      const isRead = request.method === 'GET' && !isContinued(request)
      const content = await fetchFile(files, actor, id, isRead)
      await send(response, content, {
        'Content-Type': TYPES[content.kind],
        'Content-Disposition': disposition(content.name),
      })
    }
    answer().catch(error => {
      const { code } = refusalOf(error, logError)
      if (code === 'unavailable') logError(error)
      if (response.headersSent) return
      for (const name of ['Content-Type', 'Content-Disposition', 'ETag']) response.removeHeader(name)
      const isPage = which === 'whole' && request.get('Sec-Fetch-Dest') !== 'image'
      if (isPage && code === 'not-signed-in')
        response.redirect(302, `/masuk?ke=${encodeURIComponent(request.originalUrl)}`)
      // The page for what is not there is drawn where all others are.
      else if (isPage && code === 'not-found') next('router')
      else options.refuse(request, response, code)
    })
  }
}
