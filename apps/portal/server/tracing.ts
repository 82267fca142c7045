import type { Tracing } from '@mufakat/telemetry'
import type { RequestHandler } from 'express'
import { idOf } from './request-id'
import type { NameRoute } from './route-names'
import { SOCKET_PATH } from './socket-proxy'

/** A trace for each request, by its route and never its address. */
export const traceRequests =
  (tracing: Tracing, nameRoute: NameRoute): RequestHandler =>
  (request, response, next) => {
    if (request.path.startsWith(SOCKET_PATH)) return next()
    const route = nameRoute(request.path)
    const attributes = {
      'http.request.method': request.method,
      'http.route': route,
      'mufakat.request_id': idOf(request),
    }
    tracing.begin(`${request.method} ${route}`, 'server', attributes, span => {
      response.once('close', () => {
        span.set({ 'http.response.status_code': response.statusCode })
        span.end(response.statusCode >= 500)
      })
      next()
    })
  }
