import type { CardRow, CardScope, Database } from '@mufakat/db'
import type { NotulaContent } from '@mufakat/doc-model'
import type { ErrorCode } from '@mufakat/kernel'
import type { Access, BoardChangesOnWire, BoardMove, ClientAck } from '@mufakat/protocol'

/** Who sits at a socket, as the session says at this moment. */
export interface Visitor {
  readonly sessionId: string
  readonly personId: string
  readonly name: string
  /** Short name of the OPD, or the jabatan of one without OPD. */
  readonly opd: string | null
  /** The admin who looks as this person, and whom nobody sees here; null: it is the person. */
  readonly viewerId: string | null
}

/** What a visitor may do with a document; `code` says why they may not write. */
export interface Permit {
  readonly access: Access
  readonly code: ErrorCode | null
  /** The only agenda items that may be written in; left out: all. */
  readonly items?: readonly string[]
}

/** One socket, in a question about many. */
export interface Asked {
  readonly cookie: string | undefined
  readonly documentIds: readonly string[]
  /** Who came in by it: a session that is somebody else's meanwhile is over for this socket. */
  readonly as: Pick<Visitor, 'personId' | 'viewerId'>
}

/** Cards that have changed, whoever may see them, up to a revision. */
export interface BoardRows {
  readonly revision: number
  readonly rows: readonly CardRow[]
}

/** Who asks for the board, or commands it. */
export interface BoardAsker {
  readonly cookie: string | undefined
  readonly visitor: Pick<Visitor, 'personId' | 'viewerId'>
}

/** The board of cards. */
export interface BoardPort {
  /** @throws AppError when this person sees no board, or their session is over */
  scope(asker: BoardAsker): Promise<CardScope>
  revision(): Promise<number>
  /** Null: too many to tell one by one. */
  changes(since: number): Promise<BoardRows | null>
  /** The part of changes that is within a scope. */
  within(scope: CardScope, changes: BoardRows): BoardChangesOnWire
  /** @throws AppError `not-found` when this person may not read it, or it is gone */
  card(asker: BoardAsker, cardId: string): Promise<CardRow>
  /** @throws AppError */
  move(asker: BoardAsker, move: BoardMove): Promise<ClientAck<'move'>>
}

/** The outside world of the engine. `main.ts` gives the services; everything may throw when Postgres is away. */
export interface Ports {
  /** The visitor whose session cookie this is; null when there is none or it has ended. */
  visitor(cookieHeader: string | undefined): Promise<Visitor | null>
  /**
   * What the people at these sockets may do with the documents they have open, in as many statements for all of them
   * as for one. Answers in the order of the questions; null: the session is over. A document that is missing in an
   * answer is not there for this person.
   */
  permits(asked: readonly Asked[]): Promise<(ReadonlyMap<string, Permit> | null)[]>
  /** Documents whose head is past what was projected. */
  unprojected(): Promise<string[]>
  /** Turns a document into facts; a sequence that is not newer changes nothing. */
  project(facts: { documentId: string; seq: number; content: NotulaContent }): Promise<void>
  readonly board: BoardPort
}

/** JSON lines; pino in the process, silence in tests. */
export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** The raw client of the database. */
export type Sql = Database['sql']
