// A file in pieces, so that one that breaks off goes on where it was. The words are those of tus (Upload-Offset,
// Upload-Length, 204, 409), whose extensions nobody here needs.
import { AppError } from '@mufakat/kernel'
import {
  beginUpload,
  beginUploadInput,
  cancelUpload,
  finishUpload,
  receivePiece,
  type UploadView,
  uploadState,
} from '@mufakat/services'
import express, { type Request, type RequestHandler, type Response, Router } from 'express'
import { type FileRoutesOptions, refusalOf, sendRefusal } from './answers'

/** Largest piece; it is held in memory until it is written. */
export const MAX_PIECE = 2 * 1024 * 1024
/** Pieces in memory at once: of one person, and of all. */
const PIECES_OF_ONE = 3
const PIECES_OF_ALL = 32

/** Lets so many in at a time; the others are told to come again. */
class Gate {
  #all = 0
  readonly #each = new Map<string, number>()

  /** Runs what follows when there is room; the returned function says that it is over. */
  enter(personId: string): () => void {
    const own = this.#each.get(personId) ?? 0
    if (own >= PIECES_OF_ONE) throw new AppError('rate-limited', 'pieces of one')
    if (this.#all >= PIECES_OF_ALL) throw new AppError('unavailable', 'pieces of all')
    this.#each.set(personId, own + 1)
    this.#all += 1
    let over = false
    return () => {
      if (over) return
      over = true
      this.#all -= 1
      const left = (this.#each.get(personId) ?? 1) - 1
      if (left === 0) this.#each.delete(personId)
      else this.#each.set(personId, left)
    }
  }
}

const tell = (response: Response, upload: UploadView): Response =>
  response.set({
    'Upload-Offset': String(upload.received),
    'Upload-Length': String(upload.size),
    'Cache-Control': 'no-store',
  })

const readBody = (handler: RequestHandler, request: Request, response: Response): Promise<void> =>
  new Promise((resolve, reject) => {
    handler(request, response, error => {
      if (error === undefined) resolve()
      else reject(bodyError(error))
    })
  })

/** What the reader of bodies complains about is the sender's doing, and often just a line that broke. */
function bodyError(error: unknown): AppError {
  const type = error instanceof Error && 'type' in error ? error.type : null
  return new AppError(type === 'entity.too.large' ? 'too-large' : 'invalid-input', 'body', { cause: error })
}

/** The routes of `/berkas/unggahan`. */
export function pieceRoutes(options: FileRoutesOptions): Router {
  const { files, sessionOf, logError } = options
  const router = Router()
  const gate = new Gate()
  const json = express.json({ limit: 8 * 1024 })
  const raw = express.raw({ type: 'application/offset+octet-stream', limit: MAX_PIECE, inflate: false })

  const handled =
    (work: (request: Request, response: Response) => Promise<unknown>): RequestHandler =>
    (request, response) => {
      work(request, response).catch(error => sendRefusal(response, refusalOf(error, logError)))
    }
  const actorOf = async (request: Request) => (await sessionOf(request))?.actor ?? null
  const idOf = (request: Request): string => String(request.params.id)

  router.post(
    '/',
    handled(async (request, response) => {
      const actor = await actorOf(request)
      if (actor === null) throw new AppError('not-signed-in')
      await readBody(json, request, response)
      const parsed = beginUploadInput.safeParse(request.body)
      if (!parsed.success) throw new AppError('invalid-input', 'begin')
      const upload = await beginUpload(files, actor, parsed.data)
      tell(response, upload).status(201).json(upload)
    }),
  )
  router.head(
    '/:id',
    handled(async (request, response) => {
      tell(response, await uploadState(files, await actorOf(request), idOf(request)))
        .status(204)
        .end()
    }),
  )
  router.patch(
    '/:id',
    handled(async (request, response) => {
      const actor = await actorOf(request)
      if (actor === null) throw new AppError('not-signed-in')
      const offset = Number(request.get('Upload-Offset') ?? Number.NaN)
      if (!Number.isSafeInteger(offset) || offset < 0) throw new AppError('invalid-input', 'offset')
      const leave = gate.enter(actor.personId)
      try {
        await readBody(raw, request, response)
        if (!Buffer.isBuffer(request.body) || request.body.length === 0)
          throw new AppError('invalid-input', 'piece')
        const piece = { uploadId: idOf(request), offset, bytes: request.body }
        tell(response, await receivePiece(files, actor, piece))
          .status(204)
          .end()
      } finally {
        leave()
      }
    }),
  )
  router.post(
    '/:id/selesai',
    handled(async (request, response) => {
      const id = await finishUpload(files, await actorOf(request), idOf(request))
      response.status(201).set('Cache-Control', 'no-store').json({ id })
    }),
  )
  router.delete(
    '/:id',
    handled(async (request, response) => {
      await cancelUpload(files, await actorOf(request), idOf(request))
      response.status(204).end()
    }),
  )
  return router
}
