import { errorKind } from '@mufakat/kernel'
import {
  nameVersion,
  nameVersionInput,
  notulaTimeline,
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

/** A point that was chosen; the last one counts, as a page may carry along what was chosen on another. */
const pointOf = (asked: URLSearchParams, side: 'a' | 'b'): number | null => {
  const text = asked.getAll(side).at(-1) ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : null
}

/** Two chosen points lead to their comparison; `sebelum`: what is older than that entry; `hanya`: named versions. */
export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const rapatId = rapatIdOf(params, context)
  const asked = new URL(request.url).searchParams
  const chosen = { a: pointOf(asked, 'a'), b: pointOf(asked, 'b') }
  const { a, b } = chosen
  const isAsked = asked.has('banding')
  if (isAsked && a !== null && b !== null && a !== b)
    throw redirect(`/rapat/${rapatId}/riwayat/${Math.max(a, b)}?dari=${Math.min(a, b)}`)
  const before = asked.get('sebelum')
  const onlyNamed = asked.get('hanya') === 'bernama'
  const isFirst = before === null
  const [timeline, all, saved] = await Promise.all([
    notulaTimeline(services, actor, { rapatId, before, onlyNamed }),
    isFirst ? riwayat(services, actor, rapatId) : [],
    isFirst && !onlyNamed ? rescues(services, actor, rapatId) : [],
  ])
  const entries = all.filter(({ action }) => !ON_TIMELINE.test(action))
  return {
    ...{ timeline, entries, saved, chosen, onlyNamed, isFirst },
    isUnclear: isAsked,
    now: services.clock.now(),
  }
})

/** What the timeline tells of already. */
const ON_TIMELINE = /^(?:notula|koreksi)\.|^riwayat\.(?:name|restore|redact)$/

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
