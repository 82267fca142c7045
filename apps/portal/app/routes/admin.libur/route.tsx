import { may } from '@mufakat/domain'
import { AppError, errorKind } from '@mufakat/kernel'
import {
  addFixedHolidays,
  holidayDateInput,
  holidayInput,
  holidaysOfYear,
  holidayYearInput,
  putHoliday,
  removeHoliday,
} from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stillPage } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { formErrors, guarded, issueErrors } from '~/request/guard.server'
import { HolidayPage } from './page'

export const handle = stillPage('libur.title')

const pageOf = (year: string | number) => `/admin/libur?tahun=${year}`

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const asked = holidayYearInput.safeParse({ year: Number(new URL(request.url).searchParams.get('tahun')) })
  const year = asked.success ? asked.data.year : context.services.clock.now().getFullYear()
  return { shown: await holidaysOfYear(context.services, actorOf(context), { year }) }
})

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  if (!may(actor, 'libur.edit')) throw new AppError(actor ? 'forbidden' : 'not-signed-in')
  const form = await request.formData()
  const intent = form.get('maksud')
  if (intent === 'tetap') {
    const input = holidayYearInput.safeParse({ year: Number(form.get('tahun')) })
    if (!input.success) throw new AppError('not-found', 'year')
    await addFixedHolidays(services, actor, input.data)
    return redirect(pageOf(input.data.year))
  }
  const text = (name: string) => String(form.get(name) ?? '')
  const typed = { date: text('date'), name: text('name'), kind: text('kind') }
  if (intent === 'hapus') {
    const input = holidayDateInput.safeParse(typed)
    if (!input.success) throw new AppError('not-found', 'holiday')
    await removeHoliday(services, actor, input.data)
    return redirect(pageOf(typed.date.slice(0, 4)))
  }
  const parsed = holidayInput.safeParse(typed)
  if (!parsed.success) return data({ errors: issueErrors(parsed.error.issues), typed }, { status: 400 })
  try {
    await putHoliday(services, actor, parsed.data)
    return redirect(pageOf(parsed.data.date.slice(0, 4)))
  } catch (error) {
    const errors = formErrors(error)
    return data({ errors, typed }, { status: errorKind(errors.form ?? 'invalid-input').status })
  }
})

export default function HolidayRoute() {
  return <HolidayPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
