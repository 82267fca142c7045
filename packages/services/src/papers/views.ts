import type { PaperFormat, PaperKind, PaperState } from '@mufakat/domain'
import type { OpdRef } from '../views'

/** A paper that was asked for, the latest of its kind, format and OPD. */
export interface PaperView {
  readonly id: string
  readonly format: PaperFormat
  readonly opdId: string | null
  readonly state: PaperState
  /** In hundredths. */
  readonly progress: number
  readonly askedAt: Date
  readonly finishedAt: Date | null
  readonly size: number | null
}

/** The PDF of what is sealed. */
export interface KeptPaperView {
  /** 0: the notula; from 1: with the Koreksi up to that number. */
  readonly number: number
  /** When what it tells of was ratified. */
  readonly ratifiedAt: Date
  /** Null: a worker is still to make it. */
  readonly file: { readonly size: number; readonly sha256: string; readonly at: Date } | null
}

export interface PaperOffer {
  readonly kind: PaperKind
  /** Ways in which it is made. */
  readonly formats: readonly PaperFormat[]
  /** Every page says that it is a draft. */
  readonly isDraft: boolean
  readonly made: readonly PaperView[]
}

export interface PapersView {
  readonly offers: readonly PaperOffer[]
  /** Of a ratified rapat, for who may take the notula along; the latest first. */
  readonly kept: readonly KeptPaperView[]
  /** Whose cuplikan there can be; one's own first. */
  readonly opd: readonly OpdRef[]
  readonly mayAsk: boolean
}

/** What a download needs to be sent. */
export interface PaperContent {
  readonly kind: PaperKind
  readonly format: PaperFormat
  readonly rapatTitle: string
  readonly opdShortName: string | null
  /** Of a kept PDF: which Koreksi it tells of last. */
  readonly number: number | null
  /** Below the root of the store. */
  readonly path: string
  readonly root: string
}
