import type { FileStore, Scan } from '@mufakat/files'
import type { ServiceContext } from '../context'

/** What use-cases with files work with: the place for bytes, and who looks for viruses (null: nobody). */
export interface FileContext extends ServiceContext {
  readonly store: FileStore
  readonly scan: Scan | null
}
