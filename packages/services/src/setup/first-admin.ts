import {
  anyPerson,
  deleteSetupLink,
  hasSetupLink,
  insertPeople,
  replaceSetupLink,
  takeSetupLink,
} from '@mufakat/db'
import { normalizeNip, passwordFault } from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import { z } from 'zod'
import { recordAudit } from '../audit'
import type { ServiceContext } from '../context'
import { inTransaction } from '../context'
import { hashPassword } from '../password'
import { putSetting } from '../settings/settings'
import { hashOf, isToken, newToken } from '../token'

/*
 * The way into an installation that nobody lives in. Invariants:
 * 1. There is one link at most. A new start replaces it; the first admin uses it up; it opens nothing once there is a
 *    person, however that person came.
 * 2. Of two who use it at the same time one becomes admin: they wait for each other at its row.
 * 3. Whoever has no link learns nothing: a wrong, an old and a used one look alike.
 */

/** The token of a new link, which voids the old one; null when somebody has an account already. */
export async function issueSetupLink(ctx: ServiceContext): Promise<string | null> {
  const token = newToken()
  return inTransaction(ctx, async tx => {
    if (await anyPerson(tx)) {
      await deleteSetupLink(tx)
      return null
    }
    await replaceSetupLink(tx, { tokenHash: hashOf(token), now: ctx.clock.now() })
    return token
  })
}

/** Whether this is the link that makes the first admin. */
export async function isSetupLink(ctx: ServiceContext, token: string): Promise<boolean> {
  if (!isToken(token) || !(await hasSetupLink(ctx.database.db, hashOf(token)))) return false
  return !(await anyPerson(ctx.database.db))
}

export const firstAdminInput = z
  .object({
    name: z.string().trim().min(1, 'field.required').max(120, 'field.too-long'),
    email: z.string().trim().toLowerCase().max(200, 'field.too-long').pipe(z.email('field.email')),
    nip: z
      .string()
      .trim()
      .refine(text => text === '' || normalizeNip(text) !== null, 'field.nip')
      .transform(text => (text === '' ? null : normalizeNip(text))),
    password: z.string().max(1_000, 'field.too-long'),
    repeated: z.string(),
  })
  .superRefine(({ name, email, nip, password, repeated }, issues) => {
    const fault = passwordFault(password, { name, email, nip })
    if (fault !== null)
      issues.addIssue({ code: 'custom', path: ['password'], message: `field.password.${fault}` })
    else if (password !== repeated)
      issues.addIssue({ code: 'custom', path: ['repeated'], message: 'field.password.differs' })
  })
export type FirstAdminInput = z.infer<typeof firstAdminInput>

/** Makes the first admin and uses the link up. Throws `not-found` when the link opens nothing (any more). */
export async function makeFirstAdmin(
  ctx: ServiceContext,
  input: FirstAdminInput & { token: string },
): Promise<void> {
  const { token, name, email, nip } = input
  // Asked first, so that only who holds the link makes the server hash a password.
  if (!(await isSetupLink(ctx, token))) throw new AppError('not-found', 'setup link')
  const passwordHash = await hashPassword(input.password)
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    if (!(await takeSetupLink(tx, hashOf(token))) || (await anyPerson(tx)))
      throw new AppError('not-found', 'setup link')
    const id = newId(now.getTime())
    await insertPeople(tx, [{ id, name, email, nip, role: 'admin', passwordHash, createdAt: now }])
    await recordAudit(tx, { at: now, actorId: id, action: 'setup.first-admin', subjectId: id })
    await putSetting(tx, { key: 'setup', value: { open: true, done: [] }, revision: 0, actorId: id, now })
  })
}
