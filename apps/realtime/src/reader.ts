import { BrokenLog, type LogPosition, type OpenedLog, openLogs } from '@mufakat/db'
import { batched } from './batched'
import type { Sql } from './ports'

/**
 * Reads a document from the store: what follows a position, or else the whole of it; null when there is none.
 * Rejects with `BrokenLog`, or with what the driver throws.
 */
export type ReadLog = (documentId: string, position: LogPosition | null) => Promise<OpenedLog | null>

/**
 * Reads for everyone who asks at the same moment in one statement; a document that many open at once, as when a rapat
 * begins, is read once for all of them.
 * @param damaged told of a stored state at `seq` that was read past because its bytes are not what was stored
 */
export function openReader(
  sql: Sql,
  damaged: (documentId: string, seq: number) => void = () => undefined,
): ReadLog {
  const opened = batched(async (questions: readonly Question[]) => {
    const first = new Map(questions.map(question => [keyOf(question), question] as const))
    const answers = await openLogs(sql, [...first.values()])
    for (const [{ documentId }, answer] of answers)
      if (!(answer instanceof BrokenLog) && answer.damagedAt !== null) damaged(documentId, answer.damagedAt)
    return new Map(
      questions.flatMap(question => {
        const answer = answers.get(first.get(keyOf(question)) ?? question)
        return answer === undefined ? [] : [[question, answer] as const]
      }),
    )
  }, MOST_AT_ONCE)
  return async (documentId, position) => {
    const answer = await opened({ documentId, position })
    if (answer instanceof BrokenLog) throw answer
    return answer ?? null
  }
}

interface Question {
  readonly documentId: string
  readonly position: LogPosition | null
}

const keyOf = ({ documentId, position }: Question): string =>
  position === null
    ? documentId
    : `${documentId} ${position.lineage} ${position.seq} ${Buffer.from(position.hash).toString('latin1')}`

const MOST_AT_ONCE = 32
