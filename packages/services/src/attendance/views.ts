import type { Presence, Quorum, Rsvp, Tanggal, Zone } from '@mufakat/domain'
import type { OpdRef, PersonRef } from '../views'

/** What somebody is there as, where that is no OPD. */
export type AttendsAs = 'chair' | 'notulis' | 'guest' | 'staff' | 'walk-in'

/** One line of the list: an invited OPD, or a person. */
export interface AttendanceEntry {
  /** `opd:<id>`, `person:<id>`, or `row:<id>` of who came without an account. */
  readonly key: string
  /** 0: nothing was written of them yet. */
  readonly revision: number
  /** Null: an invited OPD, by its head. */
  readonly as: AttendsAs | null
  readonly opd: OpdRef | null
  readonly personId: string | null
  /** Of an OPD: its head on the day; null where nobody holds that jabatan. */
  readonly name: string | null
  readonly nip: string | null
  readonly jabatan: string
  readonly agency: string
  readonly phone: string | null
  readonly rsvp: Rsvp | null
  readonly rsvpReason: string
  readonly presence: Presence | null
  readonly deputy: {
    readonly id: string | null
    readonly name: string
    readonly nip: string | null
    readonly jabatan: string
  } | null
  readonly arrivedAt: Date | null
  readonly leftAt: Date | null
  /** Came without an account, and nobody has confirmed it yet. */
  readonly isWaiting: boolean
}

export interface AttendanceLists {
  /** In the order of official lists. */
  readonly opd: readonly AttendanceEntry[]
  /** Chair, notulis, guests, people beside the heads of their OPD, and walk-ins. */
  readonly people: readonly AttendanceEntry[]
}

export interface AttendanceView extends AttendanceLists {
  readonly rapat: { readonly id: string; readonly title: string; readonly date: Tanggal | null }
  readonly zone: Zone
  readonly quorum: Quorum
  /** With the notula: nothing changes any more. */
  readonly isClosed: boolean
  /** The rapat is one that people come to. */
  readonly takesMarks: boolean
  readonly allowed: { readonly edit: boolean; readonly contact: boolean }
}

/** Somebody or an OPD that a person may answer for. */
export interface RsvpLine {
  readonly key: string
  readonly revision: number
  readonly opd: OpdRef | null
  readonly name: string | null
  readonly jabatan: string
  readonly answer: Rsvp | null
  readonly deputy: { readonly id: string | null; readonly name: string; readonly jabatan: string } | null
  readonly reason: string
  /** Who of the OPD could come instead. */
  readonly candidates: readonly PersonRef[]
}

export interface RsvpView {
  /** Answers are taken now. */
  readonly isOpen: boolean
  readonly own: readonly RsvpLine[]
}

/** What stands on the page that the code on the wall opens. */
export interface CheckInDoor {
  /** `stale`: the code or its ticket is over; `closed`: the rapat takes nobody now. */
  readonly state: 'open' | 'stale' | 'closed'
  readonly rapat: {
    readonly title: string
    readonly date: Tanggal | null
    readonly startTime: string | null
    readonly plannedMinutes: number | null
    readonly place: string
  } | null
  /** Who would be marked; null: nobody who is expected, they fill in a form. */
  readonly who: {
    readonly name: string
    readonly note: string
    /** They are marked already. */
    readonly isMarked: boolean
    readonly arrivedAt: Date | null
  } | null
}
