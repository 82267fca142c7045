import type {
  Actor,
  FactorStanding,
  Golongan,
  HoldingKind,
  Locale,
  NotulaState,
  OpdKind,
  Priority,
  RapatStatus,
  RapatSubject,
  Role,
  Strategy,
  Tanggal,
  TenggatState,
  TindakLanjutStatus,
  Triwulan,
} from '@mufakat/domain'
import { ATTENDANCE_ACTIONS } from './attendance/actions'
import { INVITATION_ACTIONS } from './invitation/actions'
import { CARD_ACTIONS } from './kartu/actions'
import { REMARK_ACTIONS } from './komentar/actions'
import { READ_BACK_ACTIONS } from './read-back/actions'
import type { OwnerAnswer } from './read-back/owner-answer'

// What use-cases answer with. Days are YYYY-MM-DD and hours HH:MM, both in the zone of the regency; instants are Date.

export interface OpdRef {
  readonly id: string
  readonly shortName: string
  readonly name: string
}

/** A person as others see them: no e-mail, no NIP. */
export interface PersonRef {
  readonly id: string
  readonly name: string
  /** Name of the current main jabatan, with "Plt." or "Plh." in front when it is held so. */
  readonly jabatan: string | null
  readonly opd: OpdRef | null
}

export interface SessionPerson {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly nip: string | null
  readonly golongan: Golongan | null
  readonly opd: OpdRef | null
  readonly jabatan: string | null
  readonly locale: Locale
}

export interface Session {
  readonly sessionId: string
  readonly actor: Actor
  readonly person: SessionPerson
  /** An admin looks as `person`, until then at the latest; null: it is the person's own session. */
  readonly viewing: { readonly adminId: string; readonly adminName: string; readonly until: Date } | null
  readonly begunAt: Date
  /** Whether a second factor is missing that this person must have. */
  readonly factor: FactorStanding
  /** Absolute end of the session; it ends earlier when idle. */
  readonly expiresAt: Date
}

/** A person's own session, for the list in the profile. */
export interface SessionSummary {
  readonly id: string
  readonly current: boolean
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly userAgent: string
  /** Network it was begun from. */
  readonly address: string
}

export interface OpdView extends OpdRef {
  readonly kind: OpdKind
  readonly aliases: readonly string[]
  readonly districtCode: string | null
  readonly active: boolean
}

export interface PersonView extends PersonRef {
  readonly role: Role
  readonly holding: HoldingKind | null
}

export interface DistrictView {
  readonly code: string
  readonly name: string
  /** False for one that was merged or split, as for its villages. */
  readonly active: boolean
  readonly villages: readonly {
    readonly code: string
    readonly name: string
    readonly kind: 'desa' | 'kelurahan'
    readonly active: boolean
  }[]
}

export interface RapatSummary {
  readonly id: string
  readonly title: string
  readonly triwulan: Triwulan
  readonly date: Tanggal | null
  readonly startTime: string | null
  readonly plannedMinutes: number | null
  readonly place: string
  readonly status: RapatStatus
  readonly notulaState: NotulaState
  readonly isExample: boolean
  readonly invitedCount: number
  readonly keputusanCount: number
  readonly tindakLanjutCount: number
}

export interface AgendaItemView {
  readonly itemId: string
  readonly title: string
  readonly minutes: number | null
  readonly presenter: string | null
}

export interface GuestView extends PersonRef {
  readonly canWrite: boolean
  /** Comes in by a link, and has no account. */
  readonly byLink: boolean
}

/** What this actor may do with the rapat now, so that a page asks once. */
export interface RapatAllowed {
  readonly edit: boolean
  readonly setStatus: readonly RapatStatus[]
  readonly editPeserta: boolean
  readonly write: boolean
  /** The only agenda items to write in; null: all. */
  readonly writeItems: readonly string[] | null
  readonly riwayat: boolean
  readonly nameVersion: boolean
  readonly bringBack: boolean
  readonly redact: boolean
  /** Sees and revokes the links of guests. */
  readonly manageGuests: boolean
  /** Reads what is remarked beside the notula. */
  readonly remarks: boolean
  readonly undangan: boolean
  readonly attendance: boolean
}

export interface RapatDetail extends RapatSummary {
  /** Null: a rapat by itself, or who asks sees no series. */
  readonly series: { readonly id: string; readonly name: string } | null
  readonly documentId: string
  readonly revision: number
  readonly chair: PersonRef | null
  readonly notulis: PersonRef | null
  readonly invitedOpd: readonly OpdRef[]
  readonly guests: readonly GuestView[]
  readonly agenda: readonly AgendaItemView[]
  /** Remarks and suggestions that nobody has dealt with; 0 for who does not read them. */
  readonly openRemarks: number
  readonly subject: RapatSubject
  readonly allowed: RapatAllowed
}

