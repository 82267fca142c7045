import { createServer, type IncomingMessage, type Server } from 'node:http'

export interface Health {
  /** Rejects when this process cannot do its work. */
  ready(): Promise<void>
  readonly metrics: { readonly contentType: string; text(): Promise<string> }
}

/**
 * `/healthz`: the process answers. `/readyz`: it can also do its work. `/metrics`: what it counts. For this machine
 * and its neighbours; what a proxy has passed on comes from outside and gets none of it.
 * @param isOthers requests that another listener of the server answers
 */
export function answerHealth(
  http: Server,
  health: Health,
  isOthers: (url: string) => boolean = () => false,
): void {
  http.on('request', (request, response) => {
    if (request.url !== undefined && isOthers(request.url)) return
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

export interface HealthServer {
  readonly port: number
  close(): Promise<void>
}

/** A server of nothing but health, on this machine's own address. `port` 0: any free one. */
export async function serveHealth(port: number, health: Health): Promise<HealthServer> {
  const http = createServer()
  http.headersTimeout = 5_000
  http.requestTimeout = 5_000
  answerHealth(http, health)
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, '127.0.0.1', resolve)
  })
  const address = http.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise(resolve => {
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
}
