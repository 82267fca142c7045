import { AppError, errorKind } from '@mufakat/kernel'
import { importTable, reviewTable, sheetInput } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stillPage } from '~/frame/title'
import { doneOf, fileOf, handedOn } from '~/impor/form.server'
import { tableOf } from '~/organisasi/table-name.server'
import { actorOf } from '~/request/context.server'
import { formErrors, guarded } from '~/request/guard.server'
import { TablePage } from './page'

export const handle = stillPage('tabel.title')

export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => ({
  table: tableOf(params.table, context),
  done: doneOf(request),
}))

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
  try {
    if (form.get('maksud') === 'terapkan') {
      const { sheet, mark } = handedOn(form)
      const n = await importTable(services, actor, { table, sheet: sheetOf(sheet), mark })
      return redirect(`/admin/impor/${table}?hasil=${n}`)
    }
    const review = await reviewTable(services, actor, { table, file: await fileOf(form) })
    return data({ errors: null, review })
  } catch (error) {
    const errors = formErrors(error)
    return data({ errors, review: null }, { status: errorKind(errors.form ?? 'invalid-input').status })
  }
})

export default function TableRoute() {
  return <TablePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
