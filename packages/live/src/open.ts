import { createNotulaDoc } from '@mufakat/doc-model'
import { AppError, type ErrorCode, errorKind } from '@mufakat/kernel'
import {
  type Access,
  decodeRows,
  encodeParts,
  type Joined,
  type LogRow,
  type ServerEvent,
  type ServerPayload,
} from '@mufakat/protocol'
import { Author } from './author'
import { Backlog } from './backlog'
import { type JournalStore, MemoryJournal, openJournal } from './journal'
import { Line, type SocketSettings } from './line'
import type { Json, LiveDocument, Present, SaveState } from './live-document'
import { LocalCopy } from './local-copy'
import { browserLocks, type LeaseLocks } from './locks'
import { Presence } from './presence'
import { Value } from './readable'

export interface OpenOptions {
  /** Origin of the server; '' is the page's own. */
  readonly url: string
  readonly documentId: string
  readonly personId: string
  /** Default: the browser's IndexedDB, or memory where it is refused. */
  readonly journal?: JournalStore
  readonly locks?: LeaseLocks
  /** For clients that are not browsers: cookies, transports. */
  readonly socket?: SocketSettings
}

/** Opens a document and keeps it open through everything that may happen to the line. */
export function openLiveDocument(options: OpenOptions): LiveDocument {
  return new OpenDocument(options)
}

/**
 * 1. A hole in the rows, or a word of the server, means joining again from one's position.
 * 2. `save` says `saved` only when nothing waits: not to be framed, journaled, sent or acknowledged.
 * 3. When the server refuses for good, or its log is not the one this copy grew from, this copy stops taking part:
 *    what it had not got across is set aside in the journal, and a new page starts from the server's.
 * How edits travel is in `Author`, how rows are taken in `LocalCopy`.
 */
