import { createServer, type Server } from 'node:http'
import { catalogueFor, createWords, localeOfHeader } from '@mufakat/i18n'
import { type ErrorCode, errorKind } from '@mufakat/kernel'
import {
  type FileContext,
  MAX_CSV_BYTES,
  MAX_LOGO_BYTES,
  MAX_TABLE_BYTES,
  MAX_VALUE_BYTES,
  noteViewing,
  readSession,
  readSessionAtDoor,
  type Session,
  zoneOf,
} from '@mufakat/services'
import type { ServiceSettings } from '@mufakat/settings'
import type { Tracing } from '@mufakat/telemetry'
import { createRequestHandler } from '@remix-run/express'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type Request, type RequestHandler, type Response } from 'express'
import type { PortalServices, SystemProbe } from '../app/request/context.server'
import { cookieValue, sessionCookieName } from '../app/request/cookies.server'
import { staticAssets } from './assets'
import { paperRoutes } from './files/papers'
import { fileRoutes } from './files/routes'
import { type AnsweredRequest, countRequests, type PortalMetrics } from './metrics'
import { NOTICES_PATH, noticeStreams } from './notices'
import { isOwnOrigin } from './origin'
import { idOf, nameRequests } from './request-id'
import type { NameRoute } from './route-names'
import { contentSecurityPolicy, newNonce, securityHeaders } from './security'
import { SOCKET_PATH, socketProxy } from './socket-proxy'
import { traceRequests } from './tracing'

export interface PortalOptions {
  readonly settings: Pick<
    ServiceSettings,
    'baseUrl' | 'secure' | 'demo' | 'mode' | 'realtimePort' | 'trustedProxies'
  >
  readonly services: PortalServices
  readonly system: SystemProbe
  readonly metrics: PortalMetrics
  readonly nameRoute: NameRoute
  readonly files: Pick<FileContext, 'store' | 'scan'>
  /** Null: nobody wants traces. */
  readonly tracing: Tracing | null
  readonly build: ServerBuild | (() => Promise<ServerBuild>)
  /** The folder of built files; none while Vite serves them. */
  readonly assets: string | null
  /** Vite's middleware in development. */
  readonly before?: RequestHandler
  readonly logError: (error: unknown, requestId?: string) => void
  readonly logRequest: (answered: AnsweredRequest) => void
}

export interface Portal {
  readonly server: Server
  /** Takes no more, lets what is under way finish, and ends live connections. */
  close(): Promise<void>
}

/** The largest form is a rapat with 100 agenda items and every OPD. */
const MAX_BODY = 512 * 1024
/** Forms with files; what comes along with them beside the file is small. */
const WITH_FILES: readonly (readonly [path: RegExp, bytes: number])[] = [
  [/^\/(?:admin\/wilayah|siapkan\/langkah\/wilayah)$/, 2 * MAX_CSV_BYTES],
  // Handed in again as it was read: with the names of its fields, a row is longer than in its file.
  [/^\/admin\/impor\/[a-z]+$/, 3 * MAX_TABLE_BYTES],
  // A file, or what was read of one, packed.
  [/^\/target\/impor(?:\/putusan\.csv)?$/, MAX_VALUE_BYTES + 64 * 1024],
  [/^\/(?:admin\/daerah|siapkan\/langkah\/kop)$/, MAX_LOGO_BYTES + 64 * 1024],
]

const maxBody = (path: string): number => WITH_FILES.find(([pattern]) => pattern.test(path))?.[1] ?? MAX_BODY
const DRAIN_MS = 5_000
/** Ends the looking as another person, and says why nothing else is taken meanwhile. */
const VIEWING_PAGE = '/lihat-sebagai'
const NOBODY = { session: null, settingUp: null }

/** An answer of the server itself, before any page: in the reader's language, as plain text. */
function refuse(request: Request, response: Response, code: ErrorCode): void {
  const locale = localeOfHeader(request.get('Accept-Language'))
  response
    .status(errorKind(code).status)
    .type('text/plain; charset=utf-8')
    .set('Cache-Control', 'no-store')
    .send(createWords(locale, catalogueFor(locale)).t(`error.${code}`))
}

const changes = (method: string): boolean => method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS'

function checkChange(baseUrl: string): RequestHandler {
  return (request, response, next) => {
    if (!changes(request.method)) next()
    else if (!isOwnOrigin(request.headers, baseUrl)) refuse(request, response, 'foreign-origin')
    // Without a length a body could grow while it is read; browsers always send one.
    else if (request.headers['transfer-encoding'] !== undefined) refuse(request, response, 'invalid-input')
    else next()
  }
}

const checkLength: RequestHandler = (request, response, next) => {
  const isLong = Number(request.headers['content-length'] ?? 0) > maxBody(request.path)
  if (changes(request.method) && isLong) refuse(request, response, 'too-large')
  else next()
}

/** What is recorded in this request under the person looked at names the admin. */
const tellViewing = (session: Session | null): void =>
  noteViewing(session?.viewing ? { adminId: session.viewing.adminId, personId: session.person.id } : null)

/**
 * While an admin looks as another person, nothing is sent but the end of it: whatever route it is for, and whether or not
 * that route asks. A form is led to a page that says so.
 */
