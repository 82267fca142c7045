import type { RequestHandler } from 'express'
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { idOf } from './request-id'
import type { NameRoute } from './route-names'
import { SOCKET_PATH } from './socket-proxy'

export type PortalMetrics = ReturnType<typeof createMetrics>

/** What this portal counts, for Prometheus. No label carries an address, an id or a person. */
export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  // Among others the lag of the event loop, memory and CPU.
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'mufakat_http_requests_total',
    help: 'Requests that were answered',
    registers,
    labelNames: ['route', 'method', 'status'] as const,
  })
  const duration = new Histogram({
    name: 'mufakat_http_seconds',
    help: 'From the request to the end of its answer',
    registers,
    labelNames: ['route'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  })
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    answered(route: string, method: string, status: number, seconds: number) {
      requests.inc({ route, method: METHODS.has(method) ? method : 'other', status: String(status) })
      duration.observe({ route }, seconds)
    },
  }
}

/** Anybody can invent a method; only these are counted by name. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS'])

/** What one tells of a request in the log: its route, never its address, which may hold a token. */
export interface AnsweredRequest {
  readonly requestId: string
  readonly route: string
  readonly method: string
  readonly status: number
  readonly ms: number
}

/** An answer is worth a line of the log when something was changed, it failed, or somebody waited. */
const isWorthALine = ({ method, status, ms }: AnsweredRequest): boolean =>
  (method !== 'GET' && method !== 'HEAD') || status >= 500 || ms > 1_000

/** Counts every request that comes this far, and logs those worth it; live connections are realtime's to count. */
export function countRequests(
  metrics: PortalMetrics,
  nameRoute: NameRoute,
  log: (answered: AnsweredRequest) => void,
): RequestHandler {
  return (request, response, next) => {
    if (request.path.startsWith(SOCKET_PATH)) return next()
    const begun = performance.now()
    const route = nameRoute(request.path)
    response.once('finish', () => {
      const ms = performance.now() - begun
      metrics.answered(route, request.method, response.statusCode, ms / 1_000)
      const answered = {
        requestId: idOf(request),
        route,
        method: request.method,
        status: response.statusCode,
        ms: Math.round(ms),
      }
      if (isWorthALine(answered)) log(answered)
    })
    next()
  }
}
