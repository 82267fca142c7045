import type { IncomingMessage, Server } from 'node:http'

export interface Health {
  /** Rejects when this node cannot commit. */
  ready(): Promise<void>
  readonly metrics: { readonly contentType: string; text(): Promise<string> }
}

/**
 * `/healthz`: the process answers. `/readyz`: it can also commit. `/metrics`: what it counts. For this machine and
 * its neighbours; what our own proxy has passed on comes from outside and gets none of it.
 */
export function answerHealth(http: Server, health: Health): void {
  http.on('request', (request, response) => {
    if (request.url?.startsWith('/socket.io/') === true) return
    void answer(request, health).then(({ status, type, body }) => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' })
      response.end(body)
    })
  })
}

interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string
}

async function answer(request: IncomingMessage, { ready, metrics }: Health): Promise<Answer> {
  const say = (status: number): Answer => ({
    status,
    type: 'application/json',
    body: JSON.stringify({ ok: status === 200 }),
  })
  if (request.headers['x-forwarded-for'] !== undefined) return say(404)
  switch (request.url) {
    case '/healthz':
      return say(200)
    case '/readyz':
      return ready().then(
        () => say(200),
        () => say(503),
      )
    case '/metrics':
      return metrics.text().then(
        body => ({ status: 200, type: metrics.contentType, body }),
        () => say(500),
      )
    default:
      return say(404)
  }
}

/** Slow requests must not hold connections: headers come at once, a full push over a thin line in a minute. */
export function boundRequests(http: Server): void {
  http.headersTimeout = 10_000
  http.requestTimeout = 90_000
}
