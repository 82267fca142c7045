import { catalogueFor } from '@mufakat/i18n'
import { pokjaChoices } from '@mufakat/services'
import { type AppLoadContext, actorOf, localeOfSession } from '~/request/context.server'
import { localeOf } from '~/request/locale.server'

/** Pokja that can be invited at once, with the words that only their choice says. */
export async function pokjaOffer(request: Request, context: AppLoadContext) {
  const pokja = await pokjaChoices(context.services, actorOf(context))
  const words = catalogueFor(localeOf(request.headers, localeOfSession(context)))
  return { pokja, texts: { invite: words['pokja.invite'], fill: words['pokja.invite.fill'] } }
}

/** The form wants the OPD of its ticked pokja chosen, and nothing done yet: they; null: it wants something else. */
export async function opdOfPokja(form: FormData, context: AppLoadContext): Promise<string[] | null> {
  if (form.get('maksud') !== 'pokja') return null
  const ticked = form.getAll('pokja')
  const offered = await pokjaChoices(context.services, actorOf(context))
  return [...new Set(offered.filter(one => ticked.includes(one.id)).flatMap(one => one.opdIds))]
}
