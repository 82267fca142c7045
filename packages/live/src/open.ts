import { createNotulaDoc, isNewerThanThisBuild } from '@mufakat/doc-model'
import { AppError, type ErrorCode, errorKind } from '@mufakat/kernel'
import {
  type Access,
  decodeRows,
  encodeParts,
  type Joined,
  type LogRow,
  MalformedBytes,
  type ServerPayload,
} from '@mufakat/protocol'
import { Author } from './author'
import { Backlog } from './backlog'
import { type JournalStore, setsAside } from './journal'
import { isOfDocument, Line, type ServerMessage } from './line'
import type { Json, LiveDocument, OpenOptions, Present } from './live-document'
import { LocalCopy } from './local-copy'
import { browserLocks } from './locks'
import { OfflineStart } from './offline-start'
import { openStores } from './open-journal'
import { watchAnswers } from './overdue'
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
 * 5. Without the server a page begins from what an earlier one kept, as if its line had gone after joining there.
 * How edits travel is in `Author`, how rows are taken in `LocalCopy`, what is said about it in `saveState`.
 */
class OpenDocument implements LiveDocument {
  readonly doc = createNotulaDoc()
  readonly ready: Promise<void>
  readonly access = new Value<Access>('read')
  readonly save = new Value<SaveState>({ kind: 'saved', at: null })
  readonly sessionKey = new Value<string | null>(null)
  readonly asOf = new Value<number | null>(null)
  readonly noted = new Value(0)
  readonly shelf: Shelf
  readonly #options: OpenOptions
  readonly #presence: Presence
  readonly #journal: JournalStore
  readonly #backlog: Backlog
  readonly #author: Author
  readonly #copy: LocalCopy
  readonly #offline: OfflineStart | null
  readonly #backlogFound: Promise<void>
  #line: Line | null = null
  /** Counts connections, so that an answer to an earlier one is recognised. */
  #connection = 0
  #joining = false
  #joined = false
  #inTrouble = false
  #again: ReturnType<typeof setTimeout> | undefined
  readonly #endWatch: () => void
  #readCode: ErrorCode | null = null
  #failure: ErrorCode | null = null
  #signedOut: SaveFacts['signedOut'] = null
  #closed = false
  #resolveReady: () => void = () => undefined
  #rejectReady: (error: AppError) => void = () => undefined

