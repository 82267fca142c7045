import { may } from '@mufakat/domain'
import { papanTexts, tampilanTexts } from '@mufakat/i18n'
import { AppError, errorKind, newId } from '@mufakat/kernel'
import {
  addCard,
  addCardInput,
  boardStart,
  boardStartInput,
  listOpd,
  moveCard,
  moveCardInput,
  savedFilters,
} from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { MoreWords } from '~/frame/more-words'
import { titledBy } from '~/frame/title'
import { addedCard, typedCard } from '~/papan/add-form.server'
import { MOVES, movedCard } from '~/papan/move-form.server'
import { lookOf } from '~/papan/view'
import { actorOf, localeOfSession } from '~/request/context.server'
import { formErrors, guarded, issueErrors } from '~/request/guard.server'
import { localeOf } from '~/request/locale.server'
import { BoardPage } from './page'

export const handle = titledBy('papan.title')

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const { services, session } = context
  const actor = actorOf(context)
  const { filter, status, after } = lookOf(new URL(request.url).searchParams)
  const locale = localeOf(request.headers, localeOfSession(context))
  const [start, opd, saved] = await Promise.all([
    boardStart(services, actor, boardStartInput.parse({ ...filter, only: status, after })),
    may(actor, 'directory.read') ? listOpd(services, actor) : [],
    savedFilters(services, actor),
  ])
  return {
    start,
    saved,
    opd: opd.map(({ id, shortName, name, active }) => ({ id, shortName, name, active })),
    personId: session?.person.id ?? '',
    /** For a form that is sent without script: the same one sent twice adds once. */
    commandId: newId(),
    texts: { ...papanTexts(locale), ...tampilanTexts(locale) },
  }
})

/** Where no script runs, moves a card. */
async function move(form: FormData, { request, context }: ActionFunctionArgs) {
  const { cardId, ...wanted } = movedCard(form)
  try {
    const parsed = moveCardInput.safeParse({ cardId, ...wanted })
    if (!parsed.success)
      return data({ moved: { cardId, errors: issueErrors(parsed.error.issues) } }, { status: 400 })
    await moveCard(context.services, actorOf(context), parsed.data)
    const address = new URL(request.url)
    address.searchParams.delete('pindah')
    return redirect(`/tindak-lanjut${address.search}`)
  } catch (error) {
    if (error instanceof AppError && error.code === 'forbidden') throw error
    const errors = formErrors(error)
    return data({ moved: { cardId, errors } }, { status: errorKind(errors.form ?? 'invalid-input').status })
  }
}

/** Adds a card at the head of a column, or moves one. */
export const action = guarded(async (args: ActionFunctionArgs) => {
  const { request, context } = args
  const form = await request.formData()
  if (form.get('aksi') === MOVES) return move(form, args)
  const typed = typedCard(form)
  try {
    const actor = actorOf(context)
    if (!may(actor, 'kartu.list')) throw new AppError(actor ? 'forbidden' : 'not-signed-in')
    const parsed = addCardInput.safeParse(addedCard(form))
    if (!parsed.success) return data({ errors: issueErrors(parsed.error.issues), typed }, { status: 400 })
    await addCard(context.services, actor, parsed.data)
    if (request.headers.get('Sec-Fetch-Dest') === 'document')
      return redirect(`/tindak-lanjut${new URL(request.url).search}`)
    return data({ errors: null, typed })
  } catch (error) {
    if (error instanceof AppError && error.code === 'forbidden') throw error
    const errors = formErrors(error)
    return data({ errors, typed }, { status: errorKind(errors.form ?? 'invalid-input').status })
  }
})

export default function BoardRoute() {
  const { texts, ...loaded } = useLoaderData<typeof loader>()
  return (
    <MoreWords texts={texts}>
      <BoardPage {...loaded} answer={useActionData<typeof action>()} />
    </MoreWords>
  )
}
