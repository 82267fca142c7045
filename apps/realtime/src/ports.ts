import type { Database } from '@mufakat/db'
import type { NotulaContent } from '@mufakat/doc-model'
import type { ErrorCode } from '@mufakat/kernel'
import type { Access } from '@mufakat/protocol'

/** Who sits at a socket, as the session says at this moment. */
export interface Visitor {
  readonly sessionId: string
  readonly personId: string
  readonly name: string
  /** Short name of the OPD, or the jabatan of one without OPD. */
  readonly opd: string | null
}

/** What a visitor may do with a document; `code` says why they may not write. */
export interface Permit {
  readonly access: Access
  readonly code: ErrorCode | null
}

/** The outside world of the engine. `main.ts` gives the services; everything may throw when Postgres is away. */
export interface Ports {
  /** The visitor whose session cookie this is; null when there is none or it has ended. */
  visitor(cookieHeader: string | undefined): Promise<Visitor | null>
  /** Asked again and again while a document is open. Null: what they may not see is not there. */
  permit(cookieHeader: string | undefined, documentId: string): Promise<Permit | null>
  /** Documents whose head is past what was projected. */
  unprojected(): Promise<string[]>
  /** Turns a document into facts; a sequence that is not newer changes nothing. */
  project(facts: { documentId: string; seq: number; content: NotulaContent }): Promise<void>
}

/** JSON lines; pino in the process, silence in tests. */
export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** The raw client of the database. */
export type Sql = Database['sql']
