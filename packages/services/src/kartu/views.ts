import type { BoardStatus, Following, Priority, Strategy, Tanggal, TindakLanjutStatus } from '@mufakat/domain'

/** A card as a board shows it. */
export interface CardView {
  readonly id: string
  readonly title: string
  readonly opdId: string | null
  readonly jabatan: string | null
  readonly due: Tanggal | null
  /** How often its tenggat was given anew. */
  readonly postponed: number
  readonly priority: Priority | null
  readonly strategy: Strategy | null
  readonly status: TindakLanjutStatus
  /** In hundredths. */
  readonly progress: number
  /** Pieces of evidence that were not taken back, and how many of them were accepted. */
  readonly evidence: number
  readonly accepted: number
  readonly comments: number
  /** Its place among all cards (domain, PP1). */
  readonly rank: string
  /** Of the board, when it last changed. */
  readonly revision: number
  /** Where it was decided; null: it was added on the board. */
  readonly from: { readonly rapatId: string; readonly lineId: string; readonly isDraft: boolean } | null
}

/** How far the work is that a line of a notula has decided. */
export interface WorkOfLine {
  /** Null: this person may not read the card. */
  readonly cardId: string | null
  readonly status: TindakLanjutStatus
  /** In hundredths. */
  readonly progress: number
  readonly isLate: boolean
}

/** The board as it stands for one person. */
export interface BoardView {
  readonly revision: number
  /** In the order of the board. */
  readonly cards: readonly CardView[]
}

/** What somebody may do on the board; the services ask again for each card. */
export interface BoardRights {
  /** Moves every card, or those of these OPD. */
  readonly movesAll: boolean
  readonly movesOwn: boolean
  readonly createsAll: boolean
  readonly createsOwn: boolean
  /** Judges evidence: puts cards to and out of selesai. */
  readonly verifies: boolean
  /** The own OPD first, then those it has taken the place of. */
  readonly ownOpdIds: readonly string[]
}

/** What is somebody's own beside the work of their OPD. */
export interface CardMine {
  readonly jabatan: readonly string[]
  /** Cards that they follow or have added. */
  readonly cardIds: readonly string[]
}

/** What a board shows at first. */
export interface BoardStart {
  readonly today: Tanggal
  readonly rights: BoardRights
  readonly mine: CardMine
  readonly counts: Readonly<Record<BoardStatus, number>>
  /** The first of each column that was asked for, in the order of the board. */
  readonly cards: readonly CardView[]
  /** Rapat that cards come from, as far as this person may open them. */
  readonly rapat: readonly { readonly id: string; readonly title: string; readonly date: Tanggal | null }[]
}

/** What has changed: cards as they are now, and ids of those that are not there any more. */
export interface BoardChanges {
  readonly revision: number
  readonly cards: CardView[]
  readonly gone: string[]
}

/** How somebody stands to a card. */
export interface FollowingView {
  readonly following: Following
  /** Work of their OPD: they follow it without saying so. */
  readonly isOwn: boolean
  /** May change it: not who only looks as this person. */
  readonly mayChange: boolean
}
