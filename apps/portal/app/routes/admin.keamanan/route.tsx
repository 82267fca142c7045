import { AppError } from '@mufakat/kernel'
import {
  factorRule,
  factorRuleInput,
  findFactors,
  peopleWithoutFactor,
  resetFactors,
  resetFactorsInput,
  setFactorRule,
} from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stillPage } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { formErrors, guarded, issueErrors } from '~/request/guard.server'
import { DoorRulesPage } from './page'

export const handle = stillPage('admin.keamanan')

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const { searchParams } = new URL(request.url)
  const login = searchParams.get('cari')?.trim() ?? ''
  return {
    rule: await factorRule(services, actor),
    without: await peopleWithoutFactor(services, actor),
    login,
    found: login === '' ? null : await findFactors(services, actor, login),
    done: searchParams.get('tersimpan'),
  }
})

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const actor = actorOf(context)
  const form = await request.formData()
  const purpose = String(form.get('maksud') ?? '')
  try {
    if (purpose === 'aturan') {
      const parsed = factorRuleInput.safeParse({
        groups: form.getAll('groups'),
        graceDays: form.get('graceDays'),
      })
      if (!parsed.success) return data({ purpose, errors: issueErrors(parsed.error.issues) }, { status: 400 })
      await setFactorRule(context.services, actor, parsed.data)
      return redirect('/admin/keamanan?tersimpan=aturan')
    }
    if (purpose === 'lepas') {
      const parsed = resetFactorsInput.safeParse(Object.fromEntries(form))
      if (!parsed.success) return data({ purpose, errors: issueErrors(parsed.error.issues) }, { status: 400 })
      await resetFactors(context.services, actor, parsed.data)
      return redirect('/admin/keamanan?tersimpan=lepas')
    }
    throw new AppError('invalid-input')
  } catch (error) {
    if (error instanceof AppError && error.code === 'forbidden') throw error
    return data({ purpose, errors: formErrors(error) }, { status: 400 })
  }
})

export default function DoorRulesRoute() {
  return <DoorRulesPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>() ?? null} />
}
