import type { CardCommentPart } from '@mufakat/services'
import type { DeedAnswer } from '../deed'

export interface KomentarSectionProps {
  readonly cardId: string
  readonly part: CardCommentPart
  /** For forms that are sent without script. */
  readonly commandId: string
  /** To a form that left the page. */
  readonly answer?: DeedAnswer | undefined
}
