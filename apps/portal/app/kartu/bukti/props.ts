import type { EvidencePart } from '@mufakat/services'
import type { DeedAnswer } from '../deed'

export interface BuktiSectionProps {
  readonly cardId: string
  readonly part: EvidencePart
  /** For forms that are sent without script. */
  readonly commandId: string
  /** To a form that left the page. */
  readonly answer?: DeedAnswer | undefined
}
