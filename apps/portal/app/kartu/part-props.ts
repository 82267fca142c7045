import type { CardCommentPart, EvidencePart } from '@mufakat/services'
import type { DeedAnswer } from './deed'

interface PartProps<Part> {
  readonly cardId: string
  readonly part: Part
  /** For forms that are sent without script. */
  readonly commandId: string
  /** To a form that left the page. */
  readonly answer?: DeedAnswer | undefined
}

export type BuktiSectionProps = PartProps<EvidencePart>
export type KomentarSectionProps = PartProps<CardCommentPart>
