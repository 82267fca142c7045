import type { BoardMove } from '@mufakat/protocol'

const PREFIX = 'mufakat:papan:'

/** Something of another time or version in its place is no queue. */
function movesIn(text: string | null): BoardMove[] {
  try {
    const stored: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(stored)
      ? (stored as BoardMove[]).filter(move => typeof move?.commandId === 'string')
      : []
  } catch {
    return []
  }
}

/**
 * Moves that wait, of one person in this browser. Several pages may write to it: each takes out only what it has had,
 * and what two of them send the server does once.
 */
export function moveQueue(personId: string, storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>) {
  const key = PREFIX + personId
  const had = new Set<string>()
  const stored = () => movesIn(storage.getItem(key))
  const note = (moves: readonly BoardMove[]) => {
    for (const { commandId } of moves) had.add(commandId)
  }
  return {
    read(): readonly BoardMove[] {
      const moves = stored()
      note(moves)
      return moves
    },
    write(moves: readonly BoardMove[]): void {
      const others = stored().filter(({ commandId }) => !had.has(commandId))
      note(moves)
      const all = [...others, ...moves]
      if (all.length === 0) storage.removeItem(key)
      else storage.setItem(key, JSON.stringify(all))
    },
  }
}