export interface PesertaOpd extends OpdRef {
  /** Who speaks for the OPD on the day of the rapat (today when it has none). */
  readonly head: PersonRef | null
}

export interface PesertaList {
  /** Telephone numbers by person; null: who asks does not organise the rapat. */
  readonly phones: Readonly<Record<string, string>> | null
  readonly chair: PersonRef | null
  readonly notulis: PersonRef | null
  readonly opd: readonly PesertaOpd[]
  readonly guests: readonly GuestView[]
}

export interface TindakLanjutView {
  readonly rapatId: string
  readonly rapatTitle: string
  readonly lineId: string
  readonly itemId: string
  readonly text: string
  readonly owner: OpdRef | null
  readonly jabatan: string | null
  /** As it was decided. */
  readonly tenggat: Tanggal | null
  /** The tenggat that holds now. */
  readonly due: Tanggal | null
  /** How often it was postponed. */
  readonly postponed: number
  readonly tenggatState: TenggatState | null
  readonly priority: Priority | null
  readonly strategy: Strategy | null
  readonly status: TindakLanjutStatus
}

/** Work that is still to be done, in a list of somebody's. */
export interface OpenWork {
  readonly cardId: string
  readonly title: string
  readonly owner: OpdRef | null
  readonly jabatan: string | null
  readonly due: Tanggal | null
  readonly tenggatState: TenggatState | null
  readonly status: TindakLanjutStatus
  /** Where it was decided; null: it was added on the board. */
  readonly from: { readonly rapatId: string; readonly title: string; readonly isDraft: boolean } | null
}

/** A tindak lanjut in its own rapat. */
export interface TindakLanjutOfRapat extends TindakLanjutView {
  /** What its owner has said last; null: nothing. */
  readonly answer: OwnerAnswer | null
  readonly mayPostpone: boolean
}

export interface KeputusanView {
  readonly lineId: string
  readonly itemId: string
  readonly text: string
}

export interface RiwayatEntry {
  readonly id: string
  readonly at: Date
  readonly actor: { readonly id: string; readonly name: string } | null
  /** Words are under `audit.<action>`. */
  readonly action: RiwayatAction
  /** Names of changed fields, old and new status: codes and plain values only. */
  readonly details: Readonly<Record<string, unknown>>
}

export const RIWAYAT_ACTIONS = [
  'rapat.create',
  'rapat.edit',
  'rapat.set-status',
  'peserta.edit',
  'agenda.postpone',
  'agenda.resume',
  'tindak-lanjut.postpone',
  'tamu.invite',
  'tamu.renew',
  'tamu.revoke',
  ...INVITATION_ACTIONS,
  ...ATTENDANCE_ACTIONS,
  'notula.submit',
  'notula.withdraw',
  'notula.return',
  'notula.approve',
  'notula.ratify',
  'koreksi.propose',
  'koreksi.withdraw',
  'koreksi.return',
  'koreksi.approve',
  'koreksi.ratify',
  'kertas.keep',
  'tte.add',
  'riwayat.name',
  'riwayat.restore',
  'riwayat.rescue',
  'riwayat.redact',
  'berkas.add',
  'berkas.remove',
  'berkas.restore',
  ...REMARK_ACTIONS,
  ...READ_BACK_ACTIONS,
  ...CARD_ACTIONS,
] as const
export type RiwayatAction = (typeof RIWAYAT_ACTIONS)[number]

export interface Beranda {
  /** The next rapat that is scheduled or under way and that this person may see. */
  readonly next: RapatSummary | null
  /** Open tindak lanjut of the person's OPD (of everyone for admin, sekretariat, pimpinan), by tenggat. */
  readonly work: readonly OpenWork[]
  readonly lateCount: number
  readonly dueSoonCount: number
  /** Notula this person has to look at: to write up as notulis, or to check as chair. */
  readonly notulaToCheck: readonly (RapatSummary & { readonly reason: 'susun' | 'periksa' })[]
}

export interface DemoState {
  readonly isDemo: boolean
  /** Name of the regency of this installation. */
  readonly regency: string
  readonly accounts: readonly { readonly login: string; readonly role: Role; readonly label: string }[]
  readonly password: string | null
}
