import { AppError, errorKind } from '@mufakat/kernel'
import { postponeTenggatInput, postponeTindakLanjut, tenggatForm } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stillPage } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { type FormErrors, formErrors, guarded, issueErrors, rapatIdOf } from '~/request/guard.server'
import { PostponePage } from './page'

export const handle = stillPage('tunda.title')

const LINE_ID = /^[A-Za-z0-9~_-]{1,64}$/

const lineOf = (params: { id?: string; line?: string }, context: Parameters<typeof rapatIdOf>[1]) => {
  const rapatId = rapatIdOf(params, context)
  if (params.line === undefined || !LINE_ID.test(params.line)) throw new AppError('not-found')
  return { rapatId, lineId: params.line }
}

/** The rapat in which somebody is when they postpone; there they come back to. */
const duringOf = (request: Request): string => new URL(request.url).searchParams.get('rapat') ?? ''

export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => ({
  line: await tenggatForm(context.services, actorOf(context), lineOf(params, context)),
  during: duringOf(request),
}))

export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const actor = actorOf(context)
  const line = lineOf(params, context)
  // Asked before the form is judged, so that nobody learns its rules without the right.
  await tenggatForm(context.services, actor, line)
  const form = await request.formData()
  const during = duringOf(request)
  const values = { to: String(form.get('to') ?? ''), reason: String(form.get('reason') ?? '') }
  const refuse = (errors: FormErrors) =>
    data({ errors, values }, { status: errorKind(errors.form ?? 'invalid-input').status })
  const parsed = postponeTenggatInput.safeParse({
    ...line,
    ...values,
    duringRapatId: during,
    nikConfirmed: form.get('nik') === 'ya',
  })
  if (!parsed.success) return refuse(issueErrors(parsed.error.issues))
  try {
    await postponeTindakLanjut(context.services, actor, parsed.data)
  } catch (error) {
    return refuse(formErrors(error))
  }
  return redirect(
    parsed.data.duringRapatId === null
      ? `/rapat/${line.rapatId}/tindak-lanjut`
      : `/rapat/${parsed.data.duringRapatId}`,
  )
})

export default function PostponeRoute() {
  const { line, during } = useLoaderData<typeof loader>()
  return <PostponePage line={line} during={during} answer={useActionData<typeof action>()} />
}
