import { printable } from '../printable'

// RFC 5545, 3.1: a file is lines of at most 75 octets, ended by CRLF. What people have typed reaches a line only through
// `text` or `quoted`, so that it can begin neither a line nor a property of its own.

const MAX_OCTETS = 75
const octetsOf = (text: string): number => Buffer.byteLength(text, 'utf8')

/** A value of type TEXT (3.3.11). */
export const text = (value: string): string =>
  printable(value)
    .replaceAll('\t', ' ')
    .replace(/[\\;,]/g, sign => `\\${sign}`)
    .replaceAll('\n', '\\n')

/** The value of a parameter (3.2): it has no escape for a quote, and none that all readers agree on (RFC 6868). */
export const quoted = (value: string): string => {
  const plain = printable(value)
    .replace(/[\n\t\\^]/g, ' ')
    .replaceAll('"', "'")
  return `"${plain.trim()}"`
}

/** A line that is longer goes on in the next, after a space; no character is parted (3.1). */
export function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let room = MAX_OCTETS
  for (const character of line) {
    const octets = octetsOf(character)
    if (octets > room) {
      parts.push(part)
      part = ''
      // The space that begins it counts.
      room = MAX_OCTETS - 1
    }
    part += character
    room -= octets
  }
  return [...parts, part].join('\r\n ')
}
