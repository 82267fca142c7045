import type { FileKind } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import type { NextFunction, Request, Response } from 'express'
import { type FileRoutesOptions, refusalOf } from './answers'

export const TYPES: Record<FileKind, string> = {
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
export function disposition(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const real = encodeURIComponent(name).replace(
    /['()*!]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${real}`
}

/** Bytes below the root of the store, as they are. */
export function sendStored(
  response: Response,
  { root, path }: { readonly root: string; readonly path: string },
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  response.set({ 'Content-Security-Policy': SANDBOX, ...headers })
  return new Promise((resolve, reject) => {
    // Ranges, HEAD and conditions are its work.
    response.sendFile(path, { root, etag: false, lastModified: false, cacheControl: false }, error => {
      if (error === undefined || response.headersSent) resolve()
      else reject(new AppError('unavailable', 'bytes of a file', { cause: error }))
    })
  })
}

/** What somebody gets in the place of a download; `isPage`: it may be opened as one. */
export function refuseDownload(
  { refuse, logError }: Pick<FileRoutesOptions, 'refuse' | 'logError'>,
  {
    request,
    response,
    next,
    isPage,
  }: { request: Request; response: Response; next: NextFunction; isPage: boolean },
  error: unknown,
): void {
  const { code } = refusalOf(error, logError)
  if (code === 'unavailable') logError(error)
  if (response.headersSent) return
  for (const name of ['Content-Type', 'Content-Disposition', 'ETag']) response.removeHeader(name)
  const isOpened = isPage && request.get('Sec-Fetch-Dest') !== 'image'
  if (isOpened && code === 'not-signed-in')
    response.redirect(302, `/masuk?ke=${encodeURIComponent(request.originalUrl)}`)
  // The page for what is not there is drawn where all others are.
  else if (isOpened && code === 'not-found') next('router')
  else refuse(request, response, code)
}
