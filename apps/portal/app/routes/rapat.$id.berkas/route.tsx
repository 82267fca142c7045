import { AppError, type ErrorCode, errorKind } from '@mufakat/kernel'
import { listFiles, removeFile, restoreFile } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { textsOf } from '~/berkas/texts.server'
import { MoreWords } from '~/frame/more-words'
import { actorOf } from '~/request/context.server'
import { guarded, rapatIdOf } from '~/request/guard.server'
import { BerkasPage } from './page'

export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => {
  const subject = { kind: 'rapat', id: rapatIdOf(params, context) } as const
  const list = await listFiles(context.services, actorOf(context), subject)
  return { list, texts: textsOf(request, context) }
})

/** `maksud` says what: take a file out of sight, or bring it back. */
export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const rapatId = rapatIdOf(params, context)
  const form = await request.formData()
  const [maksud, fileId] = [form.get('maksud'), String(form.get('id') ?? '')]
  if (maksud !== 'hapus' && maksud !== 'pulihkan') throw new AppError('invalid-input')
  try {
    const act = maksud === 'hapus' ? removeFile : restoreFile
    await act(context.services, actorOf(context), fileId)
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'not-found') throw error
    const code: ErrorCode = error.code
    return data({ code }, { status: errorKind(code).status })
  }
  // A browser without script comes back to the page; the button's fetcher wants the answer.
  if (request.headers.get('Sec-Fetch-Dest') === 'document') return redirect(`/rapat/${rapatId}/berkas`)
  return data({ code: null })
})

export default function BerkasRoute() {
  const { list, texts } = useLoaderData<typeof loader>()
  return (
    <MoreWords texts={texts}>
      <BerkasPage list={list} code={useActionData<typeof action>()?.code ?? null} />
    </MoreWords>
  )
}
