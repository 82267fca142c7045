import { hasNikLike } from './personal-data'

const SHAPE = /^[A-Za-z0-9][A-Za-z0-9 ./_()-]*$/
export const SRIKANDI_LENGTH = { least: 3, most: 100 } as const

/**
 * The number that SRIKANDI gave to a signed paper, spaces made one (SPEC.md V9); null: it is none. A number that looks
 * like a NIK has no business there.
 */
export function srikandiNumber(text: string): string | null {
  const number = text.replace(/\s+/g, ' ').trim()
  const { least, most } = SRIKANDI_LENGTH
  if (number.length < least || number.length > most) return null
  return SHAPE.test(number) && /\d/.test(number) && !hasNikLike(number) ? number : null
}
