import { may } from '@mufakat/domain'
import { catalogueFor } from '@mufakat/i18n'
import { proposalsAtHand } from '@mufakat/services'
import { type AppLoadContext, actorOf, localeOfSession } from '~/request/context.server'
import { localeOf } from '~/request/locale.server'

/** Proposed topics for Beranda, said already, since no other page that runs script says it; null: nothing to show. */
export async function berandaProposals(request: Request, context: AppLoadContext) {
  const actor = actorOf(context)
  if (!may(actor, 'series.read')) return null
  const { proposals, mayPropose } = await proposalsAtHand(context.services, actor)
  if (!mayPropose && proposals.length === 0) return null
  const words = catalogueFor(localeOf(request.headers, localeOfSession(context)))
  return {
    title: words['usulan.title'],
    propose: mayPropose ? words['usulan.propose'] : null,
    empty: words['usulan.empty'],
    rows: proposals.map(one => ({
      id: one.id,
      title: one.title,
      opd: one.opd.shortName,
      state: one.state,
      word: words[`usulan.state.${one.state}`],
      // Who decides does so in the series.
      to: may(actor, 'agenda.decide') ? `/rapat/seri/${one.seriesId}#usulan` : '/usulan',
    })),
  }
}
