import type { Tanggal, Zone } from '@mufakat/domain'
import type { PersonRef } from '../views'

/** What the official letter says beside the facts of the rapat. */
export interface LetterView {
  readonly number: string
  readonly letterDate: Tanggal | null
  readonly nature: string
  readonly attachments: string
  readonly subject: string
  readonly basis: string
  readonly note: string
  readonly copies: readonly string[]
  readonly signer: {
    readonly id: string | null
    readonly name: string | null
    readonly nip: string | null
    readonly title: string
    readonly rank: string
  }
  /** 0: nobody has written it yet. */
  readonly revision: number
}

/** One line of the list that a letter is addressed to. */
export interface InvitedView {
  readonly opd: { readonly id: string; readonly shortName: string; readonly name: string } | null
  readonly person: PersonRef | null
}

/** The letter whole: what papers, the page and the text to copy are made of. */
export interface InvitationView {
  readonly rapat: {
    readonly id: string
    readonly title: string
    readonly date: Tanggal | null
    readonly startTime: string | null
    readonly plannedMinutes: number | null
    readonly place: string
    readonly agenda: readonly string[]
  }
  readonly zone: Zone
  readonly letter: LetterView
  /** OPD in the order of official lists, then people for themselves. */
  readonly invited: readonly InvitedView[]
  readonly sending: {
    readonly firstSentAt: Date | null
    readonly lastToldAt: Date | null
    /** Some know something else than what holds, and are told soon; told to who sends. */
    readonly isPending: boolean
    /** How many people are written to, and how many of them have an address; null: who asks does not send. */
    readonly recipients: { readonly all: number; readonly byMail: number } | null
  }
  readonly allowed: { readonly edit: boolean; readonly send: boolean }
}

/** The event of a rapat as a calendar file needs it. */
export interface RapatEvent {
  readonly uid: string
  readonly sequence: number
  readonly zone: Zone
  readonly title: string
  readonly date: Tanggal
  readonly startTime: string
  readonly plannedMinutes: number | null
  readonly place: string
  readonly link: string
}
