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

/** A scenario that breaks, or does not end, has failed like any other. */
export async function outcomeOf(scenario: Promise<Outcome>, withinMs: number): Promise<Outcome> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLong = new Promise<Outcome>(resolve => {
    timer = setTimeout(
      () => resolve({ figures: {}, flaws: [`not over after ${withinMs / 60_000} min`] }),
      withinMs,
    )
  })
  const broken = (error: unknown): Outcome => ({
    figures: {},
    flaws: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
  })
  return await Promise.race([scenario.catch(broken), tooLong]).finally(() => clearTimeout(timer))
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
