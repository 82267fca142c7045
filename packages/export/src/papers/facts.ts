import type { NotulaContent } from '@mufakat/doc-model'
import type { Tanggal, Zone } from '@mufakat/domain'
import type { Locale, TellableFigure } from '@mufakat/i18n'

/** Letterhead: the regency first, then the agency; `logo` is a PNG or JPEG. */
export interface Kop {
  readonly lines: readonly string[]
  readonly address: readonly string[]
  readonly logo: Uint8Array | null
}

/** What every paper needs beside its content. */
export interface PaperFrame {
  readonly kop: Kop | null
  /** The agency, for the file's own data. */
  readonly author: string
  /** The moment that stands in the file: the same input for the same moment is the same bytes. */
  readonly madeAt: Date
  /** `id` when left out: official papers are Indonesian. */
  readonly locale?: Locale
  readonly zone?: Zone
  readonly size?: 'A4' | 'F4'
}

/** A ratified record and where it can be checked. */
export interface Seal {
  readonly code: string
  /** SHA-256 of the canonical content, hexadecimal. */
  readonly hash: string
  /** `<base>/periksa/<code>`. */
  readonly url: string
  readonly at: Date
}

/** Null: not ratified, and every page says so. */
export type Standing = Seal | null

export interface RapatFacts {
  readonly title: string
  readonly date: Tanggal | null
  /** HH:MM in the zone of the paper; `end` null reads "selesai". */
  readonly start: string | null
  readonly end: string | null
  readonly place: string | null
  readonly invitation: { readonly number: string; readonly date: Tanggal | null } | null
  readonly agenda: readonly string[]
}

export interface Signatory {
  /** As what they sign; left out: as the jabatan says. */
  readonly role?: 'pimpinan' | 'notulis'
  readonly jabatan: string
  readonly name: string
  /** Pangkat and golongan: "Pembina Utama Muda (IV/c)". */
  readonly rank: string | null
  readonly nip: string | null
  /** When this person ratified it here. */
  readonly ratifiedAt?: Date | null
}

export type Presence = 'hadir' | 'diwakilkan' | 'izin' | 'tanpa_keterangan'

export interface AttendanceRow {
  readonly name: string
  readonly nip: string | null
  readonly jabatan: string | null
  readonly agency: string
  /** Only for the organiser's own copy. */
  readonly phone?: string | null
  /** Null before the rapat: an empty list to sign. */
  readonly presence: Presence | null
  readonly representedBy?: string | null
  /** HH:MM. */
  readonly arrived?: string | null
}

/** Names of the ids that the content holds. */
export interface Names {
  readonly opd: ReadonlyMap<string, string>
  readonly jabatan: ReadonlyMap<string, string>
  /** What indicators stand at, or stood at when it was ratified; of one that is not here only the name is written. */
  readonly figures?: ReadonlyMap<string, TellableFigure>
}

/** PNG or JPEG of a `gambar` by its file id; null when there is none any more. */
export type LoadPicture = (fileId: string) => Promise<Uint8Array | null>

export interface NotulaSource {
  readonly content: NotulaContent
  readonly names: Names
  readonly loadPicture: LoadPicture
}
