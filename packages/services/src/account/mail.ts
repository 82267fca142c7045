import type { AccountRow, Tx } from '@mufakat/db'
import type { ServiceContext } from '../context'
import { queueMail } from '../mail/queue-mail'
import type { MadeLink } from './link'

/** What links in letters need beside: the address by which people come. */
export interface MailingContext extends ServiceContext {
  readonly baseUrl: string
}

type Addressee = Pick<AccountRow, 'id' | 'name' | 'email' | 'locale'>

/** Where a link opens; also the routes of the portal. */
export const LINK_PATHS = {
  invitation: '/undangan',
  reset: '/atur-kata-sandi',
  email: '/email-baru',
  objection: '/tolak-email',
} as const

export const linkPath = (kind: keyof typeof LINK_PATHS, link: MadeLink): string =>
  `${LINK_PATHS[kind]}/${link.token}`

/** "b…@contoh.go.id": enough to know one's own, too little to write to. */
const shortened = (email: string): string => email.replace(/^(.)[^@]*/, '$1…')

const letter = (ctx: MailingContext, kind: keyof typeof LINK_PATHS, link: MadeLink) => ({
  link: ctx.baseUrl + linkPath(kind, link),
  expiresAt: link.expiresAt.toISOString(),
})

/** @returns false when the person has no address */
export async function mailInvitation(
  ctx: MailingContext,
  tx: Tx,
  to: Addressee,
  link: MadeLink,
  invitedBy: string | null,
): Promise<boolean> {
  if (to.email === null) return false
  return queueMail(tx, {
    event: `invitation:${link.id}`,
    to: to.email,
    locale: to.locale,
    template: 'invitation',
    data: { name: to.name, invitedBy, ...letter(ctx, 'invitation', link) },
  })
}

/** @returns false when the person has no address */
export async function mailReset(
  ctx: MailingContext,
  tx: Tx,
  to: Addressee,
  link: MadeLink,
): Promise<boolean> {
  if (to.email === null) return false
  return queueMail(tx, {
    event: `reset:${link.id}`,
    to: to.email,
    locale: to.locale,
    template: 'password-reset',
    data: { name: to.name, ...letter(ctx, 'reset', link) },
  })
}

/** Tells that the password is another now. `event`: what has changed it. */
export async function mailPasswordChanged(tx: Tx, to: Addressee, event: string, now: Date): Promise<void> {
  if (to.email === null) return
  await queueMail(tx, {
    event: `password-changed:${event}`,
    to: to.email,
    locale: to.locale,
    template: 'security-notice',
    data: { name: to.name, what: 'password-changed', at: now.toISOString() },
  })
}

export async function mailEmailConfirm(
  ctx: MailingContext,
  tx: Tx,
  to: Addressee,
  email: string,
  link: MadeLink,
): Promise<void> {
  await queueMail(tx, {
    event: `email:${link.id}`,
    to: email,
    locale: to.locale,
    template: 'email-change-confirm',
    data: { name: to.name, ...letter(ctx, 'email', link) },
  })
}

/** Tells the old address of the new one, with a way to object. `before`: the account as it was. */
export async function mailEmailChanged(
  ctx: MailingContext,
  tx: Tx,
  before: Addressee,
  change: { email: string; link: MadeLink; now: Date },
): Promise<void> {
  if (before.email === null) return
  await queueMail(tx, {
    event: `email-changed:${change.link.id}`,
    to: before.email,
    locale: before.locale,
    template: 'email-change-notice',
    data: {
      name: before.name,
      newEmail: shortened(change.email),
      at: change.now.toISOString(),
      ...letter(ctx, 'objection', change.link),
    },
  })
}
