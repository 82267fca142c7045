import { fetchFile, fetchSignedCopy, fetchThumbnail } from '@mufakat/services'
import type { Request, RequestHandler } from 'express'
import type { FileRoutesOptions } from './answers'
import { disposition, refuseDownload, sendStored, TYPES } from './download'

/** The rest of a download that broke off, not its beginning. */
const isContinued = (request: Request): boolean => /^bytes=[1-9]/.test(request.get('Range') ?? '')

/** A browser keeps it, but asks each time whether this person still may. */
const kept = (tag: string) => ({ 'Cache-Control': 'private, no-cache', ETag: tag })

/** `GET /berkas/:id`, `/berkas/:id/kecil` and `/berkas/salinan/:id`. */
export function sendRoute(
  options: FileRoutesOptions,
  which: 'whole' | 'thumbnail' | 'signed',
): RequestHandler {
  const { files, sessionOf } = options
  return (request, response, next) => {
    const answer = async (): Promise<void> => {
      const actor = (await sessionOf(request))?.actor ?? null
      const id = String(request.params.id)
      if (which === 'thumbnail') {
        const content = await fetchThumbnail(files, actor, id)
        return sendStored(response, content, {
          ...kept(content.tag),
          'Content-Type': 'image/webp',
          'Content-Disposition': 'inline',
        })
      }
      const isRead = request.method === 'GET' && !isContinued(request)
      const fetch = which === 'signed' ? fetchSignedCopy : fetchFile
      const content = await fetch(files, actor, id, isRead)
      await sendStored(response, content, {
        ...kept(content.tag),
        'Content-Type': TYPES[content.kind],
        'Content-Disposition': disposition(content.name),
      })
    }
    answer().catch(error =>
      refuseDownload(options, { request, response, next, isPage: which !== 'thumbnail' }, error),
    )
  }
}
