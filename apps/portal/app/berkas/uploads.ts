// What a person uploads to one rapat or card from this page. Invariants:
// 1. One file is sent at a time, in the order they were chosen: on a thin line two at once only end later.
// 2. It goes on while another page of the portal is looked at; only a reload or closing ends it, and the same file
//    chosen again goes on where it was.
// 3. A snapshot is a new array whenever something in it changed.
import { hasNikLike, kindOfName, maskNikLike } from '@mufakat/domain'
import { giveUp, sendFile, type UploadSubject } from './send-file'

export interface Upload {
  readonly key: number
  readonly name: string
  readonly size: number
  readonly sent: number
  /** `asks`: under which name it shall be sent. */
  readonly state: 'asks' | 'waiting' | 'sending' | 'paused' | 'checking' | 'refused'
  readonly uploadId: string | null
  /** Of a refusal: its code, and why the file is not taken. */
  readonly code: string | null
  readonly reason: string | null
}

interface Entry {
  readonly file: File
  /** What it shows, where that is said. */
  readonly about: string
  /** Its name stays, whatever number is in it. */
  readonly keepName: boolean
  readonly stop: AbortController
}

/** What can be told before anything is sent; the server judges again. */
function reasonBefore(file: File, maxBytes: number): string | null {
  if (file.size === 0) return 'empty'
  if (kindOfName(file.name) === null) return 'unknown-kind'
  return file.size > maxBytes ? 'too-large' : null
}

export class Uploads {
  readonly #subject: UploadSubject
  readonly #entries = new Map<number, Entry>()
  readonly #ears = new Set<() => void>()
  readonly #doneEars = new Set<(name: string) => void>()
  #shown: readonly Upload[] = []
  #next = 1
  #isRunning = false

  constructor(subject: UploadSubject) {
    this.#subject = subject
  }

  readonly subscribe = (ear: () => void): (() => void) => {
    this.#ears.add(ear)
    return () => this.#ears.delete(ear)
  }

  readonly snapshot = (): readonly Upload[] => this.#shown

  /** Hears the name of every file that is kept. */
  onDone(ear: (name: string) => void): () => void {
    this.#doneEars.add(ear)
    return () => this.#doneEars.delete(ear)
  }

  add(files: Iterable<File>, maxBytes: number, about = ''): void {
    for (const file of files) {
      const key = this.#next++
      const reason = reasonBefore(file, maxBytes)
      const asks = hasNikLike(file.name) || hasNikLike(about)
      const state = reason !== null ? 'refused' : asks ? 'asks' : 'waiting'
      this.#entries.set(key, { file, about, keepName: false, stop: new AbortController() })
      const facts = { key, name: file.name, size: file.size, sent: 0, uploadId: null, code: null }
      this.#show([...this.#shown, { ...facts, state, reason }])
    }
    void this.#run()
  }

  /** Sends what waits for an answer, or was refused for something that passes. */
  go(key: number, answer?: 'masked' | 'as-named'): void {
    const entry = this.#entries.get(key)
    if (entry === undefined) return
    if (answer !== undefined) this.#entries.set(key, { ...entry, keepName: answer === 'as-named' })
    const name = answer === 'masked' ? maskNikLike(entry.file.name) : entry.file.name
    this.#change(key, { state: 'waiting', code: null, reason: null, ...(answer ? { name } : {}) })
    void this.#run()
  }

  /** Gives one up, or takes its message away. */
  cancel(key: number): void {
    const shown = this.#shown.find(one => one.key === key)
    this.#entries.get(key)?.stop.abort()
    this.#forget(key)
    if (shown?.uploadId != null) void giveUp(shown.uploadId)
  }

  /** Whether leaving now would break something off. */
  isBusy(): boolean {
    return this.#shown.some(one => one.state !== 'refused' && one.state !== 'asks')
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return
    this.#isRunning = true
    for (;;) {
      const next = this.#shown.find(one => one.state === 'waiting')
      const entry = next === undefined ? undefined : this.#entries.get(next.key)
      if (next === undefined || entry === undefined) break
      await this.#send(next.key, entry)
    }
    this.#isRunning = false
  }

  async #send(key: number, { file, about, keepName, stop }: Entry): Promise<void> {
    const outcome = await sendFile({
      file,
      subject: this.#subject,
      about,
      keepName,
      signal: stop.signal,
      onBegun: uploadId => {
        // Given up in the very moment it began.
        if (stop.signal.aborted) void giveUp(uploadId)
        this.#change(key, { uploadId })
      },
      onProgress: progress => this.#change(key, progress),
    })
    if (outcome.kind === 'refused')
      this.#change(key, { state: 'refused', code: outcome.code, reason: outcome.reason })
    else this.#forget(key)
    const name = keepName ? file.name : maskNikLike(file.name)
    if (outcome.kind === 'done') for (const ear of this.#doneEars) ear(name)
  }

  #change(key: number, changes: Partial<Upload>): void {
    this.#show(this.#shown.map(one => (one.key === key ? { ...one, ...changes } : one)))
  }

  #forget(key: number): void {
    this.#entries.delete(key)
    this.#show(this.#shown.filter(one => one.key !== key))
  }

  #show(uploads: readonly Upload[]): void {
    this.#shown = uploads
    for (const ear of this.#ears) ear()
  }
}
