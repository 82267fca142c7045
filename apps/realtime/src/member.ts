import type { Present, ServerEvent, ServerPayload } from '@mufakat/protocol'
import type { Seat } from './permits'

/** To every socket in the document's room but those named. */
export type Broadcast = <E extends ServerEvent>(
  documentId: string,
  event: E,
  payload: ServerPayload<E>,
  except?: readonly string[],
) => void

/** One open document of one connection. */
export class Member {
  readonly socketId: string
  readonly personId: string
  readonly send: <E extends ServerEvent>(event: E, payload: ServerPayload<E>) => void
  /** What this person may do here. */
  readonly permits: Seat
  /** As others see them. */
  readonly present: Present
  /** Nobody sees them: an admin who looks as another person. */
  readonly isUnseen: boolean
  /** Where their caret is, as their editor says; empty when nowhere. */
  caret: Uint8Array

  constructor(input: {
    socketId: string
    present: Present
    caret: Uint8Array
    send: Member['send']
    permits: Seat
  }) {
    this.socketId = input.socketId
    this.personId = input.present.personId
    this.present = input.present
    this.caret = input.caret
    this.send = input.send
    this.permits = input.permits
    this.isUnseen = input.permits.visit.visitor.viewerId !== null
  }
}
