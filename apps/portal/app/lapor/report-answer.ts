import type { FormErrors } from '~/request/guard.server'
import type { Verdicts } from './save.server'

/** What became of a form of a report that comes back. */
export interface ReportAnswer {
  readonly maksud: string
  readonly errors: FormErrors
  readonly typed: Readonly<Record<string, string>>
  readonly verdicts: Verdicts | null
  readonly note: string
}
