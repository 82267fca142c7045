/** What can be wrong with records; words are the command's. */
export type FindingCode =
  /** Links `from`–`to` are not there, though later ones are. */
  | 'audit.removed'
  | 'audit.doubled'
  /** The link is there, its entry is not. */
  | 'audit.entry-removed'
  /** The hash does not follow from the one before and the entry: one of them, or their order, was changed. */
  | 'audit.altered'
  /** An entry that no link holds. */
  | 'audit.unlinked'
  | 'audit.empty'
  | 'audit.unsigned'
  | 'audit.signature-removed'
  | 'audit.signature-broken'
  | 'audit.unknown-key'
  /** `to` was signed, and the chain ends before. */
  | 'audit.truncated'
  /** `number` was signed with another hash: the chain up to there was made anew. */
  | 'audit.rewritten'
  | 'audit.export-broken'
  /** The file of a day has a signature that the table does not. */
  | 'audit.export-unmatched'
  | 'audit.export-missing'
  /** A row of the log does not follow from the one before. */
  | 'notula.altered'
  /** Rows `from`–`to` are not there, and no version that was kept covers them. */
  | 'notula.removed'
  /** The document says that it ends with another row than its log does. */
  | 'notula.head'
  /** The content that pages show is not the one that was stored. */
  | 'notula.content'
  /** The text of a record is not the one that was sealed, or its code, moment or place is another's. */
  | 'sealed.altered'
  /** No entry of the audit tells of this record. */
  | 'sealed.untold'
  /** The audit tells of a record that is not there. */
  | 'sealed.removed'
  /** A notula says it is ratified, and has no record. */
  | 'sealed.missing'
  /** Rows are not what was sealed; `part` says which. */
  | 'sealed.rows'
  /** The bytes of an attachment are not what was sealed, or not there. */
  | 'sealed.file'
  /** The kept PDF of a record is not the one that the audit tells of. */
  | 'paper.altered'
  /** The audit tells of a kept PDF that is not there. */
  | 'paper.removed'
  /** Its bytes are not what was kept, or not there. */
  | 'paper.bytes'
  /** A signed copy is not the one that was kept: the row differs from what the audit tells. */
  | 'signed.altered'
  /** No entry of the audit tells of this signed copy. */
  | 'signed.untold'
  /** The audit tells of a signed copy that is not there. */
  | 'signed.removed'
  /** The bytes of a signed copy are others, or not there. */
  | 'signed.file'

export interface Finding {
  readonly code: FindingCode
  readonly number?: number
  readonly from?: number
  readonly to?: number
  readonly seq?: number
  readonly day?: string
  readonly id?: string
  readonly at?: Date
  readonly action?: string
  /** Of a sealed record. */
  readonly part?: string
}

/** What one kind of record was found to be. */
export interface RecordReport {
  readonly record: string
  readonly counts: Readonly<Record<string, number>>
  readonly findings: readonly Finding[]
}
