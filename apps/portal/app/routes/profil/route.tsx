import { isLocale } from '@mufakat/i18n'
import { AppError } from '@mufakat/kernel'
import { listSessions, setLocale, signOutEverywhere } from '@mufakat/services'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { endedSessionCookie, localeCookie, THEMES, themeCookie, themeOf } from '~/request/cookies.server'
import { guarded } from '~/request/guard.server'
import { ProfilPage } from './page'

export const handle: PageHandle = { title: words => words.t('profil.title') }

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const { session } = context
  if (!session) throw new AppError('not-signed-in')
  return {
    person: session.person,
    role: session.actor.role,
    theme: themeOf(request),
    saved: new URL(request.url).searchParams.has('tersimpan'),
    sessions: await listSessions(context.services, session.actor, session.sessionId),
  }
})

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const actor = actorOf(context)
  if (!actor) throw new AppError('not-signed-in')
  const form = await request.formData()
  if (form.get('maksud') === 'keluar-semua') {
    await signOutEverywhere(context.services, actor)
    return redirect('/masuk?keluar', { headers: { 'Set-Cookie': endedSessionCookie(context.secure) } })
  }
  const locale = form.get('locale')
  const theme = THEMES.find(one => one === form.get('theme'))
  if (!isLocale(locale) || !theme) throw new AppError('invalid-input')
  await setLocale(context.services, actor, { locale })
  const headers = new Headers()
  headers.append('Set-Cookie', localeCookie(locale, context.secure))
  headers.append('Set-Cookie', themeCookie(theme, context.secure))
  return redirect('/profil?tersimpan', { headers })
})

export default function ProfilRoute() {
  return <ProfilPage {...useLoaderData<typeof loader>()} />
}
