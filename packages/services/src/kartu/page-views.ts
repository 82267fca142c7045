import type {
  ActivityDetails,
  ActivityKind,
  MoveFault,
  Priority,
  Repeat,
  Strategy,
  Subtask,
  Tanggal,
  TindakLanjutStatus,
} from '@mufakat/domain'
import type { CardView } from './views'

/** A status that the card may be put to; with what keeps it from there. */
export interface StatusWay {
  readonly to: TindakLanjutStatus
  readonly fault: MoveFault | 'other-copy' | null
}

/** What somebody may do with a card; the services ask again. */
export interface CardRights {
  readonly edits: boolean
  /** Says what it is called, whose it is, until when and how urgent. */
  readonly decides: boolean
  readonly removes: boolean
  readonly restores: boolean
  readonly repeats: boolean
  /** OPD that it may be given to. */
  readonly owners: readonly string[]
}

/** A tenggat or an OPD that was given anew. */
export interface CardPostponement {
  readonly id: string
  readonly from: Tanggal | null
  readonly to: Tanggal | null
  readonly fromOpdId: string | null
  readonly toOpdId: string | null
  readonly reason: string
  readonly by: string
  readonly at: string
}

/** What a rapat has decided, in its words. */
export interface DecidedLine {
  readonly text: string
  readonly ownerOpdId: string | null
  readonly jabatan: string | null
  readonly tenggat: Tanggal | null
  readonly priority: Priority | null
  readonly strategy: Strategy | null
}

export interface ActivityEntry {
  readonly id: string
  readonly kind: ActivityKind
  readonly details: ActivityDetails[ActivityKind]
  readonly reason: string
  readonly at: string
  /** As they were on that day; null: the notula, or the clock. */
  readonly by: { readonly name: string; readonly jabatan: string | null; readonly opd: string | null } | null
}

export interface ActivityPage {
  /** The newest first. */
  readonly entries: readonly ActivityEntry[]
  /** What happened before this revision comes next; null: nothing more. */
  readonly next: number | null
}

/** A card as its own page shows it; days and moments are text. */
export interface CardPage {
  /** Of the board; what the page shows may be newer. */
  readonly revision: number
  readonly card: CardView
  readonly description: string
  readonly startDate: Tanggal | null
  readonly kendala: string
  readonly target: number | null
  readonly realisasi: number | null
  readonly unit: string
  readonly subtasks: readonly Subtask[]
  readonly supporterIds: readonly string[]
  /** Null: a rapat. */
  readonly createdBy: string | null
  readonly createdAt: string
  readonly today: Tanggal
  readonly isRemoved: boolean
  /** Its notula, which is not ratified, says what it is called, whose it is and until when. */
  readonly isLocked: boolean
  /** Whether another tenggat needs a reason. */
  readonly needsReason: boolean
  readonly rights: CardRights
  readonly ways: readonly StatusWay[]
  readonly source: {
    readonly rapatId: string
    readonly lineId: string
    readonly title: string
    readonly date: Tanggal | null
    readonly isReadable: boolean
    readonly isDraft: boolean
    readonly decided: DecidedLine
  } | null
  readonly repeat: {
    readonly every: Repeat | null
    readonly day: number | null
    readonly newestId: string | null
  }
  /** The oldest first. */
  readonly postponements: readonly CardPostponement[]
  readonly activity: ActivityPage
}
