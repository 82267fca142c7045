import { AppError } from '@mufakat/kernel'
import {
  addPasskey,
  inviteTotp,
  ownFactors,
  passkeyInput,
  removePasskey,
  removeTotp,
  renewRecoveryCodes,
} from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stillPage } from '~/frame/title'
import { proofOf } from '~/keamanan/proof.server'
import { sessionForFactors } from '~/request/context.server'
import { FACTORS_PAGE, formErrors, guarded, issueErrors, safePath } from '~/request/guard.server'
import { FactorsPage } from './page'

export const handle = stillPage('keamanan.title')

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const session = sessionForFactors(context)
  const { searchParams } = new URL(request.url)
  return {
    factors: await ownFactors(context.services, session),
    standing: session.factor,
    isInside: context.session !== null,
    target: searchParams.has('ke') ? safePath(searchParams.get('ke')) : null,
    saved: searchParams.get('tersimpan'),
  }
})

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const session = sessionForFactors(context)
  const form = await request.formData()
  const purpose = String(form.get('maksud') ?? '')
  const proof = proofOf(form, request, context)
  const { services } = context
  try {
    if (purpose === 'pasang') {
      await inviteTotp(services, session, proof)
      return redirect(`${FACTORS_PAGE}/aplikasi`)
    }
    if (purpose === 'lepas') {
      await removeTotp(services, session, { ...proof, code: String(form.get('code') ?? '').slice(0, 60) })
      return redirect(`${FACTORS_PAGE}?tersimpan=app-off`)
    }
    if (purpose === 'kode-baru') {
      return { errors: null, purpose, codes: await renewRecoveryCodes(services, session, proof) }
    }
    if (purpose === 'hapus-kunci') {
      await removePasskey(services, session, { ...proof, id: String(form.get('id') ?? '') })
      return redirect(`${FACTORS_PAGE}?tersimpan=key-off`)
    }
    if (purpose === 'tambah-kunci') {
      const parsed = passkeyInput.safeParse({ name: form.get('name') ?? '', made: form.get('made') ?? '' })
      if (!parsed.success)
        return data({ errors: issueErrors(parsed.error.issues), purpose, codes: null }, { status: 400 })
      const codes = await addPasskey(services, session, { ...proof, ...parsed.data })
      return codes ? { errors: null, purpose, codes } : redirect(`${FACTORS_PAGE}?tersimpan=key-on`)
    }
    throw new AppError('invalid-input')
  } catch (error) {
    return data({ errors: formErrors(error), purpose, codes: null }, { status: 400 })
  }
})

export default function FactorsRoute() {
  const answer = useActionData<typeof action>()
  return <FactorsPage {...useLoaderData<typeof loader>()} answer={answer ?? null} />
}
