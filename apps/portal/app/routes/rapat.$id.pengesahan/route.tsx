import type { NotulaContent } from '@mufakat/doc-model'
import { errorKind } from '@mufakat/kernel'
import {
  approveNotula,
  approveNotulaInput,
  getRapat,
  notulaContent,
  notulaFigures,
  notulaReview,
  returnNotula,
  returnNotulaInput,
  reviewMark,
  signedCopies,
  submitNotula,
  submitNotulaInput,
} from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { MoreWords } from '~/frame/more-words'
import { titledBy } from '~/frame/title'
import { sealedTextsOf } from '~/pengesahan/texts.server'
import { actorOf } from '~/request/context.server'
import { type FormErrors, formErrors, guarded, issueErrors, rapatIdOf } from '~/request/guard.server'
import { uploadRefused } from '~/tte/refused'
import { PengesahanPage } from './page'

export const handle = titledBy('sahkan.title')

export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => {
  const { services, session } = context
  const actor = actorOf(context)
  const rapatId = rapatIdOf(params, context)
  const { searchParams } = new URL(request.url)
  const [mark, review, { content }, figures, { invitedOpd }, copies] = await Promise.all([
    reviewMark(services, actor, rapatId),
    notulaReview(services, actor, rapatId),
    notulaContent(services, actor, rapatId),
    notulaFigures(services, actor, { rapatId }),
    getRapat(services, actor, rapatId),
    signedCopies(services, actor, rapatId),
  ])
  const opd = invitedOpd.map(({ id, shortName }) => ({ id, shortName }))
  return {
    ...{ mark, review, content, figures, opd, copies },
    refused: uploadRefused(searchParams),
    done: searchParams.get('hasil') ?? '',
    // Who looks as another person is nobody in the room.
    personId: session === null || session.viewing ? null : session.person.id,
    texts: sealedTextsOf(request, context),
  }
})

/** `maksud` says what: submit, take back, send back, or approve what was on screen. */
export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const rapatId = rapatIdOf(params, context)
  const form = await request.formData()
  const what = String(form.get('maksud') ?? '')
  const note = String(form.get('note') ?? '')
  const refuse = (errors: FormErrors, status: number) => data({ what, errors, note }, { status })
  const done = () => redirect(`/rapat/${rapatId}/pengesahan?hasil=${what}`)
  const nikConfirmed = form.get('nik') === 'ya'
  try {
    if (what === 'sahkan') {
      const { headSeq, contentHash, partsHash } = Object.fromEntries(form)
      const parsed = approveNotulaInput.safeParse({ rapatId, headSeq, contentHash, partsHash })
      if (!parsed.success) return refuse(issueErrors(parsed.error.issues), 400)
      if (form.get('yakin') !== '1')
        return refuse(issueErrors([{ path: ['yakin'], message: 'field.confirm' }]), 400)
      await approveNotula(services, actor, parsed.data)
      return done()
    }
    if (what === 'tarik' || what === 'kembalikan') {
      const kind = what === 'tarik' ? 'ditarik' : 'dikembalikan'
      const parsed = returnNotulaInput.safeParse({ rapatId, kind, note, nikConfirmed })
      if (!parsed.success) return refuse(issueErrors(parsed.error.issues), 400)
      await returnNotula(services, actor, parsed.data)
      return done()
    }
    await submitNotula(services, actor, submitNotulaInput.parse({ rapatId }))
    return done()
  } catch (error) {
    const errors = formErrors(error)
    return refuse(errors, errorKind(errors.form ?? 'invalid-input').status)
  }
})

export default function PengesahanRoute() {
  const { texts, ...loaded } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <MoreWords texts={texts}>
      <PengesahanPage {...loaded} content={loaded.content as NotulaContent} answer={answer} />
    </MoreWords>
  )
}
