import { passwordHashOf } from '@mufakat/db'
import { AppError } from '@mufakat/kernel'
import { confirmPassword } from '../account/password'
import type { Visitor } from '../begin-session'
import type { ServiceContext } from '../context'
import type { Session } from '../views'

/** So long after signing in nobody is asked again who they are. */
const LATELY_MS = 10 * 60_000

/** What a person shows before their factors change: whoever finds an open session must not add their own. */
export interface Proof extends Visitor {
  readonly password: string
}

export const isLate = (ctx: ServiceContext, session: Session): boolean =>
  ctx.clock.now().getTime() - session.begunAt.getTime() > LATELY_MS

/** Passes who has just signed in; asks the others for their password, or to sign in anew where there is none. */
export async function proveLately(ctx: ServiceContext, session: Session, proof: Proof): Promise<void> {
  if (isLate(ctx, session)) await provePassword(ctx, session, proof)
}

/**
 * Throws `invalid-input` beside the field for a wrong password, and `rate-limited`; `sign-in-lately` when there is no
 * password to ask for and the session is not new.
 */
export async function provePassword(ctx: ServiceContext, session: Session, proof: Proof): Promise<void> {
  const { personId } = session.actor
  if ((await passwordHashOf(ctx.database.db, personId)) === null) {
    if (isLate(ctx, session)) throw new AppError('sign-in-lately')
    return
  }
  await confirmPassword(ctx, personId, { current: proof.password, address: proof.address }, 'password')
}
