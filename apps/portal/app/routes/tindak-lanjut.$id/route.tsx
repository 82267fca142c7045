import { isCode, may } from '@mufakat/domain'
import { buktiTexts, kartuTexts, kontribusiTexts } from '@mufakat/i18n'
import { AppError, errorKind, newId } from '@mufakat/kernel'
import {
  cardActivity,
  commentPart,
  contributionPart,
  evidencePart,
  followingOfCard,
  listOpd,
  openCard,
} from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { lazy, Suspense } from 'react'
import { MoreWords } from '~/frame/more-words'
import type { PageHandle } from '~/frame/title'
import { answerTo, type CardAnswer, obeyForm, typedIn } from '~/kartu/card-form.server'
import { FORM_NAMES } from '~/kartu/form-names'
import { actorOf, localeOfSession } from '~/request/context.server'
import { type FormErrors, formErrors, guarded, issueErrors, rowIdOf } from '~/request/guard.server'
import { localeOf } from '~/request/locale.server'

/** Its forms come after it can be read: it is drawn whole by the server. */
const CardPageView = lazy(() => import('./page').then(module => ({ default: module.CardPageView })))

export const handle: PageHandle<{ page: { card: { title: string } }; texts: { 'kartu.title': string } }> = {
  title: (_words, { page, texts }) => page.card.title || texts['kartu.title'],
}

/** A revision, from which on earlier activity is shown. */
const beforeOf = (request: Request): number | null => {
  const text = new URL(request.url).searchParams.get('sebelum') ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : null
}

export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const cardId = rowIdOf(params.id, context)
  const before = beforeOf(request)
  const locale = localeOf(request.headers, localeOfSession(context))
  const [page, contribution, evidence, comments, following, opd] = await Promise.all([
    openCard(services, actor, cardId),
    contributionPart(services, actor, cardId),
    evidencePart(services, actor, cardId),
    commentPart(services, actor, cardId),
    followingOfCard(services, actor, cardId),
    may(actor, 'directory.read') ? listOpd(services, actor) : [],
  ])
  const activity = before === null ? page.activity : await cardActivity(services, actor, { cardId, before })
  return {
    page: { ...page, activity },
    ...{ contribution, evidence, comments, following },
    isNewest: before === null,
    opd: opd.map(({ id, shortName, name, active }) => ({ id, shortName, name, active })),
    /** For a form that is sent without script. */
    commandId: newId(),
    texts: { ...buktiTexts(locale), ...kartuTexts(locale), ...kontribusiTexts(locale) },
  }
})

/** What is wrong with the form, by the names of its fields. */
function wrongIn(error: unknown): FormErrors {
  if (!(error instanceof Error && error.name === 'ZodError' && 'issues' in error)) return formErrors(error)
  const { fields, form } = issueErrors(error.issues as Parameters<typeof issueErrors>[0])
  // `change.title.to` is what stands in the field `title`, and `to.quantity` in `quantity`.
  const named = Object.entries(fields).map(([path, key]) => [
    path.replace(/^(?:change|to)\.(\w+)(?:\..*)?$/, '$1'),
    key,
  ])
  return { fields: Object.fromEntries(named), form }
}

export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const cardId = rowIdOf(params.id, context)
  // Asked before the form is judged, so that nobody learns its rules without the right.
  await openCard(services, actor, cardId)
  const form = await request.formData()
  const name = form.get('maksud')
  if (!isCode(FORM_NAMES, name)) throw new AppError('invalid-input', 'maksud')
  const answer = { form: answerTo(form), typed: typedIn(form) }
  try {
    await obeyForm(services, actor, { name, cardId, form })
  } catch (error) {
    const errors = wrongIn(error)
    return data<CardAnswer>(
      { ...answer, errors },
      { status: errorKind(errors.form ?? 'invalid-input').status },
    )
  }
  if (request.headers.get('Sec-Fetch-Dest') === 'document') return redirect(`/tindak-lanjut/${cardId}`)
  return data<CardAnswer>({ ...answer, errors: null })
})

export default function CardRoute() {
  const { texts, ...loaded } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <MoreWords texts={texts}>
      <Suspense>
        <CardPageView {...loaded} answer={answer} />
      </Suspense>
    </MoreWords>
  )
}
