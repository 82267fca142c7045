import { MAX_LEVEL } from '../text/line-commands'

// What a paste becomes before it becomes nodes: flat lines, as plain data. Everything else is dropped.

export interface PastedMarks {
  bold?: true
  italic?: true
  underline?: true
  href?: string
}

export type PastedSpan =
  | { text: string; marks: PastedMarks }
  | { mention: { kind: string; id: string; label: string } }
  | { indicator: { id: string; label: string } }
  /** An embed this build does not know, as its JSON. */
  | { embed: string }

export interface PastedLine {
  kind: string
  level: number
  /** Known only for lines cut or copied from a notula; the binding decides whether it lives on. */
  id: string | null
  attrs: Record<string, string>
  spans: PastedSpan[]
  /** Of a tabel: rows of cells of lines; never ragged. */
  rows?: PastedLine[][][]
}

export const PASTE_LIMIT = { lines: 5000, rows: 200, columns: 30 }

export function plainLine(text: string, kind = 'paragraf', level = 0): PastedLine {
  return { kind, level, id: null, attrs: {}, spans: text === '' ? [] : [{ text, marks: {} }] }
}

/** Text without markup, as from WhatsApp: one line each, with its "- " or "1. " understood. */
export function linesFromText(text: string): PastedLine[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map(raw => raw.replace(/\u00a0/g, ' ').trimEnd())
    .filter(raw => raw.trim() !== '')
    .slice(0, PASTE_LIMIT.lines)
    .map(raw => {
      const listed = /^(\s*)([-*•·]|\d{1,3}[.)])\s+(.*)$/.exec(raw)
      if (!listed) return plainLine(raw.trim())
      const level = Math.min(MAX_LEVEL, Math.floor((listed[1] ?? '').replace(/\t/g, '  ').length / 2))
      return plainLine(listed[3] ?? '', /\d/.test(listed[2] ?? '') ? 'nomor' : 'butir', level)
    })
}
