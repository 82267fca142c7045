import type { FileKind } from '@mufakat/domain'
import type { PageWords } from '@mufakat/i18n'
import { FileImage, FileSpreadsheet, FileText, FileType, type LucideIcon } from 'lucide-react'

export const KIND_ICONS: Readonly<Record<FileKind, LucideIcon>> = {
  pdf: FileText,
  png: FileImage,
  jpeg: FileImage,
  webp: FileImage,
  docx: FileType,
  xlsx: FileSpreadsheet,
}

const UNITS = ['B', 'kB', 'MB', 'GB'] as const

/** "1,4 MB". */
export function sizeIn(words: PageWords, bytes: number): string {
  let value = bytes
  let unit = 0
  for (; value >= 1_000 && unit < UNITS.length - 1; unit += 1) value /= 1_024
  return `${words.number(value, value < 10 && unit > 1 ? 1 : 0)} ${UNITS[unit]}`
}
