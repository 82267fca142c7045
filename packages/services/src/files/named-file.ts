import type { FileFacts } from './views'

/** A row that may name a file, as it is joined to it. */
interface NamingRow {
  readonly fileId: string | null
  readonly fileName: string | null
  readonly fileKind: FileFacts['kind'] | null
  readonly fileSize: number | null
  readonly thumbnailSize: number | null
  readonly filePurgedAt: Date | null
}

/** The file that a row names; null: it names none, or one that is no more. */
export function namedFile(row: NamingRow): FileFacts | null {
  const { fileId, fileName, fileKind, fileSize } = row
  if (fileId === null || fileName === null || fileKind === null || fileSize === null) return null
  if (row.filePurgedAt !== null) return null
  const hasThumbnail = (row.thumbnailSize ?? 0) > 0
  return { id: fileId, name: fileName, kind: fileKind, size: fileSize, hasThumbnail }
}
