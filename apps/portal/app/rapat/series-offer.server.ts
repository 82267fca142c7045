import { catalogueFor } from '@mufakat/i18n'
import { type SeriesChoice, seriesChoices } from '@mufakat/services'
import { type AppLoadContext, actorOf, localeOfSession } from '~/request/context.server'
import { localeOf } from '~/request/locale.server'

/** Series that a rapat can be part of, with the words that only their choice says; null: there are none. */
export async function seriesOffer(
  request: Request,
  context: AppLoadContext,
  present: SeriesChoice | null = null,
) {
  const going = await seriesChoices(context.services, actorOf(context))
  const isKnown = present === null || going.some(one => one.id === present.id)
  const choices = isKnown ? going : [present, ...going]
  if (choices.length === 0) return null
  const words = catalogueFor(localeOf(request.headers, localeOfSession(context)))
  return { choices, label: words['seri.field.series'], none: words['seri.field.series.none'] }
}
