import type { AttendanceView } from '@mufakat/services'
import type { TypedSomebody } from '~/hadir/somebody-form.server'
import type { FormErrors } from '~/request/guard.server'
import type { TypedRsvp } from '~/undangan/rsvp-form.server'
import type { Act, TypedCorrection } from './form.server'

/** A form of the list that was refused. */
export interface RefusedAct {
  readonly act: Act
  readonly key: string
  readonly errors: FormErrors
  readonly typed: {
    readonly correction: TypedCorrection
    readonly rsvp: TypedRsvp
    readonly somebody: TypedSomebody
  }
}

export interface AttendancePageProps {
  readonly view: AttendanceView
  /** The line whose form is open. */
  readonly open: string | null
  readonly answer: RefusedAct | null
}
