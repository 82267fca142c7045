/** Bounds of what is looked at; each says what it is for. */
export const LIMITS = {
  /** A phone's camera makes 12 to 50 million. Decoded, one is three or four bytes. */
  pixels: 64_000_000,
  /** Longest side of a picture that is kept: a page of A4 scanned at 300 dpi has 3,508. */
  side: 4_096,
  thumbnailSide: 320,
  /** Longest that one picture may take. */
  imageSeconds: 60,
  /** Parts of a DOCX or XLSX; a long report with pictures has some hundreds. */
  entries: 4_000,
  /** All parts unpacked. */
  unpacked: 256 * 1024 * 1024,
  /** The same for a table that is read into memory. */
  tableUnpacked: 32 * 1024 * 1024,
  /** Unpacked against packed, judged from `ratioFrom` on: tables of the same number pack very well. */
  ratio: 120,
  ratioFrom: 8 * 1024 * 1024,
  /** A part that says how others belong together is read whole. */
  relations: 4 * 1024 * 1024,
  /** Packed streams of a PDF that hold its objects, unpacked: one, and all. */
  objectStream: 32 * 1024 * 1024,
  objectStreams: 256 * 1024 * 1024,
  /** Streams of a PDF that are looked into. */
  streams: 100_000,
} as const
