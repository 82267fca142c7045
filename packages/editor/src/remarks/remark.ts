import type { Anchor } from '@mufakat/doc-model'

/** An open remark, as far as the text shows it. */
export interface EditorRemark {
  readonly id: string
  readonly kind: 'komentar' | 'usulan'
  readonly anchor: Anchor
}
