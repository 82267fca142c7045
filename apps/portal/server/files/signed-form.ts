// A signed copy comes by a plain form, read as it comes. Its answer is the page it came from, with what was typed.
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import type { Actor } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { addSignedCopy } from '@mufakat/services'
import type { Request, RequestHandler, Response } from 'express'
import { type FileRoutesOptions, refusalOf } from './answers'
import { MAX_FORM } from './form'
import { inPieces } from './in-pieces'

interface Typed {
  /** 0: of the notula; from 1: of the Koreksi of that number. */
  nomor: string
  srikandi: string
}

interface Told {
  readonly typed: Typed
  /** Code of a reason, or key of a field; null: it is kept. */
  readonly refused: string | null
}

async function take(
  { files, logError }: FileRoutesOptions,
  actor: Actor,
  copy: { rapatId: string; typed: Typed; stream: Readable },
): Promise<string | null> {
  const { rapatId, typed, stream } = copy
  try {
    const number = /^\d{1,4}$/.test(typed.nomor) ? Number(typed.nomor) : -1
    const bytes = inPieces(stream)
    await addSignedCopy(files, actor, { rapatId, number, srikandiNumber: typed.srikandi, bytes })
    return null
  } catch (error) {
    const { code, reason } = refusalOf(error, logError)
    if (code === 'not-found' || code === 'forbidden') throw error
    return reason ?? (error instanceof AppError && 'srikandi' in error.fields ? 'srikandi' : code)
  } finally {
    stream.resume()
  }
}

/** Reads the form to its end; fields stand before the file, as they do on the page. */
async function readForm(
  options: FileRoutesOptions,
  actor: Actor,
  request: Request,
  rapatId: string,
): Promise<Told> {
  const typed: Typed = { nomor: '', srikandi: '' }
  let refused: string | null = 'empty'
  let failure: unknown = null
  const form = new Busboy({
    headers: { ...request.headers, 'content-type': request.get('Content-Type') ?? '' },
    limits: { files: 1, fields: 4, fieldSize: 1_024, parts: 6, headerPairs: 20 },
  })
  const streams: Readable[] = []
  let work = Promise.resolve()
  form.on('field', (name, value) => {
    if (name === 'nomor' || name === 'srikandi') typed[name] = value
  })
  form.on('file', (_field, stream, name) => {
    streams.push(stream)
    // A reader that comes later hears of an error by the iteration; without one it would end the process.
    stream.on('error', () => undefined)
    if (!name) {
      stream.resume()
      return
    }
    work = take(options, actor, { rapatId, typed, stream }).then(
      outcome => {
        refused = outcome
      },
      error => {
        failure = error
      },
    )
  })
  try {
    await pipeline(request, form)
  } catch (error) {
    for (const stream of streams) stream.destroy(new AppError('invalid-input', 'the form broke off'))
    await work
    throw new AppError('invalid-input', 'form', { cause: error })
  }
  await work
  if (failure !== null) throw failure
  return { typed, refused }
}

/** `POST /berkas/salinan/:rapatId`. */
export function signedFormRoute(options: FileRoutesOptions): RequestHandler {
  const answer = async (request: Request, response: Response): Promise<void> => {
    const rapatId = String(request.params.rapatId)
    const actor = (await options.sessionOf(request))?.actor ?? null
    if (actor === null) {
      response.redirect(303, '/masuk')
      return
    }
    if (Number(request.get('Content-Length') ?? 0) > MAX_FORM) throw new AppError('too-large', 'form')
    if (!request.is('multipart/form-data')) throw new AppError('invalid-input', 'form')
    const { typed, refused } = await readForm(options, actor, request, rapatId)
    const told = new URLSearchParams(
      refused === null
        ? { hasil: 'tte' }
        : { ditolak: refused, nomor: typed.nomor, srikandi: typed.srikandi },
    )
    response.redirect(303, `/rapat/${encodeURIComponent(rapatId)}/pengesahan?${told}#salinan`)
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
