import type { Paper } from './paper'

// Fetched with the first paper: a process that makes none carries neither fonts nor the library that sets them.

/** Tagged, with its fonts inside; the same bytes for the same paper. */
export const writePdf = async (paper: Paper): Promise<Uint8Array> =>
  (await import('./pdf/write-pdf')).writePdf(paper)

/** For a word processor; the same bytes for the same paper. */
export const writeDocx = async (paper: Paper): Promise<Uint8Array> =>
  (await import('./docx/write-docx')).writeDocx(paper)
