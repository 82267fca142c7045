import type { Peer } from './peer'
import type { World } from './world'

export type Figures = Readonly<Record<string, number>>

export interface Measure {
  /** For `--only`. */
  readonly name: string
  readonly title: string
  /** What is done and counted, for the report. */
  readonly how: string
  /** Long, and counting rather than timing: not repeated. */
  readonly once?: boolean
  readonly cases: readonly Case[]
}

export interface Case {
  readonly name: string
  /** Names of the peers that it can be asked of; all when absent. */
  readonly peers?: readonly string[]
  /** @throws when the run does not count: copies differ, edits are lost */
  run(world: World, peer: Peer, effort: Effort): Promise<Figures>
}

export interface Effort {
  /** Length of a measured window. */
  readonly seconds: number
  readonly quick: boolean
}

export interface CaseResult {
  readonly measure: string
  readonly name: string
  /** Peer → its figures, each the median of the repetitions, or why the run FAILED. */
  readonly peers: Readonly<Record<string, Figures | string>>
}

/** Runs one case: A B C A B C, so that what else the machine does falls on all alike. */
export async function runCase(
  world: World,
  measure: Measure,
  one: Case,
  peers: readonly Peer[],
  effort: Effort & { readonly repetitions: number },
): Promise<CaseResult> {
  const runs = new Map<string, Figures[]>()
  const failed = new Map<string, string>()
  for (let i = 0; i < (measure.once === true ? 1 : effort.repetitions); i++) {
    for (const peer of peers) {
      try {
        runs.set(peer.name, [...(runs.get(peer.name) ?? []), await one.run(world, peer, effort)])
      } catch (error) {
        failed.set(peer.name, error instanceof Error ? error.message : String(error))
      }
    }
  }
  const results = peers.map(({ name }) => [name, failed.get(name) ?? medians(runs.get(name) ?? [])] as const)
  return { measure: measure.name, name: one.name, peers: Object.fromEntries(results) }
}

/** Results of several runs: a case that was asked of other peers later is one case; what is newer counts. */
export function together(results: readonly CaseResult[]): CaseResult[] {
  const cases = new Map<string, CaseResult>()
  for (const result of results) {
    const key = `${result.measure} ${result.name}`
    cases.set(key, { ...result, peers: { ...cases.get(key)?.peers, ...result.peers } })
  }
  return [...cases.values()]
}

function medians(runs: readonly Figures[]): Figures {
  const names = Object.keys(runs[0] ?? {})
  return Object.fromEntries(names.map(name => [name, median(runs.map(run => run[name] ?? Number.NaN))]))
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}
