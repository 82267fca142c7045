import type { CounterState, Priority, ReadBackLoad, Strategy, Tanggal } from '@mufakat/domain'
import type { OpdRef, PersonRef } from '../views'

export interface AnswerView {
  readonly id: string
  readonly opd: OpdRef
  /** Who pressed. */
  readonly person: PersonRef
  /** Who said it, where somebody else wrote it down; empty otherwise. */
  readonly saidBy: string
  readonly at: Date
}

export interface AcceptanceView extends AnswerView {
  /** SHA-256 in hex of what was accepted. */
  readonly hash: string
  /** Of just what stands there now. */
  readonly holds: boolean
}

export interface CounterView extends AnswerView {
  readonly text: string | null
  readonly owner: OpdRef | null
  readonly tenggat: Tanggal | null
  readonly reason: string
  readonly state: CounterState
  readonly note: string
  readonly mayDecide: boolean
}

export interface ReadBackTindakLanjut {
  readonly lineId: string
  readonly text: string
  readonly owner: OpdRef | null
  readonly jabatan: string | null
  readonly tenggat: Tanggal | null
  readonly priority: Priority | null
  readonly strategy: Strategy | null
  /** Of what stands there: an answer names it. */
  readonly hash: string
  readonly acceptances: readonly AcceptanceView[]
  readonly counters: readonly CounterView[]
  readonly isAccepted: boolean
  readonly mayAnswer: boolean
  /** Answers for others: is asked who said it. */
  readonly forOthers: boolean
}

export interface ReadBackItem {
  readonly itemId: string
  readonly title: string
  readonly keputusan: readonly { readonly lineId: string; readonly text: string }[]
  readonly tindakLanjut: readonly ReadBackTindakLanjut[]
}

export interface ReadBack {
  /** Items that hold a decision or a tindak lanjut, in the order of the agenda. */
  readonly items: readonly ReadBackItem[]
  readonly load: ReadBackLoad
  /** Whether answers are taken now. */
  readonly isOpen: boolean
}
