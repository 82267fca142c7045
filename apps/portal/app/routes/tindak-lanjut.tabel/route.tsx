import { may } from '@mufakat/domain'
import { papanTexts, tampilanTexts } from '@mufakat/i18n'
import { AppError, errorKind } from '@mufakat/kernel'
import { cardTable, changeCards, listOpd, savedFilters } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MoreWords } from '~/frame/more-words'
import { titledBy } from '~/frame/title'
import { actorOf, localeOfSession } from '~/request/context.server'
import { type FormErrors, formErrors, guarded, issueErrors } from '~/request/guard.server'
import { localeOf } from '~/request/locale.server'
import { askedTable } from '~/tabel/asked.server'
import { type ChangeAnswer, changeOf } from '~/tabel/change-form.server'
import { CardTablePage } from './page'

export const handle = titledBy('tampilan.table')

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const [table, opd, saved] = await Promise.all([
    cardTable(services, actor, askedTable(request.url).input),
    may(actor, 'directory.read') ? listOpd(services, actor) : [],
    savedFilters(services, actor),
  ])
  const locale = localeOf(request.headers, localeOfSession(context))
  return {
    table,
    opd: opd.map(({ id, shortName, name, active }) => ({ id, shortName, name, active })),
    saved,
    texts: { ...papanTexts(locale), ...tampilanTexts(locale) },
  }
})

/** Changes one field of one card or many; each has its verdict. */
export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const form = await request.formData()
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

export default function CardTableRoute() {
  const { texts, ...loaded } = useLoaderData<typeof loader>()
  return (
    <MoreWords texts={texts}>
      <CardTablePage {...loaded} />
    </MoreWords>
  )
}
