import { cleanFileName, type PaperFormat } from '@mufakat/domain'
import { catalogueFor, createWords } from '@mufakat/i18n'
import { fetchPaper, fetchReport, type PaperContent, type ReportContent } from '@mufakat/services'
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

/** "Laporan Triwulan IV 2026.pdf". */
function reportFileName({ at, format }: ReportContent): string {
  const words = createWords('id', catalogueFor('id'), 'WIB')
  return cleanFileName(`${words.t('laporan.file.name', { triwulan: words.triwulan(at) })}.${format}`)
}

/**
 * `GET /kertas/:rapat/:name`: a paper that was made, or `resmi-0` and so on of what is kept of records.
 * `GET /kertas/laporan/:id`: the report of a triwulan.
 */
export function paperRoutes(options: FileRoutesOptions): Router {
  const { files, sessionOf } = options
  const sending = (
    content: (request: Request) => Promise<{ root: string; path: string; format: PaperFormat; name: string }>,
  ) =>
    ((request, response, next) => {
      const answer = async (): Promise<void> => {
        const { format, name, ...stored } = await content(request)
        await sendStored(response, stored, {
          'Content-Type': TYPES[format],
          'Content-Disposition': disposition(name),
          // Some tell telephone numbers, and who asks for one may lose the right to.
          'Cache-Control': 'private, no-store',
        })
      }
      answer().catch(error => refuseDownload(options, { request, response, next, isPage: true }, error))
    }) satisfies RequestHandler
  const actorOf = async (request: Request) => (await sessionOf(request))?.actor ?? null
  return Router()
    .get(
      '/laporan/:name',
      sending(async request => {
        const content = await fetchReport(files, await actorOf(request), String(request.params.name))
        return { ...content, name: reportFileName(content) }
      }),
    )
    .get(
      '/:rapat/:name',
      sending(async request => {
        const content = await fetchPaper(files, await actorOf(request), namesIn(request))
        return { ...content, name: paperFileName(content) }
      }),
    )
}

const namesIn = ({ params }: Request) => ({ rapatId: String(params.rapat), name: String(params.name) })
