// The way in without script: a plain form, read as it comes. Its answer is the page it came from.
import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import { type Actor, FILE_SUBJECTS, type FileRefusal, hasNikLike, isCode } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import {
  beginUpload,
  beginUploadInput,
  cancelUpload,
  endUploadAt,
  finishUpload,
  receivePiece,
} from '@mufakat/services'
import type { Request, RequestHandler, Response } from 'express'
import { type FileRoutesOptions, refusalOf } from './answers'
import { inPieces } from './in-pieces'

const MAX_FILES = 10
/** Above every limit that can be set for one file; what one may be is judged when it begins. */
export const MAX_FORM = 512 * 1024 * 1024

/** Where what files belong to is shown, with what is told of them. */
const pageOf = {
  rapat: (id: string, told: string) => `/rapat/${id}/berkas?${told}`,
  kartu: (id: string, told: string) => `/tindak-lanjut/${id}?${told}#bukti`,
  laporan: (id: string, told: string) => `/target/laporan?id=${id}&${told}`,
} as const

interface Part {
  readonly subject: {
    readonly kind: (typeof FILE_SUBJECTS)[number]
    readonly id: string
    /** Within it: of a report, the indicator that it proves. */
    readonly part: string | null
  }
  readonly name: string
  /** What it shows. */
  readonly about: string
  readonly stream: Readable
  /** More than the whole form it cannot be. */
  readonly atMost: number
}

async function takePart({ files }: FileRoutesOptions, actor: Actor, part: Part): Promise<void> {
  const { subject, name, about, stream, atMost } = part
  const mark = `formulir ${randomUUID()}`
  const parsed = beginUploadInput.safeParse({ subject, name, about, size: atMost, mark })
  if (!parsed.success) throw new AppError('invalid-input', 'form')
  const { id } = await beginUpload(files, actor, parsed.data)
  try {
    let offset = 0
    for await (const bytes of inPieces(stream)) {
      await receivePiece(files, actor, { uploadId: id, offset, bytes })
      offset += bytes.length
    }
    await endUploadAt(files, actor, id)
    await finishUpload(files, actor, id)
  } catch (error) {
    // Nobody can go on with it: the browser has no script that would.
    await cancelUpload(files, actor, id)
    throw error
  }
}

interface Outcome {
  added: number
  /** Of these, how many are kept under a masked name. */
  masked: number
  readonly refused: (FileRefusal | null)[]
}

/** Reads the form to its end, one file after the other; a line that breaks ends all of it. */
async function readForm(
  options: FileRoutesOptions,
  actor: Actor,
  request: Request,
  subject: Part['subject'],
): Promise<Outcome> {
  const outcome: Outcome = { added: 0, masked: 0, refused: [] }
  const form = new Busboy({
    headers: { ...request.headers, 'content-type': request.get('Content-Type') ?? '' },
    limits: { files: MAX_FILES, fields: 4, fieldSize: 1_024, parts: MAX_FILES + 4, headerPairs: 20 },
  })
  const atMost = Number(request.get('Content-Length') ?? 0)
  const streams: Readable[] = []
  let work = Promise.resolve()
  let about = ''
  form.on('field', (field, value) => {
    // Stands before the files it is about.
    if (field === 'about') about = value
  })
  form.on('file', (_field, stream, name) => {
    streams.push(stream)
    // A reader that comes later hears of an error by the iteration; without one it would end the process.
    stream.on('error', () => undefined)
    work = work.then(async () => {
      if (!name) {
        stream.resume()
        return
      }
      try {
        await takePart(options, actor, { subject, name, about, stream, atMost })
        outcome.added += 1
        if (hasNikLike(name) || hasNikLike(about)) outcome.masked += 1
      } catch (error) {
        outcome.refused.push(refusalOf(error, options.logError).reason)
        stream.resume()
      }
    })
  })
  try {
    await pipeline(request, form)
  } catch (error) {
    for (const stream of streams) stream.destroy(new AppError('invalid-input', 'the form broke off'))
    await work
    throw new AppError('invalid-input', 'form', { cause: error })
  }
  await work
  return outcome
}

/** `POST /berkas/formulir/:kind/:id`, of a report with `?bagian=` the indicator. */
export function formRoute(options: FileRoutesOptions): RequestHandler {
  const answer = async (request: Request, response: Response): Promise<void> => {
    const [kind, id] = [String(request.params.kind), String(request.params.id)]
    const actor = (await options.sessionOf(request))?.actor ?? null
    if (actor === null) {
      response.redirect(303, '/masuk')
      return
    }
    if (!isCode(FILE_SUBJECTS, kind)) throw new AppError('not-found', 'form')
    if (Number(request.get('Content-Length') ?? 0) > MAX_FORM) throw new AppError('too-large', 'form')
    if (!request.is('multipart/form-data')) throw new AppError('invalid-input', 'form')
    const { added, masked, refused } = await readForm(options, actor, request, {
      ...{ kind, id, part: typeof request.query.bagian === 'string' ? request.query.bagian : null },
    })
    const told = new URLSearchParams({ terunggah: String(added) })
    if (masked > 0) told.set('disamarkan', String(masked))
    if (added === 0 && refused.length === 0) told.set('ditolak', 'empty')
    for (const reason of refused) told.append('ditolak', reason ?? 'lain')
    response.redirect(303, pageOf[kind](encodeURIComponent(id), told.toString()))
  }
  return (request, response) => {
    answer(request, response).catch(error => {
      const { code } = refusalOf(error, options.logError)
      // What is still on the line is read and thrown away, or the browser would not hear the answer.
      request.resume()
      if (!response.headersSent) options.refuse(request, response, code)
    })
  }
}
