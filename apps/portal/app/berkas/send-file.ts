// One file to the server, in pieces. Invariants:
// 1. What counts as sent is what the server told, plus what has left for the piece under way.
// 2. A line that breaks is waited for; the server is asked where to go on. Only an answer ends it.
import type { FileSubjectKind } from '@mufakat/domain'
import { type Answer, ask } from './ask'
import { pause } from './pause'

const PLACE = '/berkas/unggahan'
const KB = 1024
const FIRST_PIECE = 256 * KB
const [LEAST_PIECE, MOST_PIECE] = [64 * KB, 2_048 * KB]
/** A piece that took less may grow, one that took more shrinks: a line that breaks loses one piece at most. */
const [QUICK_MS, SLOW_MS] = [1_500, 8_000]
const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [1_000, 15_000]

export interface Progress {
  readonly state: 'sending' | 'paused' | 'checking'
  readonly sent: number
}

export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly code: string; readonly reason: string | null }

/** What a file is sent to. */
export interface UploadSubject {
  readonly kind: FileSubjectKind
  readonly id: string
  /** Within it: of a report, the indicator that it proves. */
  readonly part?: string
}

interface Sending {
  readonly file: File
  readonly subject: UploadSubject
  /** What it shows. */
  readonly about: string
  /** Keeps a number in its name that looks like a NIK; else the server masks it. */
  readonly keepName: boolean
  readonly signal: AbortSignal
  readonly onBegun: (uploadId: string) => void
  readonly onProgress: (progress: Progress) => void
}

/** Nobody answered, or nobody had time: the same again later may go well. */
const passes = ({ status, body }: Answer): boolean =>
  body?.reason == null &&
  (status === 0 || status === 429 || status === 502 || status === 503 || status === 504)

const refused = ({ body }: Answer): Outcome => ({
  kind: 'refused',
  code: String(body?.code ?? 'unexpected'),
  reason: typeof body?.reason === 'string' ? body.reason : null,
})

export async function sendFile({
  file,
  subject,
  about,
  keepName,
  signal,
  onBegun,
  onProgress,
}: Sending): Promise<Outcome> {
  let sent = 0
  /** Asks until somebody answers; null when it was cancelled. */
  const insist = async (
    question: () => Promise<Answer>,
    state: Progress['state'],
  ): Promise<Answer | null> => {
    for (let wait = FIRST_PAUSE_MS; !signal.aborted; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
      onProgress({ state, sent })
      const answer = await question()
      if (signal.aborted) break
      if (!passes(answer)) return answer
      onProgress({ state: 'paused', sent })
      await pause(wait, signal)
    }
    return null
  }

  const begin = JSON.stringify({
    subject,
    name: file.name,
    size: file.size,
    mark: String(file.lastModified),
    about,
    keepName,
  })
  const headers = { 'Content-Type': 'application/json' }
  const begun = await insist(
    () => ask({ method: 'POST', url: PLACE, headers, body: begin, signal }),
    'sending',
  )
  if (begun === null) return { kind: 'cancelled' }
  if (begun.status !== 201 || typeof begun.body?.id !== 'string') return refused(begun)
  const id = begun.body.id
  const url = `${PLACE}/${id}`
  onBegun(id)
  sent = begun.offset ?? 0

  for (let size = FIRST_PIECE; sent < file.size; ) {
    const from = sent
    const since = performance.now()
    const answer = await ask({
      method: 'PATCH',
      url,
      headers: { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(from) },
      body: file.slice(from, from + size),
      onSent: bytes => onProgress({ state: 'sending', sent: Math.min(from + bytes, file.size) }),
      signal,
    })
    if (signal.aborted) return { kind: 'cancelled' }
    if (answer.status === 204 && answer.offset !== null) {
      sent = answer.offset
      onProgress({ state: 'sending', sent })
      const took = performance.now() - since
      if (took < QUICK_MS) size = Math.min(size * 2, MOST_PIECE)
      else if (took > SLOW_MS) size = Math.max(size / 2, LEAST_PIECE)
      continue
    }
    if (answer.status !== 409 && !passes(answer)) return refused(answer)
    size = Math.max(size / 2, LEAST_PIECE)
    if (answer.status !== 409) {
      onProgress({ state: 'paused', sent })
      await pause(FIRST_PAUSE_MS, signal)
    }
    const known = await insist(() => ask({ method: 'HEAD', url, signal }), 'paused')
    if (known === null) return { kind: 'cancelled' }
    if (known.offset === null) return refused(known)
    sent = known.offset
  }

  for (;;) {
    const answer = await insist(() => ask({ method: 'POST', url: `${url}/selesai`, signal }), 'checking')
    if (answer === null) return { kind: 'cancelled' }
    if (answer.status === 201) return { kind: 'done' }
    // An earlier question is still being answered: its line broke, its work goes on.
    if (answer.status !== 409 || answer.body?.code !== 'conflict') return refused(answer)
    await pause(FIRST_PAUSE_MS, signal)
  }
}

/** Gives a file on its way up. */
export const giveUp = (uploadId: string): Promise<Answer> =>
  ask({ method: 'DELETE', url: `${PLACE}/${uploadId}`, signal: new AbortController().signal })
