import { createNotulaDoc, isNewerThanThisBuild } from '@mufakat/doc-model'
import { AppError, type ErrorCode, errorKind } from '@mufakat/kernel'
import {
  type Access,
  decodeRows,
  encodeParts,
  type Joined,
  type LogRow,
  MalformedBytes,
  type ServerEvent,
  type ServerPayload,
} from '@mufakat/protocol'
import { Author } from './author'
import { Backlog } from './backlog'
import { type JournalStore, setsAside } from './journal'
import { Line } from './line'
import type { Json, LiveDocument, OpenOptions, Present } from './live-document'
import { LocalCopy } from './local-copy'
import { browserLocks } from './locks'
import { MemoryJournal } from './memory-journal'
import { openJournal } from './open-journal'
import { Presence } from './presence'
import { until, Value } from './readable'
import { type SaveFacts, type SaveState, saveState } from './save-state'
import { Shelf } from './shelf'

/** Opens a document and keeps it open through everything that may happen to the line. */
export function openLiveDocument(options: OpenOptions): LiveDocument {
  return new OpenDocument(options)
}

/**
 * 1. A hole in the rows, or a word of the server, means joining again from one's position.
 * 2. Opening never waits for the journal: what an earlier page left is taken up when it has been read.
 * 3. When the server refuses for good, or its log is not the one this copy grew from, this copy stops taking part:
 *    what it had not got across is set aside in the journal, and a new page starts from the server's.
 * 4. When the session ends everything stays as it is, without a line, until its person has signed in again. Nothing
 *    of it is sent in the name of anybody else.
 * How edits travel is in `Author`, how rows are taken in `LocalCopy`, what is said about it in `saveState`.
 */
class OpenDocument implements LiveDocument {
  readonly doc = createNotulaDoc()
  readonly ready: Promise<void>
  readonly access = new Value<Access>('read')
  readonly save = new Value<SaveState>({ kind: 'saved', at: null })
  readonly sessionKey = new Value<string | null>(null)
  readonly shelf: Shelf
  readonly #options: OpenOptions
  readonly #presence: Presence
  readonly #journal: JournalStore
  readonly #backlog: Backlog
  readonly #author: Author
  readonly #copy: LocalCopy
  #line: Line | null = null
  /** Counts connections, so that an answer to an earlier one is recognised. */
  #connection = 0
  #joining = false
  #joined = false
  #inTrouble = false
  #again: ReturnType<typeof setTimeout> | undefined
  readonly #watch: ReturnType<typeof setInterval>
  #readCode: ErrorCode | null = null
  #failure: ErrorCode | null = null
  #signedOut: SaveFacts['signedOut'] = null
  #closed = false
  #resolveReady: () => void = () => undefined
  #rejectReady: (error: AppError) => void = () => undefined

