/**
 * NIP, the number of a civil servant: 18 digits, of which the first eight are the day of birth and the
 * fifteenth is 1 or 2 (BKN numbering; PPPK numbers share this shape but not the month of appointment, so
 * that part is not judged).
 */
export function normalizeNip(text: string): string | null {
  const digits = text.replace(/[\s.-]/g, '')
  if (!/^\d{18}$/.test(digits)) return null
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)]
  const born = new Date(`${year}-${month}-${day}T00:00:00Z`)
  if (Number.isNaN(born.getTime()) || born.getUTCDate() !== Number(day)) return null
  return /[12]/.test(digits.charAt(14)) ? digits : null
}

export const isNip = (text: string): boolean => normalizeNip(text) !== null

const GROUPED_DIGITS = /\d(?:[ .-]?\d)*/g
const NIK_DIGITS = 16

export interface TextRange {
  readonly from: number
  /** Exclusive. */
  readonly to: number
}

/**
 * Runs of sixteen digits, which look like a NIK or KK number that must not be written into a notula
 * (UU 27/2022): bare, or grouped by single spaces, dots or hyphens. Longer numbers (an 18-digit NIP, a
 * bank reference) are not reported. Offsets are UTF-16 units.
 */
export function findNikLike(text: string): TextRange[] {
  const found: TextRange[] = []
  for (const run of text.matchAll(GROUPED_DIGITS)) {
    const start = run.index
    const bare = [...run[0].matchAll(/\d+/g)].filter(part => part[0].length === NIK_DIGITS)
    if (bare.length > 0) {
      for (const part of bare) found.push({ from: start + part.index, to: start + part.index + NIK_DIGITS })
    } else if (run[0].replace(/\D/g, '').length === NIK_DIGITS) {
      found.push({ from: start, to: start + run[0].length })
    }
  }
  return found
}

export const hasNikLike = (text: string): boolean => findNikLike(text).length > 0

const SHOWN_DIGITS = 4

/**
 * The text with every number of X2 hidden but for its last four digits, and as long as before: what parts its groups
 * stays (SPEC.md, X3).
 */
export function maskNikLike(text: string): string {
  let masked = text
  for (const { from, to } of findNikLike(text)) {
    let digits = NIK_DIGITS - SHOWN_DIGITS
    const hidden = text.slice(from, to).replace(/\d/g, digit => (digits-- > 0 ? '•' : digit))
    masked = `${masked.slice(0, from)}${hidden}${masked.slice(to)}`
  }
  return masked
}
