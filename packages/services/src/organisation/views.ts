import type { OpdKind, RapatStatus, Tanggal } from '@mufakat/domain'
import type { HoldingView } from '../account/views'
import type { OpdRef, OpdView, PersonRef } from '../views'

/** An OPD in the tree. */
export interface OpdLeaf extends OpdView {
  readonly depth: number
  readonly mergedInto: OpdRef | null
  /** Who speaks for it today. */
  readonly head: PersonRef | null
  readonly jabatanCount: number
}

export interface JabatanView {
  readonly id: string
  readonly name: string
  readonly isHead: boolean
  readonly position: number
  readonly active: boolean
  readonly revision: number
  /** Who holds it today, who exercises it first. */
  readonly holders: readonly (Pick<HoldingView, 'kind' | 'from' | 'until'> & {
    readonly person: { readonly id: string; readonly name: string }
  })[]
}

export interface OpdDetail extends OpdRef {
  readonly kind: OpdKind
  readonly aliases: readonly string[]
  readonly district: { readonly code: string; readonly name: string } | null
  readonly parent: OpdRef | null
  readonly children: readonly OpdRef[]
  readonly mergedInto: OpdRef | null
  /** Those whose place it has taken, also by way of others. */
  readonly predecessors: readonly OpdRef[]
  readonly position: number
  readonly active: boolean
  readonly revision: number
  readonly jabatan: readonly JabatanView[]
}

/** What goes along when an OPD is merged into another, and what has to be seen to. */
export interface MergeView {
  readonly opd: OpdDetail
  readonly choices: readonly OpdRef[]
  /** Who holds a jabatan there today: each needs a new one. */
  readonly people: readonly { readonly id: string; readonly name: string; readonly jabatan: string }[]
  /** Planned rapat whose invitation goes to the successor. */
  readonly rapat: readonly {
    readonly id: string
    readonly title: string
    readonly status: RapatStatus
    readonly date: Tanggal | null
  }[]
  readonly openTindakLanjut: number
}

export interface PokjaView {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly chair: PersonRef | null
  readonly opd: readonly OpdRef[]
  readonly people: readonly PersonRef[]
  readonly position: number
  readonly active: boolean
  readonly revision: number
}

/** A pokja as the form of a rapat offers it. */
export interface PokjaChoice {
  readonly id: string
  readonly shortName: string
  /** Active ones alone. */
  readonly opdIds: readonly string[]
}

/** Somebody's spell as camat or operator, with how to reach them. */
export interface OfficerView {
  readonly id: string
  readonly person: { readonly id: string; readonly name: string; readonly phone: string | null }
  readonly from: Tanggal
  readonly until: Tanggal | null
  readonly when: 'past' | 'now' | 'coming'
}

export interface DistrictDetail {
  readonly code: string
  readonly name: string
  readonly active: boolean
  readonly opd: OpdRef | null
  /** Who is camat today, and why: named, or as head of the kecamatan's OPD. */
  readonly camat: (PersonRef & { readonly named: boolean }) | null
  readonly named: readonly OfficerView[]
  readonly villages: readonly {
    readonly code: string
    readonly name: string
    readonly kind: 'desa' | 'kelurahan'
    readonly active: boolean
    readonly operators: readonly OfficerView[]
  }[]
}
