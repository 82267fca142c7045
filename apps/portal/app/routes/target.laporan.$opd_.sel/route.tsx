import { catalogueFor, createWords } from '@mufakat/i18n'
import { openReport } from '@mufakat/services'
import type { ActionFunctionArgs } from '@remix-run/node'
import { answerIn } from '~/lapor/answer.server'
import { reportAt } from '~/lapor/report-at.server'
import { saveTyped } from '~/lapor/save.server'
import { typedReport } from '~/lapor/typed-report.server'
import { actorOf, localeOfSession } from '~/request/context.server'
import { guarded } from '~/request/guard.server'
import { localeOf } from '~/request/locale.server'

/** Writes what the script of the form sends, and says in words what became of each. */
export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const at = reportAt(request, params.opd, context)
  const form = await request.formData()
  const typed = typedReport(form)
  const verdicts = await saveTyped(services, actor, { at, typed, nikConfirmed: false })
  const { indicators } = await openReport(services, actor, at)
  const locale = localeOf(request.headers, localeOfSession(context))
  const words = createWords(locale, catalogueFor(locale), context.zone)
  return Response.json(answerIn(words, { typed, verdicts, indicators, now: services.clock.now() }))
})
