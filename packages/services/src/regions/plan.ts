import { createHash } from 'node:crypto'
import type { RegionKind, RegionLine } from './region-csv'

/*
 * What an import of kecamatan, desa and kelurahan would do, line by line, before it does anything. Invariants:
 * 1. A code identifies, never a name: names occur twice.
 * 2. A line that does not fit changes nothing, and says why; the others go on.
 * 3. Nothing is deleted. What a file of its kind no longer names can be made inactive, and comes back by its code.
 */

export interface KnownRegion {
  readonly kind: RegionKind
  readonly code: string
  readonly parent: string
  readonly name: string
  readonly active: boolean
}

export const FITTING = ['new', 'same', 'renamed', 'returns'] as const
/** `elsewhere`: a line of another regency, as in the table of the whole country. */
export const MISFITS = ['code', 'parent', 'name', 'twice', 'elsewhere'] as const
export type Verdict = (typeof FITTING)[number] | (typeof MISFITS)[number]

export interface JudgedLine extends RegionLine {
  readonly verdict: Verdict
  /** The name until now, where it is renamed. */
  readonly before: string | null
}

export interface RegionPlan {
  readonly lines: readonly JudgedLine[]
  /** Active now, and not named by a file of their kind. */
  readonly missing: readonly KnownRegion[]
  /** The same for the same plan: what was shown is what is done. */
  readonly mark: string
}

const CODE: Record<RegionKind, RegExp> = {
  district: /^\d{2}\.\d{2}\.\d{2}$/,
  // The last part of a kelurahan begins with 1, of a desa with 2 (Kemendagri).
  village: /^\d{2}\.\d{2}\.\d{2}\.[12]\d{3}$/,
}
/** As names of places are written; so none can break a table or be taken for a formula. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}\p{M} .'’()/-]{0,119}$/u

const parentOf = (code: string): string => code.slice(0, code.lastIndexOf('.'))
const isWithin = (code: string, regency: string): boolean => code.startsWith(`${regency}.`)

export const kindOfVillage = (code: string): 'desa' | 'kelurahan' =>
  code.split('.').at(-1)?.startsWith('1') ? 'kelurahan' : 'desa'

/** Judges every line against what is known. `regency` is the code of the regency, "17.06". */
export function planRegions(
  lines: readonly RegionLine[],
  known: readonly KnownRegion[],
  regency: string,
): RegionPlan {
  const knownByCode = new Map(known.map(region => [region.code, region]))
  const seen = new Set<string>()
  const districts = new Set(known.filter(region => region.kind === 'district').map(region => region.code))

  const judge = (line: RegionLine): Verdict => {
    if (!CODE[line.kind].test(line.code)) return 'code'
    if (!isWithin(line.code, regency)) return 'elsewhere'
    if (!NAME.test(line.name)) return 'name'
    const isPlaced = line.kind === 'district' ? line.parent === regency : districts.has(line.parent)
    if (!isPlaced || parentOf(line.code) !== line.parent) return 'parent'
    if (seen.has(line.code)) return 'twice'
    seen.add(line.code)
    const before = knownByCode.get(line.code)
    if (before === undefined) return 'new'
    if (!before.active) return 'returns'
    return before.name === line.name ? 'same' : 'renamed'
  }
  // Kecamatan first, whatever the order of the files: desa stand in them.
  const ordered = (['district', 'village'] as const).flatMap(kind => lines.filter(line => line.kind === kind))
  const judged = ordered.map((line): JudgedLine => {
    const verdict = judge(line)
    if (line.kind === 'district' && (verdict === 'new' || verdict === 'returns')) districts.add(line.code)
    return {
      ...line,
      verdict,
      before: verdict === 'renamed' ? (knownByCode.get(line.code)?.name ?? null) : null,
    }
  })
  const kinds = new Set(lines.map(line => line.kind))
  const missing = known.filter(region => region.active && kinds.has(region.kind) && !seen.has(region.code))
  const facts = [
    judged.map(({ code, name, verdict }) => [code, name, verdict]),
    missing.map(region => region.code),
  ]
  return {
    lines: judged,
    missing,
    mark: createHash('sha256').update(JSON.stringify(facts)).digest('base64url'),
  }
}
