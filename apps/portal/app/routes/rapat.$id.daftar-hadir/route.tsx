import { may } from '@mufakat/domain'
import { AppError, errorKind } from '@mufakat/kernel'
import { getRapat, readAttendance } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stillPage } from '~/frame/title'
import { typedSomebody } from '~/hadir/somebody-form.server'
import { actorOf } from '~/request/context.server'
import { guarded, rapatIdOf } from '~/request/guard.server'
import { typedRsvp } from '~/undangan/rsvp-form.server'
import { ACTS, doAct, typedCorrection } from './form.server'
import { AttendancePage } from './page'

export const handle = stillPage('hadir.title')

/** `ubah`: the line whose form is open. */
export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => ({
  view: await readAttendance(context.services, actorOf(context), rapatIdOf(params, context)),
  open: new URL(request.url).searchParams.get('ubah'),
}))

/** Back to the line that was acted upon, so that the page stands where it stood. */
const anchorOf = (key: string): string => (key === '' ? '' : `#${key.replace(':', '-')}`)

export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const rapatId = rapatIdOf(params, context)
  const { subject } = await getRapat(context.services, actorOf(context), rapatId)
  if (!may(actorOf(context), 'attendance.edit', subject)) throw new AppError('forbidden')
  const form = await request.formData()
  const act = ACTS.find(one => one === form.get('maksud'))
  if (act === undefined) throw new AppError('invalid-input')
  const key = String(form.get('key') ?? '')
  const errors = await doAct(context, rapatId, act, form)
  if (errors === null)
    return redirect(`/rapat/${rapatId}/daftar-hadir?hasil=${act}${act === 'tolak' ? '' : anchorOf(key)}`)
  const typed = { correction: typedCorrection(form), rsvp: typedRsvp(form), somebody: typedSomebody(form) }
  return data({ act, key, errors, typed }, { status: errorKind(errors.form ?? 'invalid-input').status })
})

export default function AttendanceRoute() {
  return (
    <AttendancePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>() ?? null} />
  )
}
