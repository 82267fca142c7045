import { type IncomingMessage, ServerResponse } from 'node:http'
import { Duplex } from 'node:stream'
import type { RequestHandler } from 'express'
import { createProxyServer } from 'httpxy'
import { isOwnOrigin } from './origin'

export const SOCKET_PATH = '/socket.io'

export interface SocketProxy {
  /** Long polling and the handshake. */
  readonly handler: RequestHandler
  /** The upgrade to a WebSocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, address: string): void
  close(): void
}

const FORWARDED = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded']

/**
 * Passes the live connection on to realtime, so that people have one origin and one port. What realtime reads
 * as the address is set here and never taken from outside.
 */
export function socketProxy(options: {
  target: string
  baseUrl: string
  logError: (error: unknown) => void
}): SocketProxy {
  const proxy = createProxyServer({ target: options.target, ws: true, proxyTimeout: 120_000 })
  const open = new Set<Duplex>()
  const failed = (error: unknown, answer: unknown) => {
    options.logError(error)
    if (answer instanceof ServerResponse && !answer.headersSent) answer.writeHead(502).end('unavailable')
    else if (answer instanceof Duplex || answer instanceof ServerResponse) answer.destroy()
  }
  // With a listener the proxy itself answers nothing: who asked would wait until they gave up.
  proxy.on('error', (error, _request, answer) => failed(error, answer))

  const prepare = (request: IncomingMessage, address: string) => {
    for (const name of FORWARDED) delete request.headers[name]
    request.headers['x-forwarded-for'] = address
  }

  return {
    handler: (request, response) => {
      prepare(request, request.ip ?? '')
      proxy.web(request, response).catch((error: unknown) => failed(error, response))
    },
    upgrade: (request, socket, head, address) => {
      // A browser always says where a socket comes from; another site must not use a person's cookie here.
      if (request.headers.origin !== undefined && !isOwnOrigin(request.headers, options.baseUrl)) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
        return
      }
      prepare(request, address)
      open.add(socket)
      socket.on('close', () => open.delete(socket))
      socket.on('error', () => socket.destroy())
      proxy.ws(request, socket as never, {}, head).catch((error: unknown) => failed(error, socket))
    },
    close: () => {
      for (const socket of open) socket.destroy()
      proxy.close(() => {})
    },
  }
}