  constructor(options: OpenOptions) {
    const { documentId, personId, key } = options
    const of = { personId, documentId }
    this.#options = options
    this.#presence = new Presence(caret => {
      if (this.#joined) this.#line?.emit('caret', { documentId, caret })
    })
    this.ready = new Promise((resolve, reject) => {
      this.#resolveReady = resolve
      this.#rejectReady = reject
    })
    // A page that closes before it was ready has nobody to catch this.
    this.ready.catch(() => undefined)
    this.#journal =
      options.journal ?? (key === undefined ? new MemoryJournal() : openJournal({ personId, key }))
    this.#backlog = new Backlog(this.#journal, of, options.locks ?? browserLocks())
    this.shelf = new Shelf(this.#journal, of)
    this.#copy = new LocalCopy(this.doc, {
      hasMade: part => this.#author.hasMade(part),
      acknowledge: (lease, frame) => this.#author.acknowledge(lease, frame),
      keepLease: () => this.#author.keepLease(),
    })
    this.#author = new Author({
      doc: this.doc,
      key: of,
      journal: this.#journal,
      backlog: this.#backlog,
      position: () => this.#copy.position,
      canPush: () => this.#joined && this.#failure === null && this.access.get() === 'write',
      push: parts => this.#line?.emit('push', { documentId, parts: encodeParts(parts) }),
      show: updates => this.#copy.show(updates),
      changed: () => this.#show(),
      setAside: async (lease, code) => {
        await this.#journal.setAside(of, lease, code)
        await this.shelf.refresh()
      },
      failed: code => this.#fail(code),
    })
    globalThis.document?.addEventListener('visibilitychange', this.#onVisibility)
    this.#watch = setInterval(() => this.#look(), LOOK_MS)
    this.#openLine()
    void this.#takeUpBacklog()
  }

  get presence(): Value<readonly Present[]> {
    return this.#presence.list
  }

  setCaret(caret: Json | null): void {
    this.#presence.setOwn(caret)
  }

  resume(): void {
    if (this.#signedOut === null || this.#closed) return
    this.#openLine()
  }

  async close(): Promise<void> {
    if (this.#closed) return
    await this.#author.flush()
    const isAnswered = () => this.#author.unsent === 0 || !this.#joined
    await until(this.save, isAnswered, CLOSE_WAIT_MS)
    this.#closed = true
    clearInterval(this.#watch)
    clearTimeout(this.#again)
    globalThis.document?.removeEventListener('visibilitychange', this.#onVisibility)
    if (this.#joined) this.#line?.emit('leave', { documentId: this.#options.documentId })
    this.#line?.end(null)
    this.#presence.stop()
    await this.#author.stop(null)
    await this.#backlog.forgetNow()
    if (this.#options.journal === undefined) await this.#journal.close()
    this.#backlog.letGo()
    this.#rejectReady(new AppError('unavailable', 'closed'))
  }

  #openLine(): void {
    this.#line?.end(null)
    this.#line = new Line(
      this.#options.url,
      {
        connected: () => void this.#join(),
        disconnected: () => this.#down(),
        dead: code => this.#dead(code),
        received: (event, payload) => this.#received(event, payload),
      },
      this.#options.socket ?? {},
    )
  }

  async #takeUpBacklog(): Promise<void> {
    try {
      await this.#backlog.find()
      await this.shelf.refresh()
    } catch (error) {
      if (!this.#closed) console.error(error)
    }
    if (this.#backlog.leases.length > 0 && this.#joined) await this.#join()
  }

  // --- joining ---

  async #join(): Promise<void> {
    const line = this.#line
    if (line === null || this.#joining || this.#failure !== null || this.#closed) return
    clearTimeout(this.#again)
    const connection = this.#connection
    const adopt = this.#author.leasesToTakeUp()
    this.#joining = true
    this.#joined = false
    this.#presence.joining()
    const answer = await line.join({
      documentId: this.#options.documentId,
      position: this.#copy.position,
      lease: this.#author.lease,
      adopt,
    })
    this.#joining = false
    if (this.#closed || this.#failure !== null) return
    if (connection !== this.#connection) {
      if (this.#line?.isUp === true) this.#joinLater()
      return
    }
    if (typeof answer === 'string') {
      // What does not load whole is said to whoever opens it; who has it goes on asking.
      const isHopeless = answer === 'unexpected' && this.#copy.position === null
      if (errorKind(answer).retry === 'later' && !isHopeless) this.#joinLater()
      else this.#fail(answer)
      return
    }
    try {
      await this.#take(answer, adopt)
    } catch (error) {
      console.error(error)
      if (error instanceof MalformedBytes) line.damaged()
      else this.#fail('unexpected')
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

  async #take(answer: Joined, asked: readonly number[]): Promise<void> {
    const connection = this.#connection
    const own = answer.present.find(present => present.sessionKey === answer.sessionKey)
    if (own !== undefined && own.personId !== this.#options.personId) {
      this.#signOut('other')
      return
    }
    if (!this.#copy.open(answer)) {
      this.#fail('conflict')
      return
    }
    this.#signedOut = null
    await this.#author.joined(answer, asked)
    this.#permit(answer.access, answer.code)
    this.#resolveReady()
    if (connection === this.#connection && this.#failure === null) {
      this.sessionKey.set(answer.sessionKey)
      this.#presence.joined(answer)
      this.#joined = true
      this.#inTrouble = false
      if (!this.#copy.takeHeld()) this.#joinLater()
      else if (answer.access === 'write' && this.#backlog.leases.length > 0) void this.#join()
      else this.#author.sendAllAgain()
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
        this.#author.acknowledge(message.payload.clientId, message.payload.frame)
        break
      case 'refused':
        this.#refused(message.payload)
        break
      case 'resync':
        this.#joinLater()
        break
      case 'access':
        // Nothing any more: removed, or signed out. The next handshake tells which.
        if (message.payload.access === null) this.#line?.renew()
        else this.#permit(message.payload.access, message.payload.code)
        if (message.payload.access === 'write') this.#joinLater()
        break
      default:
        this.#presence.received(message)
        return
    }
    // An answer makes room for what waits.
    this.#author.send()
    this.#show()
  }

  #takeRows(rows: readonly LogRow[]): void {
    if (!this.#joined) {
      this.#copy.hold(rows)
      return
    }
    try {
      if (!this.#copy.take(rows)) this.#joinLater()
      this.#permit(this.access.get(), this.#readCode)
    } catch (error) {
      console.error(error)
      this.#fail('unexpected')
    }
  }

  #refused({ clientId, code }: ServerPayload<'refused'>): void {
    if (!this.#author.outbox.has(clientId)) return
    if (code === 'not-found' || code === 'not-signed-in') this.#line?.renew()
    else if (code === 'lease-ended') this.#joinLater()
    else if (code === 'conflict' || errorKind(code).retry === 'later') {
      this.#inTrouble = true
      this.#author.sendAllAgainLater()
    } else this.#fail(code)
  }

  /** A document of a newer version than this page knows is only read: it could break what it does not understand. */
  #permit(access: Access, code: ErrorCode | null): void {
    const isNewer = isNewerThanThisBuild(this.doc)
    this.#readCode = isNewer ? 'old-client' : code
    this.access.set(isNewer ? 'read' : access)
  }

  // --- the line ---

  #down(): void {
    this.#connection += 1
    this.#joined = false
    this.#inTrouble = true
    this.#copy.forgetHeld()
    this.#author.outbox.lineDown()
    this.sessionKey.set(null)
    this.#presence.alone()
    this.#show()
  }

  #dead(code: ErrorCode): void {
    if (code === 'not-signed-in' && this.#copy.position !== null) this.#signOut('nobody')
    else this.#fail(code)
  }

  #signOut(by: SaveFacts['signedOut']): void {
    this.#signedOut = by
    this.#line?.end(null)
    this.#down()
  }

  /** Every `LOOK_MS`: is an answer overdue? */
  #look(): void {
    const since = this.#author.outbox.oldestSentAt
    const waited = since === null ? 0 : performance.now() - since
    if (waited > BEAT_AFTER_MS) void this.#line?.beat()
    if (waited > OVERDUE_MS) this.#inTrouble = true
    if (waited > RESEND_AFTER_MS) {
      this.#author.outbox.lineDown()
      this.#author.sendAllAgain()
    }
    this.#show()
  }

  readonly #onVisibility = (): void => {
    if (globalThis.document?.visibilityState === 'hidden') void this.#author.flush()
    // Perhaps they have signed in in another tab.
    else this.resume()
  }

  #fail(code: ErrorCode): void {
    if (this.#failure !== null || this.#closed) return
    this.#failure = code
    this.#joined = false
    clearTimeout(this.#again)
    void this.#author.stop(setsAside(code) ? code : null).catch(error => console.error(error))
    this.#line?.end(null)
    this.#rejectReady(new AppError(code))
    this.#presence.alone()
    this.#show()
  }

  #show(): void {
    const { unsent, savedAt } = this.#author
    if (this.#joined && unsent === 0) this.#inTrouble = false
    const next = saveState({
      unsent,
      savedAt,
      keptIn: this.#journal.unkept(this.#options) > 0 ? 'page' : this.#journal.place,
      failure: this.#failure,
      signedOut: this.#signedOut,
      isOpen: this.#copy.position !== null,
      isJoined: this.#joined,
      inTrouble: this.#inTrouble,
      readCode: this.access.get() === 'read' ? this.#readCode : undefined,
    })
    // The same object while nothing has changed, or a page would draw at every key.
    if (JSON.stringify(this.save.get()) !== JSON.stringify(next)) this.save.set(next)
  }
}

const LOOK_MS = 250
/** No acknowledgement for so long: ask for a sign of life (answered or line down within 2 s more). */
const BEAT_AFTER_MS = 1_000
/** No acknowledgement for so long: no longer "being saved". */
const OVERDUE_MS = 3_000
const RESEND_AFTER_MS = 5_000
const CLOSE_WAIT_MS = 2_000
