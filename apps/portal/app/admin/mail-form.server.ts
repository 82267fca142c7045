import { may } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import {
  mailSettings,
  mailSettingsInput,
  saveMailSettings,
  sendTestMail,
  testMailInput,
  testMailState,
} from '@mufakat/services'
import { type AppLoadContext, actorOf } from '~/request/context.server'
import { type FormErrors, formErrors, issueErrors } from '~/request/guard.server'

const FIELDS = ['transport', 'host', 'port', 'tls', 'user', 'from', 'fromName', 'replyTo'] as const

/** What stands in the form; a password never does. */
export type TypedMail = Readonly<Record<(typeof FIELDS)[number], string>>

/** A form that was refused, with what was typed. */
export interface RefusedMail {
  readonly part: 'server' | 'test'
  readonly errors: FormErrors
  readonly typed: TypedMail | null
  readonly to: string | null
}

/** How far a test message has come: while it waits the page comes again by itself. */
const testParam = 'uji'
const AGAIN_S = 2
/** Long enough for a mail server that says nothing. */
const MOST_TIMES = 60

/** The settings with what their form needs, and what became of the test message that the address names. */
export async function mailForm(context: AppLoadContext, request: Request) {
  const actor = actorOf(context)
  const { services, session } = context
  const url = new URL(request.url)
  const settings = await mailSettings(services, actor)
  const testId = url.searchParams.get(testParam)
  const test = testId === null ? null : await testMailState(services, actor, testId)
  const { server } = settings
  const typed: TypedMail = {
    transport: settings.transport,
    host: server?.host ?? '',
    port: String(server?.port ?? 587),
    tls: server?.tls ?? 'starttls',
    user: server?.user ?? '',
    from: server?.from ?? '',
    fromName: server?.fromName ?? '',
    replyTo: server?.replyTo ?? '',
  }
  const { source, hasPassword } = settings
  const saved = url.searchParams.get('hasil') === 'surel'
  const isOpen = test?.state === 'waiting' || test?.state === 'sending'
  const again = isOpen ? nextLook(url) : null
  return { source, hasPassword, typed, test, to: session?.person.email ?? '', saved, again }
}

export type MailForm = Awaited<ReturnType<typeof mailForm>>

/** Where to look again: another address each time, because one with the same `#` would not be loaded anew. */
function nextLook({ pathname, searchParams }: URL): string | null {
  const times = Number(searchParams.get('kali') ?? 0) + 1
  if (!(times <= MOST_TIMES)) return null
  const query = new URLSearchParams({ [testParam]: searchParams.get(testParam) ?? '', kali: String(times) })
  return `${pathname.replace(/\.data$/, '')}?${query}#uji`
}

/** Headers that bring the page again while the test message is on its way. */
export const mailFormHeaders = ({ again }: MailForm): Record<string, string> =>
  again === null ? {} : { Refresh: `${AGAIN_S}; url=${again}` }

/** Does what the form asks for: the address to go to, or what was refused. */
export async function takeMailForm(
  context: AppLoadContext,
  form: FormData,
  path: string,
): Promise<{ to: string; refused: null } | { to: null; refused: RefusedMail }> {
  const actor = actorOf(context)
  // Asked before a form is judged, so that nobody learns its rules without the right.
  if (!may(actor, 'mail.configure')) throw new AppError(actor ? 'forbidden' : 'not-signed-in')
  const text = (name: string): string => String(form.get(name) ?? '')
  if (form.get('bagian') === 'uji') {
    const refuse = (errors: FormErrors) => ({
      to: null,
      refused: { part: 'test' as const, errors, typed: null, to: text('to') },
    })
    const parsed = testMailInput.safeParse({ to: text('to').trim() })
    if (!parsed.success) return refuse(issueErrors(parsed.error.issues))
    try {
      const id = await sendTestMail(context.services, actor, parsed.data)
      return { to: `${path}?${testParam}=${id}#uji`, refused: null }
    } catch (error) {
      return refuse(formErrors(error))
    }
  }
  const typed = Object.fromEntries(FIELDS.map(name => [name, text(name)])) as TypedMail
  const refuse = (errors: FormErrors) => ({
    to: null,
    refused: { part: 'server' as const, errors, typed, to: null },
  })
  const parsed = mailSettingsInput.safeParse({ ...typed, password: text('password') })
  if (!parsed.success) return refuse(issueErrors(parsed.error.issues))
  try {
    await saveMailSettings(context.services, actor, parsed.data)
    return { to: `${path}?hasil=surel`, refused: null }
  } catch (error) {
    return refuse(formErrors(error))
  }
}
