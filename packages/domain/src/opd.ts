/** Where an OPD stands among the others. */
export interface OpdPlace {
  readonly id: string
  /** The dinas of a UPTD, the bidang of a unit. */
  readonly parentId: string | null
  /** The OPD that took its place. */
  readonly mergedInto: string | null
  readonly active: boolean
}

const byId = <O extends OpdPlace>(all: readonly O[]): ReadonlyMap<string, O> =>
  new Map(all.map(opd => [opd.id, opd]))

/** An OPD and those that took its place one after the other (SPEC.md O3), also where the rows make a circle. */
export function successionOf(all: readonly OpdPlace[], id: string): string[] {
  const known = byId(all)
  const chain: string[] = []
  for (let at: string | null = id; at !== null && !chain.includes(at); at = known.get(at)?.mergedInto ?? null)
    chain.push(at)
  return chain
}

/** The OPD that new work goes to in place of this one (SPEC.md O3): itself, when it was merged into none. */
export const successorOf = (all: readonly OpdPlace[], id: string): string =>
  successionOf(all, id).at(-1) ?? id

/** Those whose work this OPD has taken over, also by way of others. */
export const predecessorsOf = <O extends OpdPlace>(all: readonly O[], id: string): O[] =>
  all.filter(opd => opd.mergedInto !== null && opd.id !== id && successorOf(all, opd.id) === id)

/** Whether `below` stands under `above`, however many levels down. */
export function isBelow(all: readonly OpdPlace[], below: string, above: string): boolean {
  const known = byId(all)
  const seen = new Set<string>()
  for (
    let at = known.get(below)?.parentId ?? null;
    at !== null && !seen.has(at);
    at = known.get(at)?.parentId ?? null
  ) {
    if (at === above) return true
    seen.add(at)
  }
  return false
}

/** Whether the OPD may stand under that parent (SPEC.md O1). */
export const mayStandUnder = (all: readonly OpdPlace[], id: string, parentId: string): boolean =>
  id !== parentId && !isBelow(all, parentId, id)

/** Why an OPD cannot be merged into another; the words are under `field.merge-<fault>`. */
export type MergeFault = 'same' | 'already' | 'inactive'

/** SPEC.md O2. */
export function mergeFault(all: readonly OpdPlace[], id: string, into: string): MergeFault | null {
  if (id === into) return 'same'
  const known = byId(all)
  if (known.get(id)?.mergedInto !== null) return 'already'
  return known.get(into)?.active ? null : 'inactive'
}

export interface Leaf<O> {
  readonly opd: O
  /** 0: it stands under none. */
  readonly depth: number
}

/** Every OPD once, each under its parent; among sisters the given order stays. */
export function treeOrder<O extends OpdPlace>(all: readonly O[]): Leaf<O>[] {
  const known = byId(all)
  const below = new Map<string | null, O[]>()
  for (const opd of all) {
    const parent = opd.parentId !== null && known.has(opd.parentId) ? opd.parentId : null
    below.set(parent, [...(below.get(parent) ?? []), opd])
  }
  const ordered: Leaf<O>[] = []
  const walk = (parent: string | null, depth: number): void => {
    for (const opd of below.get(parent) ?? []) {
      ordered.push({ opd, depth })
      walk(opd.id, depth + 1)
    }
  }
  walk(null, 0)
  return ordered
}
