import { may } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { listOpd } from '@mufakat/services'
import { type AppLoadContext, actorOf } from '~/request/context.server'

/** Asked before a form is judged, so that nobody learns its rules without the right. */
export function requireTargetEditor(context: AppLoadContext) {
  const actor = actorOf(context)
  if (!may(actor, 'target.edit')) throw new AppError(actor ? 'forbidden' : 'not-signed-in')
  return actor
}

/** OPD that can own a programme or an indicator; who owns one stays in the list when it is no more. */
export async function ownerChoices(
  context: AppLoadContext,
  known?: { readonly id: string; readonly shortName: string; readonly name: string },
) {
  const opd = await listOpd(context.services, actorOf(context))
  const active = opd.filter(one => one.active).map(({ id, shortName, name }) => ({ id, shortName, name }))
  return known === undefined || active.some(one => one.id === known.id) ? active : [known, ...active]
}
