import { cleanFileName } from '@mufakat/domain'
import { catalogueFor, createWords } from '@mufakat/i18n'
import { fetchPaper, type PaperContent } from '@mufakat/services'
import { type Request, type RequestHandler, Router } from 'express'
import type { FileRoutesOptions } from './answers'
import { disposition, refuseDownload, sendStored, TYPES } from './download'

/** "Cuplikan Dinsos – Rakor Triwulan IV 2026.pdf": papers are named in the language of papers, whoever takes them. */
export function paperFileName({ kind, format, rapatTitle, opdShortName, number }: PaperContent): string {
  const words = createWords('id', catalogueFor('id'), 'WIB')
  const what =
    number !== null && number > 0
      ? words.t('kertas.kept.koreksi', { n: number })
      : opdShortName === null
        ? words.t(`kertas.kind.${kind}`)
        : words.t('kertas.file.cuplikan', { opd: opdShortName })
  return cleanFileName(`${what} – ${rapatTitle.replaceAll('.', ' ')}.${format}`)
}

/** `GET /kertas/:rapat/:name`: a paper that was made, or `resmi-0` and so on of what is kept of records. */
export function paperRoutes(options: FileRoutesOptions): Router {
  const { files, sessionOf } = options
  const send: RequestHandler = (request, response, next) => {
    const answer = async (): Promise<void> => {
      const actor = (await sessionOf(request))?.actor ?? null
      const content = await fetchPaper(files, actor, namesIn(request))
      await sendStored(response, content, {
        'Content-Type': TYPES[content.format],
        'Content-Disposition': disposition(paperFileName(content)),
        // Some tell telephone numbers, and who asks for one may lose the right to.
        'Cache-Control': 'private, no-store',
      })
    }
    answer().catch(error => refuseDownload(options, { request, response, next, isPage: true }, error))
  }
  return Router().get('/:rapat/:name', send)
}

const namesIn = ({ params }: Request) => ({ rapatId: String(params.rapat), name: String(params.name) })
