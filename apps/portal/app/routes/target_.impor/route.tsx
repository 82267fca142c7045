import { isCode } from '@mufakat/domain'
import { errorKind } from '@mufakat/kernel'
import {
  exampleValues,
  exportChoices,
  IMPORT_CHOICES,
  importValues,
  reviewValueFile,
} from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stillPage } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { type FormErrors, formErrors, guarded, issueErrors } from '~/request/guard.server'
import { type ImportAnswer, ImportPage } from './page'

export const handle = stillPage('impor-nilai.title')

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const actor = actorOf(context)
  // Who may bring in none is not shown how.
  await exampleValues(actor, { format: 'csv' })
  const done = Number(new URL(request.url).searchParams.get('hasil') ?? Number.NaN)
  return {
    choices: await exportChoices(context.services, actor),
    done: Number.isInteger(done) && done >= 0 ? done : null,
  }
})

const NOTHING: ImportAnswer = { errors: null, refusal: null, review: null }

/** First judges the file and shows what it would do; does it only when that was seen. */
export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const form = await request.formData()
  const refuse = (errors: FormErrors) =>
    data({ ...NOTHING, errors }, { status: errorKind(errors.form ?? 'invalid-input').status })
  try {
    if (form.get('maksud') === 'terapkan') {
      const said = String(form.get('pilihan') ?? '')
      const choice = isCode(IMPORT_CHOICES, said) ? said : 'semua'
      const packed = String(form.get('lembar') ?? '')
      const n = await importValues(services, actor, { packed, mark: String(form.get('tanda') ?? ''), choice })
      return redirect(`/target/impor?hasil=${n}`)
    }
    await exampleValues(actor, { format: 'csv' })
    const file = form.get('file')
    if (!(file instanceof File) || file.size === 0)
      return refuse(issueErrors([{ path: ['file'], message: 'field.required' }]))
    const bytes = new Uint8Array(await file.arrayBuffer())
    const seen = await reviewValueFile(services, actor, { name: file.name, bytes })
    if ('refusal' in seen) return data({ ...NOTHING, refusal: seen.refusal }, { status: 400 })
    return data({ ...NOTHING, review: seen.review })
  } catch (error) {
    return refuse(formErrors(error))
  }
})

export default function ImportRoute() {
  return <ImportPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
