import { cardFilterOf, may } from '@mufakat/domain'
import { papanTexts, tampilanTexts } from '@mufakat/i18n'
import { AppError, errorKind, newId } from '@mufakat/kernel'
import { cardCalendar, cardCalendarInput, changeCards, listOpd, savedFilters } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { MoreWords } from '~/frame/more-words'
import { titledBy } from '~/frame/title'
import { actorOf, localeOfSession } from '~/request/context.server'
import { type FormErrors, formErrors, guarded, issueErrors } from '~/request/guard.server'
import { localeOf } from '~/request/locale.server'
import { type ChangeAnswer, changeOf } from '~/tabel/change-form.server'
import { CalendarPage } from './page'

export const handle = titledBy('tampilan.kalender')

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const params = new URL(request.url).searchParams
  const filter = cardFilterOf(params)
  const asked = cardCalendarInput.safeParse({ filter, month: params.get('bulan') })
  const [calendar, opd, saved] = await Promise.all([
    cardCalendar(services, actor, asked.success ? asked.data : { filter, month: null }),
    may(actor, 'directory.read') ? listOpd(services, actor) : [],
    savedFilters(services, actor),
  ])
  const locale = localeOf(request.headers, localeOfSession(context))
  return {
    calendar,
    opd: opd.map(({ id, shortName, name, active }) => ({ id, shortName, name, active })),
    saved,
    /** Of the next change: the same form sent twice is done once. */
    commandId: newId(),
    texts: { ...papanTexts(locale), ...tampilanTexts(locale) },
  }
})

/** Moves a tenggat, with the reason. */
export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const form = await request.formData()
  form.set('field', 'tenggat')
  const answer = (verdicts: ChangeAnswer['verdicts'], errors: FormErrors | null): ChangeAnswer => ({
    commandId: String(form.get('commandId') ?? ''),
    ...{ verdicts, errors },
  })
  const actor = actorOf(context)
  if (!may(actor, 'kartu.list')) throw new AppError(actor ? 'forbidden' : 'not-signed-in')
  const parsed = changeOf(form)
  if (!parsed.success) return data(answer([], issueErrors(parsed.error.issues)), { status: 400 })
  try {
    return data(answer(await changeCards(context.services, actor, parsed.data), null))
  } catch (error) {
    const errors = formErrors(error)
    return data(answer([], errors), { status: errorKind(errors.form ?? 'invalid-input').status })
  }
})

export default function CalendarRoute() {
  const { texts, ...loaded } = useLoaderData<typeof loader>()
  return (
    <MoreWords texts={texts}>
      <CalendarPage {...loaded} answer={useActionData<typeof action>()} />
    </MoreWords>
  )
}
