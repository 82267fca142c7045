import { AppError, errorKind } from '@mufakat/kernel'
import {
  addJabatan,
  addJabatanInput,
  editJabatan,
  editJabatanInput,
  getOpd,
  setOpdActive,
} from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stillPage } from '~/frame/title'
import { requireOpdEditor, wholeNumber } from '~/organisasi/opd-form.server'
import { actorOf } from '~/request/context.server'
import { type FormErrors, formErrors, guarded, issueErrors, rowIdOf } from '~/request/guard.server'
import { OpdPage } from './page'

export const handle = stillPage('opd.title')

const DONE = ['tambah', 'ubah', 'gabung', 'jabatan'] as const

export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => {
  const done = new URL(request.url).searchParams.get('hasil')
  return {
    opd: await getOpd(context.services, actorOf(context), rowIdOf(params.id, context)),
    done: DONE.find(one => one === done) ?? null,
  }
})

/** `maksud`: what the form that was sent wants; `jabatan` then names the one it is about. */
export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const { services } = context
  const actor = requireOpdEditor(context)
  const opdId = rowIdOf(params.id, context)
  const form = await request.formData()
  const intent = String(form.get('maksud') ?? '')
  const typed = {
    name: String(form.get('name') ?? ''),
    isHead: form.has('isHead'),
    position: String(form.get('position') ?? ''),
  }
  const jabatanId = String(form.get('jabatan') ?? '')
  const values = { ...typed, position: wholeNumber(typed.position) }
  const refuse = (errors: FormErrors) =>
    data({ errors, typed, at: jabatanId }, { status: errorKind(errors.form ?? 'invalid-input').status })
  try {
    if (intent === 'aktif' || intent === 'nonaktif') {
      await setOpdActive(services, actor, { opdId, active: intent === 'aktif' })
      return redirect(`/admin/opd/${opdId}?hasil=ubah`)
    }
    if (intent === 'jabatan-baru') {
      const parsed = addJabatanInput.safeParse({ ...values, opdId })
      if (!parsed.success) return refuse(issueErrors(parsed.error.issues))
      await addJabatan(services, actor, parsed.data)
    } else if (intent === 'jabatan-ubah') {
      const revision = Number(form.get('revision'))
      const parsed = editJabatanInput.safeParse({
        ...values,
        jabatanId,
        active: form.has('active'),
        revision,
      })
      if (!parsed.success) return refuse(issueErrors(parsed.error.issues))
      await editJabatan(services, actor, parsed.data)
    } else throw new AppError('invalid-input', intent)
    return redirect(`/admin/opd/${opdId}?hasil=jabatan#jabatan`)
  } catch (error) {
    return refuse(formErrors(error))
  }
})

export default function OpdRoute() {
  return <OpdPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
