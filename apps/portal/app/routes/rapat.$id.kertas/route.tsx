import { errorKind } from '@mufakat/kernel'
import { askPaper, askPaperInput, paperState, papersOf } from '@mufakat/services'
import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stillPage } from '~/frame/title'
import { refreshOf, whenMade } from '~/kertas/when-made.server'
import { actorOf } from '~/request/context.server'
import { formErrors, guarded, issueErrors, rapatIdOf } from '~/request/guard.server'
import { KertasPage } from './page'

export const handle = stillPage('kertas.title')

/** `kertas`: the paper that this person waits for. */
export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const rapatId = rapatIdOf(params, context)
  const paperId = new URL(request.url).searchParams.get('kertas')
  const view = await papersOf(services, actor, rapatId)
  const asked = paperId === null ? null : await paperState(services, actor, { rapatId, paperId })
  const here = `/rapat/${rapatId}/kertas`
  const next = refreshOf(asked, {
    now: services.clock.now(),
    page: `${here}?kertas=${asked?.id}`,
    download: `/kertas/${rapatId}/${asked?.id}`,
  })
  return data(
    { view, asked, isOver: paperId !== null && asked === null },
    next === null ? {} : { headers: { Refresh: next } },
  )
})

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const rapatId = rapatIdOf(params, context)
  const form = await request.formData()
  const parsed = askPaperInput.safeParse({
    rapatId,
    kind: form.get('kind'),
    format: form.get('format'),
    opdId: String(form.get('opd') ?? ''),
  })
  try {
    // Who may not see the rapat learns nothing of what was wrong with the form.
    await papersOf(services, actor, rapatId)
    if (!parsed.success) return data({ errors: issueErrors(parsed.error.issues) }, { status: 400 })
    const paperId = await askPaper(services, actor, parsed.data)
    await whenMade(() => paperState(services, actor, { rapatId, paperId }))
    return redirect(`/rapat/${rapatId}/kertas?kertas=${paperId}`)
  } catch (error) {
    const errors = formErrors(error)
    return data({ errors }, { status: errorKind(errors.form ?? 'invalid-input').status })
  }
})

export default function KertasRoute() {
  return <KertasPage {...useLoaderData<typeof loader>()} errors={useActionData<typeof action>()?.errors} />
}
