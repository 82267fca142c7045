import type { Backlog, ClientEvents, ThinClient } from './client'
import type { ServerProcess } from './process'
import type { Trace } from './trace'
import type { World } from './world'

/** A co-editing server as the load driver knows it. */
export interface Peer {
  readonly name: string
  /** Measures it takes part in; all when absent. */
  readonly measures?: readonly string[]
  start(world: World, options?: StartOptions): Promise<RunningPeer>
}

export interface StartOptions {
  /** Folder for those that store in files; without it they keep documents in memory alone. */
  readonly storage?: string
  /** File into which the server writes its memory when it gets SIGUSR2, after collecting garbage. */
  readonly memoryFile?: string
}

export interface RunningPeer {
  readonly process: ServerProcess
  /** `count` documents of 20 kB, known to the server. */
  documents(count: number): Promise<string[]>
  /** The document of a long keystroke trace; null: it stores nothing. */
  readonly traced: ((trace: Trace) => Promise<string>) | null
  /** `nth` tells who: people take turns. */
  open(documentId: string, nth: number, events: ClientEvents, backlog?: Backlog | null): Promise<ThinClient>
  /** A connection with no document open. */
  idle(nth: number): Promise<{ destroy(): void }>
  /** What a client has that need not be brought by the server; null: the server brings everything. */
  readonly known: Uint8Array | null
  /** How it can be told that an edit is in Postgres; null: it never is. */
  readonly commits: 'when-saved' | WatchCommits | null
}

/** Tells, whenever the document was stored, how far each clientID's clock is in what was stored. */
export type WatchCommits = (
  documentId: string,
  onStored: (clocks: ReadonlyMap<number, number>) => void,
) => Promise<() => Promise<void>>

export const SILENT: ClientEvents = {
  edit: () => undefined,
  cursor: () => undefined,
  saved: () => undefined,
  closed: () => undefined,
}
