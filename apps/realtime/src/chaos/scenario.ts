import { seeded } from '../testing/typist'
import { NeverCame } from '../testing/until'

/** What a scenario has counted, and what must not have happened. */
export interface Outcome {
  readonly figures: Readonly<Record<string, number | string>>
  /** Lost, doubled, diverged, or said to be saved when it was not. Empty when all is well. */
  readonly flaws: readonly string[]
}

export interface Run {
  readonly seed: number
  readonly print: (line: string) => void
}

export interface Chance {
  next(): number
  below(limit: number): number
  pick<T>(list: readonly T[]): T
}

export function chanceOf(seed: number): Chance {
  const next = seeded(seed)
  const below = (limit: number) => Math.floor(next() * limit)
  return { next, below, pick: list => list[below(list.length)] as (typeof list)[number] }
}

/** Waiting for what never comes is a flaw like any other. */
export async function flawOf(work: () => Promise<readonly string[]>): Promise<readonly string[]> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof NeverCame)) throw error
    return [error.message]
  }
}
