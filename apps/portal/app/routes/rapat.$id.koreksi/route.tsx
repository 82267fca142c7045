import { errorKind } from '@mufakat/kernel'
import {
  approveKoreksi,
  approveKoreksiInput,
  closeKoreksi,
  closeKoreksiInput,
  koreksiOf,
  proposeKoreksi,
  proposeKoreksiInput,
  reviewMark,
} from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { MoreWords } from '~/frame/more-words'
import { titledBy } from '~/frame/title'
import { reviewTextsOf } from '~/pengesahan/texts.server'
import { actorOf } from '~/request/context.server'
import { type FormErrors, formErrors, guarded, issueErrors, rapatIdOf } from '~/request/guard.server'
import { KoreksiRoutePage } from './page'

export const handle = titledBy('koreksi.title')

export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => {
  const { searchParams } = new URL(request.url)
  const { services, session } = context
  const actor = actorOf(context)
  const rapatId = rapatIdOf(params, context)
  const [mark, page] = await Promise.all([
    reviewMark(services, actor, rapatId),
    koreksiOf(services, actor, rapatId),
  ])
  return {
    ...{ mark, page },
    // Who looks as another person is nobody in the room.
    personId: session === null || session.viewing ? null : session.person.id,
    texts: reviewTextsOf(request, context),
    chosen: searchParams.getAll('baris'),
    isChoosing: searchParams.has('pilih'),
    done: searchParams.get('hasil') ?? '',
  }
})

const FIELD = /^f:(.+)\.(\w+)$/

/** Everything that was typed into fields of lines: "f:<line>.<fact>". */
const changesOf = (form: FormData) =>
  [...form].flatMap(([name, value]) => {
    const [, lineId, field] = FIELD.exec(name) ?? []
    return lineId === undefined ? [] : [{ lineId, field, after: String(value) }]
  })

/** `maksud` says what: propose, withdraw, send back, or approve what was on screen. */
export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const rapatId = rapatIdOf(params, context)
  const form = await request.formData()
  const what = String(form.get('maksud') ?? '')
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
  const refuse = (errors: FormErrors, status: number) =>
    data({ what, errors, note: typed.note ?? '', typed: what === 'usul' ? typed : {} }, { status })
  const done = () => redirect(`/rapat/${rapatId}/koreksi?hasil=${what}`)
  const nikConfirmed = typed.nik === 'ya'
  try {
    if (what === 'usul') {
      const input = { rapatId, reason: typed.reason ?? '', changes: changesOf(form), nikConfirmed }
      const parsed = proposeKoreksiInput.safeParse(input)
      if (!parsed.success) return refuse(issueErrors(parsed.error.issues), 400)
      await proposeKoreksi(services, actor, parsed.data)
      return done()
    }
    if (what === 'sahkan') {
      const parsed = approveKoreksiInput.safeParse({ rapatId, ...typed })
      if (!parsed.success) return refuse(issueErrors(parsed.error.issues), 400)
      if (typed.yakin !== '1')
        return refuse(issueErrors([{ path: ['yakin'], message: 'field.confirm' }]), 400)
      await approveKoreksi(services, actor, parsed.data)
      return done()
    }
    const kind = what === 'tarik' ? 'ditarik' : 'dikembalikan'
    const parsed = closeKoreksiInput.safeParse({ rapatId, kind, ...typed, nikConfirmed })
    if (!parsed.success) return refuse(issueErrors(parsed.error.issues), 400)
    await closeKoreksi(services, actor, parsed.data)
    return done()
  } catch (error) {
    const errors = formErrors(error)
    return refuse(errors, errorKind(errors.form ?? 'invalid-input').status)
  }
})

export default function KoreksiRoute() {
  const { texts, ...loaded } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <MoreWords texts={texts}>
      <KoreksiRoutePage {...loaded} answer={answer} />
    </MoreWords>
  )
}
