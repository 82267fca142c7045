import type { ListItem } from './paper'

/** 1 → a, 26 → z, 27 → aa: as word processors count. */
function letters(n: number): string {
  const at = (n - 1) % 26
  return String.fromCharCode(97 + at).repeat(Math.floor((n - 1) / 26) + 1)
}

/** The order of official papers and of the screen: 1. a. 1) a) and numbers from there on. */
export const NUMBER_FORMATS = [
  { format: 'decimal', end: '.' },
  { format: 'lowerLetter', end: '.' },
  { format: 'decimal', end: ')' },
  { format: 'lowerLetter', end: ')' },
] as const

export const BULLETS = ['•', '–'] as const

export function listLabel({ level, number }: ListItem): string {
  if (number === null) return BULLETS[level === 1 ? 1 : 0]
  const { format, end } = NUMBER_FORMATS[level] ?? NUMBER_FORMATS[0]
  return `${format === 'decimal' ? number : letters(number)}${end}`
}