  constructor(options: OpenOptions) {
    const { documentId, personId } = options
    const of = { personId, documentId }
    this.#options = options
    this.#presence = new Presence(this.noted, caret => {
      if (this.#joined) this.#line?.emit('caret', { documentId, caret })
    })
    this.ready = new Promise((resolve, reject) => {
      this.#resolveReady = resolve
      this.#rejectReady = reject
    })
    // A page that closes before it was ready has nobody to catch this.
    this.ready.catch(() => undefined)
    const { journal, offline } = openStores(options)
    this.#journal = journal
    this.#backlog = new Backlog(journal, of, options.locks ?? browserLocks(), () => {
      if (this.#joined) void this.#join()
    })
    this.shelf = new Shelf(journal, of)
    this.#copy = new LocalCopy(this.doc, {
      hasMade: part => this.#author.hasMade(part),
      acknowledge: (lease, frame) => this.#author.acknowledge(lease, frame),
      keepLease: () => this.#author.keepLease(),
      took: (snapshot, rows) => this.#offline?.took(snapshot, rows),
    })
    this.#author = new Author({
      ...{ doc: this.doc, key: of, journal, backlog: this.#backlog },
      position: () => this.#copy.position,
      canPush: () => this.#joined && this.#failure === null && this.access.get() === 'write',
      push: parts => this.#line?.emit('push', { documentId, parts: encodeParts(parts) }),
      show: updates => this.#copy.show(updates),
      changed: () => this.#show(),
      setAside: async (lease, code) => {
        await journal.setAside(of, lease, code)
        await this.shelf.refresh()
      },
      failed: code => this.#fail(code),
    })
    this.#offline =
      offline &&
      new OfflineStart(offline, {
        ...{ key: of, doc: this.doc, copy: this.#copy, author: this.#author, backlog: this.#backlog },
        keepAfterMs: options.keepAfterMs,
        isWriting: () => this.#joined && this.access.get() === 'write',
        isLost: () => !this.#joining && this.#failure === null && !this.#closed,
        askSpare: async () => (await this.#line?.spare(documentId)) ?? null,
        began: (access, keptAt) => {
          this.#permit(access, null)
          this.asOf.set(keptAt)
          this.#resolveReady()
          this.#show()
        },
      })
    globalThis.document?.addEventListener('visibilitychange', this.#onVisibility)
    this.#endWatch = watchAnswers(this.#author.outbox, {
      beat: () => void this.#line?.beat(),
      trouble: () => {
        this.#inTrouble = true
      },
      resend: () => this.#author.resend(),
      looked: () => this.#show(),
    })
    this.#openLine()
    this.#backlogFound = this.#takeUpBacklog()
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
    this.#endWatch()
    clearTimeout(this.#again)
    globalThis.document?.removeEventListener('visibilitychange', this.#onVisibility)
    if (this.#joined) this.#line?.emit('leave', { documentId: this.#options.documentId })
    this.#line?.end(null)
    this.#presence.stop()
    await this.#author.stop(null)
    await this.#offline?.stop()
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
        received: message => this.#received(message),
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
    const { documentId } = this.#options
    const { lease } = this.#author
    await this.#offline?.spend(lease === null ? adopt : [lease, ...adopt])
    this.#presence.joining()
    const answer = await line.join({ documentId, position: this.#copy.position, lease, adopt })
    this.#joining = false
    if (this.#closed || this.#failure !== null) return
    if (connection !== this.#connection) {
      if (this.#line?.isUp === true) this.#joinLater()
      return
    }
    if (typeof answer === 'string') {
      // What does not load whole is said to whoever opens it; who has it goes on asking.
      const isHopeless = answer === 'unexpected' && this.#copy.position === null
      if (errorKind(answer).retry !== 'later' || isHopeless) return this.#fail(answer)
      this.#joinLater()
      void this.#offline?.lineFailed(this.#backlogFound)
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
    if (own !== undefined && own.personId !== this.#options.personId) return this.#signOut('other')
    if (this.#author.isForestalled(answer)) return this.#fail('lease-ended')
    if (!this.#copy.open(answer)) return this.#fail('conflict')
    this.#signedOut = null
    this.asOf.set(null)
    await this.#author.joined(answer, asked)
    this.#offline?.joined(answer.lease)
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

  #received(message: ServerMessage): void {
    if (!isOfDocument(message) || message.payload.documentId !== this.#options.documentId) return
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
    this.#offline?.keepNow()
    void this.#offline?.lineFailed(this.#backlogFound)
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

  readonly #onVisibility = (): void => {
    if (globalThis.document?.visibilityState === 'hidden') {
      void this.#author.flush()
      this.#offline?.keepNow()
    }
    // Perhaps they have signed in in another tab.
    else this.resume()
  }

  #fail(code: ErrorCode): void {
    if (this.#failure !== null || this.#closed) return
    this.#failure = code
    this.#joined = false
    clearTimeout(this.#again)
    this.#offline?.failed(code)
    void this.#author.stop(setsAside(code) ? code : null).catch(error => console.error(error))
    this.#line?.end(null)
    this.#rejectReady(new AppError(code))
    this.#presence.alone()
    this.#show()
  }

  #show(): void {
    const { unsent, savedAt, isKeeping } = this.#author
    if (this.#joined && unsent === 0) this.#inTrouble = false
    const next = saveState({
      ...{ unsent, savedAt, isKeeping, failure: this.#failure, signedOut: this.#signedOut },
      keptIn: this.#journal.unkept(this.#options) > 0 ? 'page' : this.#journal.place,
      isOpen: this.#copy.position !== null,
      isJoined: this.#joined,
      inTrouble: this.#inTrouble,
      readCode: this.access.get() === 'read' ? this.#readCode : undefined,
    })
    // The same object while nothing has changed, or a page would draw at every key.
    if (JSON.stringify(this.save.get()) !== JSON.stringify(next)) this.save.set(next)
  }
}

const CLOSE_WAIT_MS = 2_000