function refuseWhileViewing(sessionOf: (request: Request) => Promise<Session | null>): RequestHandler {
  return (request, response, next) => {
    // Sockets are read-only by themselves, whatever they travel by.
    if (!changes(request.method) || request.path.startsWith(SOCKET_PATH)) return next()
    sessionOf(request).then(session => {
      if (!session?.viewing || request.path === VIEWING_PAGE) next()
      else if (request.get('Accept')?.includes('text/html')) response.redirect(303, VIEWING_PAGE)
      else refuse(request, response, 'view-only')
    }, next)
  }
}

/** The portal as an HTTP server that does not listen yet. */
export function createPortal(options: PortalOptions): Portal {
  const { settings, services } = options
  const { baseUrl, secure } = settings
  const development = settings.mode === 'development'
  const app = express()
  app.disable('x-powered-by')
  // Our own proxy stands on this machine, or where it was said to. Anybody else is taken for who they are.
  app.set('trust proxy', ['loopback', ...settings.trustedProxies])

  const proxy = socketProxy({
    target: `http://127.0.0.1:${settings.realtimePort}`,
    baseUrl,
    logError: options.logError,
  })

  app.use(nameRequests)
  app.use(securityHeaders(secure))
  app.get('/healthz', (_request, response) => {
    services.database.sql`select 1`.then(
      () => response.set('Cache-Control', 'no-store').json({ status: 'ok' }),
      () => response.status(503).json({ status: 'unavailable' }),
    )
  })
  if (options.assets !== null) app.use(staticAssets(options.assets))
  if (options.before) app.use(options.before)
  app.get('/favicon.ico', (_request, response) => response.redirect(301, '/favicon.svg'))
  // A file of an older build: say so at once instead of rendering a page for it.
  app.get('/assets/*', (_request, response) => {
    response.status(404).type('text').end('not found')
  })

  const tokenOf = (request: Request) => cookieValue(request.headers.cookie, sessionCookieName(secure))
  const sessionOf = async (request: Request): Promise<Session | null> => {
    const token = tokenOf(request)
    const session = token === null ? null : await readSession(services, token)
    tellViewing(session)
    return session
  }
  const notices = noticeStreams({ services, sessionOf, logError: options.logError })
  // Before what measures answers: this one goes on for minutes.
  app.get(NOTICES_PATH, notices.handler)
  const contextOf = async (request: Request, response: Response): Promise<AppLoadContext> => {
    const nonce = newNonce()
    response.set('Content-Security-Policy', contentSecurityPolicy({ nonce, baseUrl, development }))
    const token = tokenOf(request)
    const [who, zone] = await Promise.all([
      token === null ? NOBODY : readSessionAtDoor(services, token),
      zoneOf(services),
    ])
    tellViewing(who.session)
    return {
      services,
      system: options.system,
      nonce,
      secure,
      demo: settings.demo,
      address: request.ip ?? '',
      requestId: idOf(request),
      ...who,
      zone,
      logError: options.logError,
    }
  }

  if (options.tracing !== null) app.use(traceRequests(options.tracing, options.nameRoute))
  app.use(countRequests(options.metrics, options.nameRoute, options.logRequest))
  app.use(checkChange(baseUrl))
  app.use(refuseWhileViewing(sessionOf))
  const files: FileContext = { ...services, ...options.files }
  const downloads = { files, sessionOf, refuse, logError: options.logError }
  app.use('/berkas', fileRoutes(downloads))
  app.use('/kertas', paperRoutes(downloads))
  app.use(checkLength)
  app.use(SOCKET_PATH, (request, response, next) => {
    // Express has taken the mount path off the address; realtime expects it.
    request.url = request.originalUrl
    proxy.handler(request, response, next)
  })
  app.use(compression({ threshold: 1024 }))
  app.all('*', createRequestHandler({ build: options.build, mode: settings.mode, getLoadContext: contextOf }))
  app.use(((error: unknown, request, response, next) => {
    options.logError(error, idOf(request))
    if (response.headersSent) next(error)
    else refuse(request, response, 'unexpected')
  }) as express.ErrorRequestHandler)

  const server = createServer(app)
  server.on('upgrade', (request, socket, head) => {
    if (request.url?.startsWith(`${SOCKET_PATH}/`)) {
      proxy.upgrade(request, socket, head, addressOf(request, app))
    } else if (!development) socket.destroy()
  })
  return {
    server,
    close: () =>
      new Promise(resolve => {
        const force = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
        server.close(() => {
          clearTimeout(force)
          resolve()
        })
        proxy.close()
        notices.close().catch(options.logError)
        server.closeIdleConnections()
      }),
  }
}

/** The address of an upgrade, by the same rule as Express has for requests. */
function addressOf(
  request: Parameters<RequestHandler>[0] | import('node:http').IncomingMessage,
  app: express.Express,
): string {
  const trusted = app.get('trust proxy fn') as (address: string, hops: number) => boolean
  const peer = request.socket.remoteAddress ?? ''
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map(part => part.trim())
    .filter(Boolean)
    .reverse()
  let address = peer
  for (const [hop, next] of forwarded.entries()) {
    if (!trusted(address, hop)) break
    address = next
  }
  return address
}