class OpenDocument implements LiveDocument {
  readonly doc = createNotulaDoc()
  readonly ready: Promise<void>
  readonly access = new Value<Access>('read')
  readonly save = new Value<SaveState>({ kind: 'saved', at: null })
  readonly sessionKey = new Value<string | null>(null)
  readonly #options: OpenOptions
  readonly #presence: Presence
  #author: Author | null = null
  #backlog: Backlog | null = null
  #journal: JournalStore | null = null
  #line: Line | null = null
  readonly #copy = new LocalCopy(this.doc, {
    hasMade: part => this.#author?.hasMade(part) ?? false,
    acknowledge: (lease, frame) => this.#author?.acknowledge(lease, frame),
    keepLease: () => this.#author?.keepLease(),
  })
  /** Counts connections, so that an answer to an earlier one is recognised. */
  #connection = 0
  #joining = false
  #joined = false
  /** The line was down or answers are missing, and not everything has got across since. */
  #inTrouble = false
  #again: ReturnType<typeof setTimeout> | undefined
  #watch: ReturnType<typeof setInterval> | undefined
  #readCode: ErrorCode | null = null
  #failure: ErrorCode | null = null
  #closed = false
  #resolveReady: () => void = () => undefined
  #rejectReady: (error: AppError) => void = () => undefined

  constructor(options: OpenOptions) {
    this.#options = options
    this.#presence = new Presence(caret => {
      if (this.#joined) this.#line?.emit('caret', { documentId: options.documentId, caret })
    })
    this.ready = new Promise((resolve, reject) => {
      this.#resolveReady = resolve
      this.#rejectReady = reject
    })
    // A page that closes before it was ready has nobody to catch this.
    this.ready.catch(() => undefined)
    this.#start().catch(error => {
      console.error(error)
      this.#fail('unexpected')
    })
  }

  get presence(): Value<readonly Present[]> {
    return this.#presence.list
  }

  setCaret(caret: Json | null): void {
    this.#presence.setOwn(caret)
  }

  async close(): Promise<void> {
    if (this.#closed) return
    await this.#author?.flush()
    await this.#acknowledgedOrLate()
    this.#closed = true
    clearInterval(this.#watch)
    clearTimeout(this.#again)
    globalThis.document?.removeEventListener('visibilitychange', this.#onHide)
    if (this.#joined) this.#line?.emit('leave', { documentId: this.#options.documentId })
    this.#line?.end(null)
    this.#presence.stop()
    await this.#author?.stop(null)
    await this.#backlog?.forgetNow()
    if (this.#options.journal === undefined) await this.#journal?.close()
    this.#backlog?.letGo()
    this.#rejectReady(new AppError('unavailable', 'closed'))
  }

  async #start(): Promise<void> {
    const { documentId, personId, url } = this.#options
    const key = { personId, documentId }
    const journal = this.#options.journal ?? (await openJournal().catch(() => new MemoryJournal()))
    const backlog = new Backlog(journal, key, this.#options.locks ?? browserLocks())
    this.#journal = journal
    this.#backlog = backlog
    await backlog.find().catch(error => console.error(error))
    if (this.#closed) return
    this.#author = new Author({
      doc: this.doc,
      key,
      journal,
      backlog,
      position: () => this.#copy.position,
      canPush: () => this.#joined && this.#failure === null && this.access.get() === 'write',
      push: parts => this.#line?.emit('push', { documentId, parts: encodeParts(parts) }),
      show: updates => this.#copy.show(updates),
      changed: () => this.#show(),
      failed: code => this.#fail(code),
    })
    globalThis.document?.addEventListener('visibilitychange', this.#onHide)
    this.#watch = setInterval(() => this.#look(), LOOK_MS)
    this.#line = new Line(
      url,
      {
        connected: () => void this.#join(),
        disconnected: () => this.#down(),
        dead: code => this.#fail(code),
        received: (event, payload) => this.#received(event, payload),
      },
      this.#options.socket ?? {},
    )
  }

  // --- joining ---

  async #join(): Promise<void> {
    const line = this.#line
    const author = this.#author
    if (line === null || author === null || this.#joining || this.#failure !== null || this.#closed) return
    clearTimeout(this.#again)
    const connection = this.#connection
    this.#joining = true
    this.#joined = false
    const answer = await line.join({
      documentId: this.#options.documentId,
      position: this.#copy.position,
      lease: author.lease,
      adopt: author.leasesToTakeUp(),
    })
    this.#joining = false
    if (this.#closed || this.#failure !== null) return
    if (connection !== this.#connection) {
      if (line.isUp) this.#joinLater()
      return
    }
    if (typeof answer === 'string') {
      if (errorKind(answer).retry === 'later') this.#joinLater()
      else this.#fail(answer)
      return
    }
    try {
      await this.#take(answer, author)
    } catch (error) {
      console.error(error)
      this.#fail('unexpected')
    }
  }

  #joinLater(): void {
    this.#joined = false
    clearTimeout(this.#again)
    this.#again = setTimeout(
      () => {
        if (this.#line?.isUp === true) void this.#join()
      },
      300 + Math.random() * 1_200,
    )
    this.#show()
  }

  async #take(answer: Joined, author: Author): Promise<void> {
    const connection = this.#connection
    if (!this.#copy.open(answer)) {
      this.#fail('conflict')
      return
    }
    await author.joined(answer)
    this.#readCode = answer.code
    this.access.set(answer.access)
    this.#resolveReady()
    if (connection === this.#connection && this.#failure === null) {
      this.sessionKey.set(answer.sessionKey)
      this.#presence.joined(answer)
      this.#joined = true
      this.#inTrouble = false
      if (this.#copy.takeHeld()) author.sendAllAgain()
      else this.#joinLater()
    }
    this.#show()
  }

  // --- from the server ---

  #received<E extends ServerEvent>(event: E, payload: ServerPayload<E>): void {
    const message = { event, payload } as {
      [K in ServerEvent]: { event: K; payload: ServerPayload<K> }
    }[ServerEvent]
    if (message.event === 'goodbye' || message.payload.documentId !== this.#options.documentId) return
    if (this.#failure !== null) return
    switch (message.event) {
      case 'tail':
        this.#takeRows(decodeRows(message.payload.rows))
        break
      case 'logged':
        this.#author?.acknowledge(message.payload.clientId, message.payload.frame)
        break
      case 'refused':
        this.#refused(message.payload)
        break
      case 'resync':
        this.#joinLater()
        break
      case 'access':
        this.#permitted(message.payload)
        break
      default:
        this.#presence.received(message)
        return
    }
    this.#show()
  }

  #takeRows(rows: readonly LogRow[]): void {
    if (!this.#joined) {
      this.#copy.hold(rows)
      return
    }
    try {
      if (!this.#copy.take(rows)) this.#joinLater()
    } catch (error) {
      console.error(error)
      this.#fail('unexpected')
    }
  }

  #refused({ clientId, code }: ServerPayload<'refused'>): void {
    if (this.#author?.outbox.has(clientId) !== true) return
    if (code === 'lease-ended') this.#joinLater()
    else if (code === 'conflict' || errorKind(code).retry === 'later') {
      this.#inTrouble = true
      this.#author.sendAllAgainLater()
    } else this.#fail(code)
  }

  #permitted({ access, code }: ServerPayload<'access'>): void {
    if (access === null) {
      this.#fail(code ?? 'not-found')
      return
    }
    this.#readCode = code
    this.access.set(access)
    if (access === 'write') this.#joinLater()
  }

  // --- the line ---

  #down(): void {
    this.#connection += 1
    this.#joined = false
    this.#inTrouble = true
    this.#copy.forgetHeld()
    this.#author?.outbox.lineDown()
    this.sessionKey.set(null)
    this.#presence.alone()
    this.#show()
  }

  /** Every `LOOK_MS`: is an answer overdue? */
  #look(): void {
    const since = this.#author?.outbox.oldestSentAt ?? null
    if (since === null) return
    const waited = performance.now() - since
    if (waited > BEAT_AFTER_MS) void this.#line?.beat()
    if (waited > OVERDUE_MS) this.#inTrouble = true
    if (waited > RESEND_AFTER_MS) {
      this.#author?.outbox.lineDown()
      this.#author?.sendAllAgain()
    }
    this.#show()
  }

  readonly #onHide = (): void => {
    if (globalThis.document?.visibilityState === 'hidden') void this.#author?.flush()
  }

  async #acknowledgedOrLate(): Promise<void> {
    const deadline = performance.now() + CLOSE_WAIT_MS
    const isWaiting = () => this.#author !== null && this.#author.unsent > 0 && this.#joined
    while (isWaiting() && this.#failure === null && performance.now() < deadline) {
      await new Promise<void>(resolve => {
        const done = () => {
          clearTimeout(timer)
          stop()
          resolve()
        }
        const stop = this.save.subscribe(done)
        const timer = setTimeout(done, 100)
      })
    }
  }

  #fail(code: ErrorCode): void {
    if (this.#failure !== null || this.#closed) return
    this.#failure = code
    this.#joined = false
    clearTimeout(this.#again)
    void this.#author?.stop(SETS_ASIDE.has(code) ? code : null).catch(error => console.error(error))
    this.#line?.end(null)
    this.#rejectReady(new AppError(code))
    this.#presence.alone()
    this.#show()
  }

  #show(): void {
    const now = this.save.get()
    const next = this.#state()
    // The same object while nothing has changed, or a page would draw at every key.
    if (JSON.stringify(now) !== JSON.stringify(next)) this.save.set(next)
  }

  #state(): SaveState {
    const unsent = this.#author?.unsent ?? 0
    if (this.#failure !== null) return { kind: 'failed', code: this.#failure, unsent }
    if (this.#joined && unsent === 0) this.#inTrouble = false
    if (this.#inTrouble || (this.#copy.position !== null && !this.#joined)) return { kind: 'offline', unsent }
    if (this.#joined && this.access.get() === 'read') {
      const code = this.#readCode
      return unsent > 0 ? { kind: 'failed', code: code ?? 'forbidden', unsent } : { kind: 'read-only', code }
    }
    return unsent > 0 ? { kind: 'saving' } : { kind: 'saved', at: this.#author?.savedAt ?? null }
  }
}

const LOOK_MS = 250
/** No acknowledgement for so long: ask for a sign of life (answered or line down within 2 s more). */
const BEAT_AFTER_MS = 1_000
/** No acknowledgement for so long: no longer "being saved". */
const OVERDUE_MS = 3_000
const RESEND_AFTER_MS = 5_000
const CLOSE_WAIT_MS = 2_000

/** After these the same edits would be refused again; after others a later page may send them. */
const SETS_ASIDE = new Set<ErrorCode>([
  'refused-edit',
  'too-large',
  'conflict',
  'lease-ended',
  'document-closed',
])
