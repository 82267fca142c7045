import type { FileRefusal } from '@mufakat/domain'

/** A name of PDF as a pattern: any letter may be written as `#hh`. */
const name = (text: string): string => [...text].map(letter => `(?:${letter}|#(?:${hex(letter)}))`).join('')
const hex = (letter: string): string => {
  const code = letter.charCodeAt(0).toString(16)
  return [...code].map(digit => (/[a-f]/.test(digit) ? `[${digit}${digit.toUpperCase()}]` : digit)).join('')
}

/** What may stand behind a name. */
const END = String.raw`(?=[\s\0()<>\[\]{}/%]|$)`
const SPACE = String.raw`[\s\0]*`

const any = (names: readonly string[], behind = END): RegExp =>
  new RegExp(`/(?:${names.map(name).join('|')})${behind}`)

/** Longest that a match can be, with every letter escaped. */
export const LONGEST_NAME = 64

const FORBIDDEN: readonly (readonly [FileRefusal, RegExp])[] = [
  ['encrypted', any(['Encrypt'], `${SPACE}(?:\\d|<<)`)],
  ['active', any(['JavaScript', 'Launch', 'ImportData', 'SubmitForm', 'RichMedia'])],
  // Forms with a program of their own.
  ['active', any(['XFA'], `${SPACE}(?:\\d|\\[)`)],
  ['embedded', any(['EmbeddedFile', 'EmbeddedFiles', 'GoToE'])],
]

/** The first thing in this piece of a PDF that is not taken; null: nothing. Bytes as latin1. */
export const forbiddenIn = (piece: string): FileRefusal | null =>
  FORBIDDEN.find(([, pattern]) => pattern.test(piece))?.[0] ?? null
