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
import { doneOf, fileOf, handedOn } from '~/impor/form.server'
import { actorOf } from '~/request/context.server'
import { formErrors, guarded } from '~/request/guard.server'
import { type ImportAnswer, ImportPage } from './page'

export const handle = stillPage('impor-nilai.title')

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const actor = actorOf(context)
  // Who may bring in none is not shown how.
  await exampleValues(actor, { format: 'csv' })
  return { choices: await exportChoices(context.services, actor), done: doneOf(request) }
})

const NOTHING: ImportAnswer = { errors: null, refusal: null, review: null }

/** First judges the file and shows what it would do; does it only when that was seen. */
export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const form = await request.formData()
  try {
    if (form.get('maksud') === 'terapkan') {
      const said = String(form.get('pilihan') ?? '')
      const choice = isCode(IMPORT_CHOICES, said) ? said : 'semua'
      const { sheet, mark } = handedOn(form)
      const n = await importValues(services, actor, { packed: sheet, mark, choice })
      return redirect(`/target/impor?hasil=${n}`)
    }
    await exampleValues(actor, { format: 'csv' })
    const seen = await reviewValueFile(services, actor, await fileOf(form))
    if ('refusal' in seen) return data({ ...NOTHING, refusal: seen.refusal }, { status: 400 })
    return data({ ...NOTHING, review: seen.review })
  } catch (error) {
    const errors = formErrors(error)
    return data({ ...NOTHING, errors }, { status: errorKind(errors.form ?? 'invalid-input').status })
  }
})

export default function ImportRoute() {
  return <ImportPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
