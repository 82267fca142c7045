import { errorKind } from '@mufakat/kernel'
import {
  nameVersion,
  nameVersionInput,
  notulaVersions,
  rescues,
  riwayat,
  settleRescue,
  settleRescueInput,
} from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { STILL } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { formErrors, guarded, issueErrors, rapatIdOf } from '~/request/guard.server'
import { RiwayatPage } from './page'

export const handle = STILL

export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const rapatId = rapatIdOf(params, context)
  const [entries, versions, saved] = await Promise.all([
    riwayat(services, actor, rapatId),
    notulaVersions(services, actor, rapatId),
    rescues(services, actor, rapatId),
  ])
  return { entries, versions, saved, now: services.clock.now() }
})

/** `maksud` says what: give a version a name, or settle a saved sentence. */
export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const actor = actorOf(context)
  const rapatId = rapatIdOf(params, context)
  const form = await request.formData()
  const done = (what: string) => redirect(`/rapat/${rapatId}/riwayat?hasil=${what}`)
  try {
    if (form.get('maksud') === 'selamat') {
      const input = { rapatId, key: form.get('key'), outcome: form.get('outcome') }
      const parsed = settleRescueInput.safeParse(input)
      if (!parsed.success) return data({ errors: issueErrors(parsed.error.issues) }, { status: 400 })
      await settleRescue(context.services, actor, parsed.data)
      return done(parsed.data.outcome === 'restored' ? 'selamat' : 'abaikan')
    }
    const parsed = nameVersionInput.safeParse({
      rapatId,
      name: form.get('name') ?? '',
      nikConfirmed: form.get('nik') === 'ya',
    })
    if (!parsed.success) return data({ errors: issueErrors(parsed.error.issues) }, { status: 400 })
    await nameVersion(context.services, actor, parsed.data)
    return done('simpan')
  } catch (error) {
    const errors = formErrors(error)
    const name = String(form.get('name') ?? '')
    return data({ errors, name }, { status: errorKind(errors.form ?? 'invalid-input').status })
  }
})

export default function RiwayatRoute() {
  return <RiwayatPage {...useLoaderData<typeof loader>()} errors={useActionData<typeof action>()?.errors} />
}
