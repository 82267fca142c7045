import type { FileKind } from '@mufakat/domain'

const startsWith = (head: Buffer, bytes: readonly number[] | string, at = 0): boolean =>
  head.subarray(at, at + bytes.length).equals(Buffer.from(bytes as string, 'latin1'))

/** What the first bytes say: `zip` may become a DOCX or XLSX. Null: none of ours. */
export function sniff(head: Buffer): Exclude<FileKind, 'docx' | 'xlsx'> | 'zip' | null {
  if (startsWith(head, '%PDF-')) return 'pdf'
  if (startsWith(head, '\x89PNG\r\n\x1a\n')) return 'png'
  if (startsWith(head, '\xff\xd8\xff')) return 'jpeg'
  if (startsWith(head, 'RIFF') && startsWith(head, 'WEBP', 8)) return 'webp'
  return startsWith(head, 'PK\x03\x04') ? 'zip' : null
}

/** How archives, programs and documents begin that have no business inside a DOCX or XLSX. */
const FOREIGN = [
  ...['PK\x03\x04', 'PK\x05\x06', 'Rar!', '7z\xbc\xaf', '\x1f\x8b', 'BZh', '\xfd7zXZ'],
  ...['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'MZ', '\x7fELF', '#!', '%PDF', '{\\rtf', '\xca\xfe\xba\xbe'],
]
export const isForeign = (head: Buffer): boolean => FOREIGN.some(mark => startsWith(head, mark))
