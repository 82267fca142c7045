import { AppError } from '@mufakat/kernel'
import { TABLE_FORMATS, type TableFormat } from '@mufakat/services'

const TYPES: Record<TableFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The format, when the file's name is `stem` and the ending of one. */
export function formatOf(file: string | undefined, stem: string): TableFormat {
  const format = TABLE_FORMATS.find(one => file === `${stem}.${one}`)
  if (format === undefined) throw new AppError('not-found', 'file')
  return format
}

/** A table to be kept, as `stem` and the ending of its format. */
export const download = (body: Uint8Array | string, stem: string, format: TableFormat): Response =>
  new Response(body as BodyInit, {
    headers: {
      'Content-Type': TYPES[format],
      'Content-Disposition': `attachment; filename="${stem}.${format}"`,
      'Cache-Control': 'private, no-store',
    },
  })
