import { isCode, pangkatLine } from '@mufakat/domain'
import { isLocale } from '@mufakat/i18n'
import { AppError } from '@mufakat/kernel'
import { listSessions, revokeSession, revokeSessions, setLocale, signOutEverywhere } from '@mufakat/services'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { textsOf } from '~/account/texts.server'
import { MoreWords } from '~/frame/more-words'
import type { PageHandle } from '~/frame/title'
import { endedSessionCookie, localeCookie, THEMES, themeCookie, themeOf } from '~/request/cookies.server'
import { guarded } from '~/request/guard.server'
import { ProfilPage } from './page'

export const handle: PageHandle = { title: words => words.t('profil.title') }

const DONE = { tampilan: 'saved', sandi: 'password-saved', sesi: 'sessions.ended' } as const

const doneOf = (params: URLSearchParams) => {
  const done = params.get('hasil')
  return isCode(['tampilan', 'sandi', 'sesi'], done) ? DONE[done] : null
}

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const { session } = context
  if (!session) throw new AppError('not-signed-in')
  return {
    person: session.person,
    golongan: session.person.golongan && pangkatLine(session.person.golongan),
    role: session.actor.role,
    theme: themeOf(request),
    texts: textsOf(request, context),
    done: doneOf(new URL(request.url).searchParams),
    sessions: await listSessions(context.services, session.actor, session.sessionId),
  }
})

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const { session, services } = context
  if (!session) throw new AppError('not-signed-in')
  const { actor, sessionId } = session
  const { personId } = actor
  const form = await request.formData()
  const maksud = form.get('maksud')
  if (maksud === 'keluar-semua') {
    await signOutEverywhere(services, actor)
    return redirect('/masuk?keluar', { headers: { 'Set-Cookie': endedSessionCookie(context.secure) } })
  }
  if (maksud === 'akhiri-lain') {
    await revokeSessions(services, actor, { personId, except: sessionId })
    return redirect('/profil?hasil=sesi')
  }
  if (maksud === 'akhiri-sesi') {
    await revokeSession(services, actor, { personId, sessionId: String(form.get('sesi') ?? '') })
    return redirect('/profil?hasil=sesi')
  }
  const locale = form.get('locale')
  const theme = THEMES.find(one => one === form.get('theme'))
  if (!isLocale(locale) || !theme) throw new AppError('invalid-input')
  await setLocale(services, actor, { locale })
  const headers = new Headers()
  headers.append('Set-Cookie', localeCookie(locale, context.secure))
  headers.append('Set-Cookie', themeCookie(theme, context.secure))
  return redirect('/profil?hasil=tampilan', { headers })
})

export default function ProfilRoute() {
  const { texts, ...profile } = useLoaderData<typeof loader>()
  return (
    <MoreWords texts={texts}>
      <ProfilPage {...profile} />
    </MoreWords>
  )
}
