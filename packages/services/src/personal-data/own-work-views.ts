import type { OwnDuty, OwnNumber } from '@mufakat/db'
import type {
  CardViewName,
  EvidenceState,
  NoticeKind,
  NoticeMail,
  ReportState,
  Sharing,
} from '@mufakat/domain'

/** What a copy holds of a person beside account, rapat and notula. Moments are ISO texts. */
export interface OwnWork {
  /** What they are named for beside their jabatan. */
  readonly duties: readonly OwnDuty[]
  readonly comments: readonly {
    readonly at: string
    readonly card: string
    /** Empty: it was removed. */
    readonly text: string
    readonly editedAt: string | null
    readonly removedAt: string | null
  }[]
  /** Bukti dukung that they handed in. */
  readonly evidence: readonly {
    readonly at: string
    readonly of: 'card' | 'report'
    /** The card, or the indicator. */
    readonly about: string
    readonly year: number | null
    readonly quarter: number | null
    readonly title: string
    readonly url: string | null
    readonly file: string | null
    /** Null: of a report. */
    readonly state: EvidenceState | null
    /** What was said to it. */
    readonly note: string
    readonly removedAt: string | null
  }[]
  /** Reports of a triwulan that they sent or decided. */
  readonly reports: readonly {
    readonly part: 'sent' | 'decided'
    readonly at: string | null
    readonly opd: string
    readonly year: number
    readonly quarter: number
    readonly state: ReportState
    readonly note: string
  }[]
  /** What they wrote there of indicators, as it stands now. */
  readonly analyses: readonly {
    readonly at: string
    readonly opd: string
    readonly year: number
    readonly quarter: number
    readonly indicator: string
    readonly analysis: string
    readonly kendala: string
    readonly solusi: string
    readonly plan: string
  }[]
  /** Numbers that they filled in, said, verified, set as target, or put on a card. */
  readonly numbers: readonly (Omit<OwnNumber, 'at'> & { readonly at: string })[]
  /** Other words that they gave, by what they were for. */
  readonly words: readonly {
    readonly at: string
    readonly kind: string
    /** The rapat, card, series or indicator, or YYYY-N of a triwulan. */
    readonly about: string
    readonly text: string
  }[]
  readonly made: readonly {
    readonly at: string
    readonly kind: 'programme' | 'indicator' | 'series' | 'card'
    readonly name: string
  }[]
  readonly notices: readonly {
    readonly at: string
    readonly kind: NoticeKind
    /** The card or rapat, or the OPD whose report it is. */
    readonly about: string | null
    /** Of a report. */
    readonly year: number | null
    readonly quarter: number | null
    /** How many changes it tells of. */
    readonly merged: number
    readonly readAt: string | null
    readonly mailedAt: string | null
  }[]
  /** One or none: who has said nothing has none. */
  readonly noticeSettings: readonly {
    readonly mail: NoticeMail
    readonly hour: number
    readonly workdaysOnly: boolean
    readonly quietFrom: number
    readonly quietTo: number
  }[]
  /** What they follow or have muted. */
  readonly followed: readonly {
    readonly kind: 'card' | 'rapat'
    readonly title: string
    readonly muted: boolean
    readonly since: string
  }[]
  readonly filters: readonly {
    readonly name: string
    readonly view: CardViewName
    readonly query: string
    readonly shared: Sharing
    readonly createdAt: string
  }[]
}
