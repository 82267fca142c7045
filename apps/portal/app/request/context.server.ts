import type { Zone } from '@mufakat/domain'
import type { Locale } from '@mufakat/i18n'
import type { MailContext, MailingContext, Session } from '@mufakat/services'
import type { AppLoadContext } from '@remix-run/node'

/** What the status page asks, beside the database. */
export interface SystemProbe {
  /** Of the build that answers. */
  readonly version: string
  readonly baseUrl: string
  readonly dataDir: string
  /** Ports of the other processes on this machine. */
  readonly realtimePort: number
  readonly workerPort: number | null
}

declare module '@remix-run/node' {
  /** What the server hands to every loader and action; made in `server/app.ts`, once per request. */
  interface AppLoadContext {
    readonly services: MailContext
    readonly system: SystemProbe
    readonly session: Session | null
    /** For scripts and styles of this answer only. */
    readonly nonce: string
    /** The person's address as our own proxy reports it. */
    readonly address: string
    /** Ties what a person sees ("Kode acuan") to the log. */
    readonly requestId: string
    /** People come by https: cookies get `__Host-` and `Secure`. */
    readonly secure: boolean
    readonly demo: boolean
    /** The zone of the regency: times are told, and today is decided, in it. */
    readonly zone: Zone
    readonly logError: (error: unknown, requestId: string) => void
  }
}

export type { AppLoadContext }

/** The same services for what writes letters. */
export const mailingOf = ({ services, system }: AppLoadContext): MailingContext => ({
  ...services,
  baseUrl: system.baseUrl,
})

/** Nobody's id is `null`: services decide what that may do. */
export const actorOf = (context: AppLoadContext) => context.session?.actor ?? null

export const localeOfSession = (context: AppLoadContext): Locale | null =>
  context.session?.person.locale ?? null
