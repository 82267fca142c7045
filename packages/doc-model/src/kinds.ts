/** Kinds of line. Others are kept and shown generically. [N11] */
export const LINE_KINDS = [
  'paragraf',
  'judul',
  'butir',
  'nomor',
  'keputusan',
  'tindak-lanjut',
  'kutipan',
  'gambar',
  'tabel',
  'batas-halaman',
] as const
export type LineKind = (typeof LINE_KINDS)[number]

export const DEFAULT_KIND: LineKind = 'paragraf'
export const TABLE_KIND: LineKind = 'tabel'

/**
 * Keys of a marker that a person edits, beside `kind` and `level`. `owner`: OPD id. `jabatan`: jabatan id.
 * `tenggat`: YYYY-MM-DD. `prioritas`, `strategi`: codes of domain. `file`: id of the file of a `gambar`.
 */
export const LINE_ATTRS = ['owner', 'jabatan', 'tenggat', 'prioritas', 'strategi', 'file'] as const
export type LineAttr = (typeof LINE_ATTRS)[number]

/** Keys of a marker that give structure; never shown as attributes. */
export const STRUCTURE_KEYS: ReadonlySet<string> = new Set([
  'id',
  'kind',
  'level',
  'del',
  'slot',
  'from',
  'into',
])

export const MAX_LEVEL = 8

/** Known formats of text and how their value looks in Y: `true`, or `{ href }` for a link. */
export const MARKS = ['bold', 'italic', 'underline', 'link'] as const
export type MarkName = (typeof MARKS)[number]
export const isKnownMark = (name: string): name is MarkName => (MARKS as readonly string[]).includes(name)

/** A person or OPD named in the text, in Y as `{ mention: … }`. */
export interface Mention {
  readonly kind: 'opd' | 'person'
  readonly id: string
  readonly label: string
}

/** An indicator named in the text, in Y as `{ indicator: … }`: its name when it was written down, never its value. [N31] */
export interface NamedIndicator {
  readonly id: string
  readonly label: string
}
