import { randomBytes } from 'node:crypto'
import { inRequest } from '@mufakat/services'
import type { Request, RequestHandler } from 'express'

const HEADER = 'x-request-id'
const FOREIGN = /^[A-Za-z0-9._-]{8,64}$/

/** Whether the one who connects is a proxy of ours, whose word counts. */
const isTrusted = (request: Request): boolean => {
  const trusted = request.app.get('trust proxy fn') as (address: string, hop: number) => boolean
  return trusted(request.socket.remoteAddress ?? '', 0)
}

/**
 * Gives a request its id: the one that our proxy gave, else one of our own. It is in the answer's head, in the log, in
 * what is passed on to realtime, and in the jobs that the request asks for.
 */
export const nameRequests: RequestHandler = (request, response, next) => {
  const given = request.get(HEADER)
  const id =
    given !== undefined && FOREIGN.test(given) && isTrusted(request) ? given : randomBytes(6).toString('hex')
  request.headers[HEADER] = id
  response.set('X-Request-Id', id)
  inRequest(id, next)
}

/** The id that `nameRequests` gave. */
export const idOf = (request: Request): string => request.get(HEADER) ?? ''
