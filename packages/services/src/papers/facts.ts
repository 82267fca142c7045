import type { NotulaContent } from '@mufakat/doc-model'
import type { KoreksiField, Presence, Tanggal } from '@mufakat/domain'
import type { Figure } from '../angka/views'
import type { CarriedList } from '../series/views'

// What papers of one rapat are made of, whether it is read from rows (a draft) or from its record (ratified).

/** Somebody who signs, as they are called on the day that counts. */
export interface Signer {
  readonly name: string
  readonly jabatan: string
  /** Pangkat and golongan: "Pembina Utama Muda (IV/c)". */
  readonly rank: string | null
  readonly nip: string | null
  /** When they ratified it here. */
  readonly ratifiedAt: Date | null
}

export interface AttendanceLine {
  readonly name: string
  readonly nip: string | null
  readonly jabatan: string | null
  readonly agency: string
  readonly phone: string | null
  readonly presence: Presence | null
  readonly representedBy: string | null
  readonly arrivedAt: Date | null
}

/** A picture among the files of the rapat. */
export interface PictureFile {
  readonly id: string
  readonly name: string
  readonly storedName: string
}

export interface KoreksiFact {
  readonly number: number
  readonly at: Date
  readonly reason: string
  readonly changes: readonly {
    readonly lineId: string
    readonly item: string
    readonly field: KoreksiField
    readonly before: string | null
    readonly after: string | null
  }[]
}

export interface NotulaFacts {
  readonly title: string
  readonly date: Tanggal | null
  /** HH:MM. */
  readonly start: string | null
  readonly place: string
  readonly content: NotulaContent
  /** Names by id. */
  readonly opd: ReadonlyMap<string, string>
  readonly chair: Signer | null
  readonly notulis: Signer | null
  readonly invitedOpd: readonly string[]
  /** What the indicators of the text stand at, by id, as far as the paper may say it to whoever takes it. */
  readonly figures: ReadonlyMap<string, Figure>
  /** Empty where no list is kept. */
  readonly attendance: readonly AttendanceLine[]
  /** Null: a rapat by itself. */
  readonly carried: CarriedList | null
  readonly pictures: readonly PictureFile[]
  readonly koreksi: readonly KoreksiFact[]
  /** Null: not ratified. `at` of the last of them; the notula itself was on `ratifiedAt`. */
  readonly seal: {
    readonly code: string
    readonly hash: string
    readonly at: Date
    readonly ratifiedAt: Date
  } | null
}

/** Kinds of files that can be drawn on a paper. */
export const PICTURES: readonly string[] = ['png', 'jpeg', 'webp']

/** Nobody was marked, and nobody answered: there is nothing to tell. */
export const isKept = (lines: readonly AttendanceLine[]): boolean =>
  lines.some(({ presence }) => presence === 'hadir' || presence === 'diwakilkan')
