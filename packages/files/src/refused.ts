import type { FileRefusal } from '@mufakat/domain'

/** How the checks of this room say no to each other; `inspectFile` makes a result of it. */
export class Refused extends Error {
  readonly reason: FileRefusal

  constructor(reason: FileRefusal, detail: string) {
    super(detail)
    this.name = 'Refused'
    this.reason = reason
  }
}
