import { may } from '@mufakat/domain'
import { errorKind } from '@mufakat/kernel'
import { openReport } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BY_TRIWULAN, type PageHandle, STILL } from '~/frame/title'
import { obeyReport } from '~/lapor/obey.server'
import type { ReportAnswer } from '~/lapor/report-answer'
import { reportAt } from '~/lapor/report-at.server'
import { saveTyped, type Verdicts } from '~/lapor/save.server'
import { typedReport, typedTexts } from '~/lapor/typed-report.server'
import { actorOf } from '~/request/context.server'
import { type FormErrors, formErrors, guarded } from '~/request/guard.server'
import { triwulanCode } from '~/request/triwulan'
import { keptTriwulan, triwulanOfRequest } from '~/request/triwulan.server'
import { ReportPage } from './page'

export const handle: PageHandle<{ report: { opd: { shortName: string } } }> &
  typeof STILL &
  typeof BY_TRIWULAN = {
  ...STILL,
  ...BY_TRIWULAN,
  title: (words, { report }) => words.lookup('lapor.one.title', '', { opd: report.opd.shortName }),
}

export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => {
  const actor = actorOf(context)
  const at = reportAt(request, params.opd, context)
  return data(
    {
      report: await openReport(context.services, actor, at),
      mayCorrect: may(actor, 'capaian.correct'),
      shelf: `mufakat:lapor:${actor?.personId}:${at.opdId}:${triwulanCode(at)}`,
    },
    keptTriwulan(triwulanOfRequest(request, context), context),
  )
})

/** `maksud` says what: save, send, accept or return it, or put away bukti dukung. */
export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const at = reportAt(request, params.opd, context)
  // Asked before the form is judged, so that nobody learns its rules without the right.
  await openReport(services, actor, at)
  const form = await request.formData()
  const maksud = String(form.get('maksud') ?? '')
  // What was typed is saved first, whatever else is done.
  const isWriting = /^(?:simpan|kirim|singkir)\b/.test(maksud)
  let verdicts: Verdicts | null = null
  const refuse = (errors: FormErrors) =>
    data<ReportAnswer>(
      { maksud, errors, typed: typedTexts(form), verdicts, note: String(form.get('note') ?? '') },
      { status: errorKind(errors.form ?? 'invalid-input').status },
    )
  try {
    if (isWriting) {
      const nikConfirmed = form.get('nik') === 'ya'
      verdicts = await saveTyped(services, actor, { at, typed: typedReport(form), nikConfirmed })
      if (!verdicts.isAllSaved) return refuse({ fields: verdictFields(verdicts), form: 'invalid-input' })
    }
    const done = await obeyReport(services, actor, { at, maksud, form })
    if ('errors' in done) return refuse(done.errors)
    return redirect(`/target/laporan/${at.opdId}?tw=${triwulanCode(at)}&hasil=${done.hasil}${done.part}`)
  } catch (error) {
    return refuse(formErrors(error))
  }
})

/** For the question whether a number like a NIK may stand there. */
const verdictFields = ({ cells, remarks, evidence }: Verdicts): Record<string, string> => {
  const all = [cells, remarks, evidence]
    .flatMap(all => Object.values(all))
    .flatMap(one => ('fields' in one ? Object.values(one.fields) : []))
  return all.some(key => /nik$/.test(key)) ? { nik: 'nik' } : {}
}

export default function ReportRoute() {
  return <ReportPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
