import { AppError, errorKind } from '@mufakat/kernel'
import { importTable, reviewTable, sheetInput } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stillPage } from '~/frame/title'
import { tableOf } from '~/organisasi/table-name.server'
import { actorOf } from '~/request/context.server'
import { type FormErrors, formErrors, guarded, issueErrors } from '~/request/guard.server'
import { TablePage } from './page'

export const handle = stillPage('tabel.title')

export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => {
  const table = tableOf(params.table, context)
  const done = Number(new URL(request.url).searchParams.get('hasil') ?? Number.NaN)
  return { table, done: Number.isInteger(done) && done >= 0 ? done : null }
})

/** The file as it was read, which the page handed on; what is none is refused like one that changed. */
function sheetOf(text: string) {
  try {
    return sheetInput.parse(JSON.parse(text))
  } catch {
    throw new AppError('conflict', 'sheet')
  }
}

/** First judges the file and shows what it would do; does it only when that was seen. */
export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const table = tableOf(params.table, context)
  const form = await request.formData()
  const refuse = (errors: FormErrors) =>
    data({ errors, review: null }, { status: errorKind(errors.form ?? 'invalid-input').status })
  try {
    if (form.get('maksud') === 'terapkan') {
      const sheet = sheetOf(String(form.get('lembar') ?? ''))
      const n = await importTable(services, actor, { table, sheet, mark: String(form.get('tanda') ?? '') })
      return redirect(`/admin/impor/${table}?hasil=${n}`)
    }
    const file = form.get('file')
    if (!(file instanceof File) || file.size === 0)
      return refuse(issueErrors([{ path: ['file'], message: 'field.required' }]))
    const bytes = new Uint8Array(await file.arrayBuffer())
    const review = await reviewTable(services, actor, { table, file: { name: file.name, bytes } })
    return data({ errors: null, review })
  } catch (error) {
    return refuse(formErrors(error))
  }
})

export default function TableRoute() {
  return <TablePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
