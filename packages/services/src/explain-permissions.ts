import { ACTIONS, type Action, type Actor, type Reason, type Role, whyMay } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { actorsOf } from './actors'
import { authorise, isRowId, type ServiceContext } from './context'
import { personRefs } from './people'
import { rapatFor, subjectOf } from './rapat-access'
import { todayOf } from './settings/today'
import type { PersonRef } from './views'

/** What somebody may do in a rapat at this moment, and by what. */
export interface PermissionsExplained {
  readonly person: PersonRef & { readonly role: Role; readonly byLink: boolean }
  readonly rapat: { readonly id: string; readonly title: string }
  readonly answers: readonly {
    readonly action: Action
    readonly allowed: boolean
    readonly reasons: readonly Reason[]
  }[]
}

export async function explainPermissions(
  ctx: ServiceContext,
  actor: Actor | null,
  input: { personId: string; rapatId: string },
): Promise<PermissionsExplained> {
  authorise(actor, 'permission.read')
  const { db } = ctx.database
  const rapat = await rapatFor(db, actor, 'rapat.read', input.rapatId)
  const { personId } = input
  const today = await todayOf(ctx)
  const asked = isRowId(personId) ? (await actorsOf(db, [personId], today)).get(personId) : undefined
  const ref = (await personRefs(db, [personId], today)).get(personId)
  if (asked === undefined || ref === undefined) throw new AppError('not-found', 'person')
  const subject = subjectOf(rapat)
  return {
    person: { ...ref, role: asked.role, byLink: asked.guestOf !== null },
    rapat: { id: rapat.id, title: rapat.title },
    answers: ACTIONS.map(action => ({ action, ...whyMay(asked, action, subject) })),
  }
}
