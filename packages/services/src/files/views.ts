import type { FileKind } from '@mufakat/domain'

/** What is told of a file wherever it is named. */
export interface FileFacts {
  readonly id: string
  readonly name: string
  readonly kind: FileKind
  readonly size: number
  readonly hasThumbnail: boolean
}

export interface FileView extends FileFacts {
  readonly addedAt: Date
  readonly addedBy: string
  /** Short name of the OPD whose share it takes; null for somebody without one. */
  readonly opd: string | null
  /** Who removed it and when; only organisers get such files. */
  readonly removed: { readonly by: string; readonly at: Date } | null
  /** Whether this person may remove it, or bring it back. */
  readonly mayRemove: boolean
}

export interface FileList {
  readonly files: readonly FileView[]
  readonly removed: readonly FileView[]
  /** This person's own that broke off on the way. */
  readonly unfinished: readonly (UploadView & { readonly name: string })[]
  readonly mayAdd: boolean
  readonly maxBytes: number
}

/** How far a file on its way has come. */
export interface UploadView {
  readonly id: string
  readonly size: number
  readonly received: number
}

/** What a download needs to be sent. */
export interface FileContent {
  readonly id: string
  readonly name: string
  readonly kind: FileKind
  /** Below the root of the store. */
  readonly path: string
  readonly root: string
  /** Changes when the bytes do, and they never do. */
  readonly tag: string
}
