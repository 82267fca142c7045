import type { Pointed } from '@mufakat/doc-model'
import type { EditorRemark } from './remark'

/** Between the editor and the page around it, which keeps the remarks. Its functions stay the same while it is shown. */
export interface RemarksPort {
  /** Those that are open; the same array while nothing has changed. */
  readonly list: readonly EditorRemark[]
  /** Somebody wants to say something about these words; null: they may not. */
  readonly point: ((pointed: Pointed) => void) | null
  /** The mark of one was pressed. */
  open(id: string): void
  /** Something beside the text may have changed. */
  readonly noted: () => void
}
