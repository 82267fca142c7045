import type { Server } from 'node:http'

/** Slow requests must not hold connections: headers come at once, a full push over a thin line in a minute. */
export function boundRequests(http: Server): void {
  http.headersTimeout = 10_000
  http.requestTimeout = 90_000
}
