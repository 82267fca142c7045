import type { Outbox } from './outbox'

interface OverdueWorld {
  /** Asks for a sign of life (answered, or the line down, within 2 s more). */
  beat(): void
  /** No longer "being saved". */
  trouble(): void
  resend(): void
  looked(): void
}

/** Looks now and then whether an answer is overdue; returns how to stop. */
export function watchAnswers(outbox: Pick<Outbox, 'oldestSentAt'>, world: OverdueWorld): () => void {
  const timer = setInterval(() => {
    const since = outbox.oldestSentAt
    const waited = since === null ? 0 : performance.now() - since
    if (waited > BEAT_AFTER_MS) world.beat()
    if (waited > OVERDUE_MS) world.trouble()
    if (waited > RESEND_AFTER_MS) world.resend()
    world.looked()
  }, LOOK_MS)
  return () => clearInterval(timer)
}

const LOOK_MS = 250
const BEAT_AFTER_MS = 1_000
const OVERDUE_MS = 3_000
const RESEND_AFTER_MS = 5_000
