import { errorKind } from '@mufakat/kernel'
import {
  askReport,
  askReportInput,
  quarterNoteInput,
  quarterReport,
  reportState,
  writeQuarterNote,
} from '@mufakat/services'
import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BY_TRIWULAN, stillPage } from '~/frame/title'
import { refreshOf, whenMade } from '~/kertas/when-made.server'
import { actorOf } from '~/request/context.server'
import { type FormErrors, formErrors, guarded, issueErrors } from '~/request/guard.server'
import { triwulanCode } from '~/request/triwulan'
import { keptTriwulan, triwulanOfRequest } from '~/request/triwulan.server'
import { ReportPage } from './page'

export const handle = { ...stillPage('laporan.title'), ...BY_TRIWULAN }

/** `kertas`: the file that this person waits for. */
export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const asked = triwulanOfRequest(request, context)
  const paperId = new URL(request.url).searchParams.get('kertas')
  const report = await quarterReport(services, actor, asked.chosen)
  const paper = paperId === null ? null : await reportState(services, actor, { paperId })
  const next = refreshOf(paper, {
    now: services.clock.now(),
    page: `/laporan?tw=${triwulanCode(asked.chosen)}&kertas=${paper?.id}`,
    download: `/kertas/laporan/${paper?.id}`,
  })
  const headers = new Headers(keptTriwulan(asked, context).headers)
  if (next !== null) headers.set('Refresh', next)
  return data({ report, paper, isOver: paperId !== null && paper === null }, { headers })
})

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const { chosen } = triwulanOfRequest(request, context)
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const note = text('text')
  const refuse = (errors: FormErrors) =>
    data({ errors, note }, { status: errorKind(errors.form ?? 'invalid-input').status })
  const here = `/laporan?tw=${triwulanCode(chosen)}`
  try {
    // Who may not read it learns nothing of what was wrong with the form.
    await reportState(services, actor, { paperId: '' })
    if (text('maksud') === 'catatan') {
      const parsed = quarterNoteInput.safeParse({
        ...chosen,
        text: note,
        after: text('after'),
        nikConfirmed: text('nik') === 'ya',
      })
      if (!parsed.success) return refuse(issueErrors(parsed.error.issues))
      await writeQuarterNote(services, actor, parsed.data)
      return redirect(`${here}#catatan`)
    }
    const parsed = askReportInput.safeParse({ ...chosen, format: text('format') })
    if (!parsed.success) return refuse(issueErrors(parsed.error.issues))
    const paperId = await askReport(services, actor, parsed.data)
    await whenMade(() => reportState(services, actor, { paperId }))
    return redirect(`${here}&kertas=${paperId}`)
  } catch (error) {
    return refuse(formErrors(error))
  }
})

export default function ReportRoute() {
  return <ReportPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
