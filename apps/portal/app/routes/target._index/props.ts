import type { Strategy, Triwulan } from '@mufakat/domain'
import type { OpdRef, ProgrammeList, ProgrammeView } from '@mufakat/services'

export interface TargetPageProps {
  readonly at: Triwulan
  readonly programmes: readonly ProgrammeView[]
  readonly owners: readonly OpdRef[]
  readonly filter: { readonly strategy: Strategy | null; readonly opdId: string }
  /** Also what is no longer in use. */
  readonly all: boolean
  readonly allowed: ProgrammeList['allowed']
  readonly mayReadReports: boolean
}
