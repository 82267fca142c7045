import { AppError, type ErrorCode, errorKind } from '@mufakat/kernel'
import { getRapat, setRapatStatus, setRapatStatusInput } from '@mufakat/services'
import { buttonClass, Notice } from '@mufakat/ui'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { CircleAlert } from 'lucide-react'
import { useWords } from '~/frame/words'
import { actorOf } from '~/request/context.server'
import { guarded, rapatIdOf } from '~/request/guard.server'

/** Loads what the refused page links back to. */
export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => {
  const { id, title } = await getRapat(context.services, actorOf(context), rapatIdOf(params, context))
  return { id, title }
})

export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const rapatId = rapatIdOf(params, context)
  const status = String((await request.formData()).get('status') ?? '')
  const refuse = (code: ErrorCode) => data({ code, status }, { status: errorKind(code).status })
  const parsed = setRapatStatusInput.safeParse({ rapatId, status })
  if (!parsed.success) return refuse('invalid-input')
  try {
    await setRapatStatus(context.services, actorOf(context), parsed.data)
  } catch (error) {
    if (error instanceof AppError && error.code !== 'not-found') return refuse(error.code)
    throw error
  }
  // A browser without script comes back to the page; the menu's fetcher wants the answer.
  if (request.headers.get('Sec-Fetch-Dest') === 'document') return redirect(`/rapat/${rapatId}`)
  return data({ code: null, status })
})

/** Only a browser without script gets here, when the change was refused. */
export default function StatusRoute() {
  const words = useWords()
  const { id, title } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="grid max-w-lg gap-4">
      <h1 className="text-xl">{title}</h1>
      {answer?.code && (
        <Notice tone="danger" icon={CircleAlert} role="alert">
          {words.t(answer.code === 'invalid-input' ? 'rapat.status.needs-date' : `error.${answer.code}`)}
        </Notice>
      )}
      <Link to={`/rapat/${id}`} className={buttonClass('secondary', 'md', 'w-fit')}>
        {words.t('nav.back')}
      </Link>
    </div>
  )
}
