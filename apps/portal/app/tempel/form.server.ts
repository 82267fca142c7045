import { isCode } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { PASTE_FIELDS, type PasteInput, pasteInput, writeCsv } from '@mufakat/services'

/** What was read before, which the page handed on, with what its columns are said to hold. */
export function handedOn(form: FormData): PasteInput {
  try {
    const sheet = JSON.parse(String(form.get('lembar') ?? ''))
    const said = form.getAll('kolom').map(String)
    const columns = said.map(field => (isCode(PASTE_FIELDS, field) ? field : null))
    return pasteInput.parse({ sheet, columns })
  } catch {
    throw new AppError('conflict', 'sheet')
  }
}

/** What was pasted, or stands in the file that was chosen. */
export async function pastedText(form: FormData): Promise<string> {
  const file = form.get('file')
  if (file instanceof File && file.size > 0) return file.text()
  return String(form.get('text') ?? '')
}

/** Rows that went nowhere, each behind its number and the reason, as they were pasted. */
export function wrongRows(
  { sheet }: PasteInput,
  wrong: readonly { readonly line: number; readonly text: string }[],
  heads: readonly [row: string, reason: string],
): string {
  const width = Math.max(sheet.head.length, ...sheet.rows.map(({ cells }) => cells.length))
  const head = Array.from({ length: width }, (_, at) => sheet.head[at] ?? '')
  const rows = wrong.map(({ line, text }) => {
    const cells = sheet.rows.find(row => row.line === line)?.cells ?? []
    return [String(line), text, ...Array.from({ length: width }, (_, at) => cells[at] ?? '')]
  })
  return writeCsv([[...heads, ...head], ...rows])
}
