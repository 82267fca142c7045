/** What the script of a report is answered, said in words already. */
export interface SavedPart {
  readonly saved: boolean
  readonly state: string
  /** Of what stands there now; null: as it was. */
  readonly revision: number | null
  /** The number that follows from what was typed. */
  readonly number: string
  /** What is wrong with it or unusual about it; empty: nothing. */
  readonly words: string
}

export interface SavedAnswer {
  /** By the key of the cell, and of the remark. */
  readonly cells: Readonly<Record<string, SavedPart>>
  readonly remarks: Readonly<Record<string, SavedPart>>
  /** When it was, as it is told. */
  readonly time: string
}
