import type { Zone } from '@mufakat/domain'
import type { Locale } from '@mufakat/i18n'
import { AppError } from '@mufakat/kernel'
import type { DoorContext, MailContext, Session } from '@mufakat/services'
import type { AppLoadContext } from '@remix-run/node'

/** What use-cases of every page work with. */
export type PortalServices = DoorContext & MailContext

/** What the status page asks, beside the database. */
export interface SystemProbe {
  /** Of the build that answers. */
  readonly version: string
  readonly baseUrl: string
  readonly dataDir: string
  /** Another folder for backups; null: the environment names none. */
  readonly backupDir: string | null
  /** Ports of the other processes on this machine. */
  readonly realtimePort: number
  readonly workerPort: number | null
}

declare module '@remix-run/node' {
  /** What the server hands to every loader and action; made in `server/app.ts`, once per request. */
  interface AppLoadContext {
    readonly services: PortalServices
    readonly system: SystemProbe
    readonly session: Session | null
    /** Of somebody who may do nothing but add a second factor; then `session` is null. */
    readonly settingUp: Session | null
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

/** Nobody's id is `null`: services decide what that may do. */
export const actorOf = (context: AppLoadContext) => context.session?.actor ?? null

/** For the pages of one's own second factors alone. */
export function sessionForFactors({ session, settingUp }: AppLoadContext): Session {
  const found = session ?? settingUp
  if (found === null) throw new AppError('not-signed-in')
  return found
}

export const localeOfSession = (context: AppLoadContext): Locale | null =>
  (context.session ?? context.settingUp)?.person.locale ?? null
