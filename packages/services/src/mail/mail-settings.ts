import { readSetting, writeSetting } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { z } from 'zod'
import { recordAudit } from '../audit'
import { authorise, inTransaction, type ServiceContext } from '../context'
import type { Vault } from '../vault'

/*
 * Where letters go. Invariants:
 * 1. The environment decides as a whole or not at all: with SMTP_HOST set, nothing that is stored here counts.
 * 2. The password is sealed under a key that is not in the database, and is never shown again.
 * 3. With nothing set, letters go into a folder, and nobody is told that they went further.
 */

export const MAIL_TLS = ['starttls', 'tls', 'none'] as const

/** A mail server and whose letters it takes. */
export interface MailServer {
  readonly host: string
  readonly port: number
  readonly tls: (typeof MAIL_TLS)[number]
  readonly user: string | null
  readonly password: string | null
  readonly from: string
  readonly fromName: string | null
  readonly replyTo: string | null
}

/** What mail needs besides: the environment's server, and the key of stored secrets. */
export interface MailContext extends ServiceContext {
  readonly vault: Vault
  readonly smtp: MailServer | null
}

const MAIL_SETTING = 'mail'
const OWNER = 'setting:mail'

const optional = <T extends z.ZodType<string>>(schema: T) =>
  z
    .union([z.literal(''), schema])
    .nullish()
    .transform(value => value || null)
const address = z.email('field.email').max(254, 'field.too-long')
const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max, 'field.too-long')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
    .regex(/^[^\u0000-\u001f\u007f<>"]*$/, 'field.invalid')

const outbox = z.object({ transport: z.literal('outbox') })
const server = z.object({
  transport: z.literal('smtp'),
  host: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9.:_-]{1,253}$/, 'field.invalid'),
  port: z.coerce
    .number('field.number')
    .int('field.number')
    .min(1, 'field.number')
    .max(65_535, 'field.number'),
  tls: z.enum(MAIL_TLS, 'field.choose'),
  user: optional(line(200)),
  from: address,
  fromName: optional(line(120)),
  replyTo: optional(address),
})

/** The form in Pengaturan. An empty password keeps the one that is stored, as long as user and host stay. */
export const mailSettingsInput = z.discriminatedUnion('transport', [
  outbox,
  server.extend({ password: optional(z.string().max(500, 'field.too-long')) }),
])
export type MailSettingsInput = z.infer<typeof mailSettingsInput>

const stored = z.union([outbox, server.extend({ sealed: z.base64().nullable() })])
type Stored = z.infer<typeof stored>

async function readStored(ctx: ServiceContext): Promise<Stored> {
  const found = stored.safeParse(await readSetting(ctx.database.db, MAIL_SETTING))
  return found.success ? found.data : { transport: 'outbox' }
}

/** The server that letters go to now; null: the file outbox. */
export async function mailServer(ctx: MailContext): Promise<MailServer | null> {
  if (ctx.smtp !== null) return ctx.smtp
  const found = await readStored(ctx)
  if (found.transport === 'outbox') return null
  const { transport: _, sealed, ...rest } = found
  const opened =
    sealed === null ? null : ctx.vault.open('smtp-password', OWNER, Buffer.from(sealed, 'base64'))
  return { ...rest, password: opened === null ? null : Buffer.from(opened).toString('utf8') }
}

export interface MailSettingsView {
  /** `environment`: fixed by the one who runs the system, nothing here can be changed. */
  readonly source: 'environment' | 'stored'
  readonly transport: 'outbox' | 'smtp'
  readonly server: Omit<MailServer, 'password'> | null
  readonly hasPassword: boolean
}

/** The settings as their form shows them. */
export async function mailSettings(ctx: MailContext, actor: Actor | null): Promise<MailSettingsView> {
  authorise(actor, 'mail.configure')
  if (ctx.smtp !== null) {
    const { password, ...shown } = ctx.smtp
    return { source: 'environment', transport: 'smtp', server: shown, hasPassword: password !== null }
  }
  const found = await readStored(ctx)
  if (found.transport === 'outbox')
    return { source: 'stored', transport: 'outbox', server: null, hasPassword: false }
  const { transport, sealed, ...shown } = found
  return { source: 'stored', transport, server: shown, hasPassword: sealed !== null }
}

/** Stores the settings; they hold from the next letter on. `conflict` while the environment decides. */
export async function saveMailSettings(
  ctx: MailContext,
  actor: Actor | null,
  input: MailSettingsInput,
): Promise<void> {
  authorise(actor, 'mail.configure')
  if (ctx.smtp !== null) throw new AppError('conflict', 'mail is set by the environment')
  const now = ctx.clock.now()
  const before = await readStored(ctx)
  const after = sealed(ctx, before, input)
  await inTransaction(ctx, async tx => {
    await writeSetting(tx, { key: MAIL_SETTING, value: after, now })
    const fields = Object.keys({ ...before, ...after }).filter(
      name => JSON.stringify(before[name as keyof Stored]) !== JSON.stringify(after[name as keyof Stored]),
    )
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'mail.configure',
      details: { fields: fields.map(name => (name === 'sealed' ? 'password' : name)) },
    })
  })
}

function sealed(ctx: MailContext, before: Stored, input: MailSettingsInput): Stored {
  if (input.transport === 'outbox') return input
  const { password, ...rest } = input
  // What was given for one server is not shown to another.
  const isSame = before.transport === 'smtp' && before.host === rest.host && before.user === rest.user
  if (rest.user === null) return { ...rest, sealed: null }
  if (password === null) {
    if (!isSame || before.sealed === null)
      throw new AppError('invalid-input', 'password', { fields: { password: 'field.required' } })
    return { ...rest, sealed: before.sealed }
  }
  if (rest.tls === 'none' && !/^(?:localhost|::1|127(?:\.\d{1,3}){3})$/.test(rest.host))
    throw new AppError('invalid-input', 'tls', { fields: { tls: 'field.tls-needed' } })
  const box = ctx.vault.seal('smtp-password', OWNER, Buffer.from(password, 'utf8'))
  return { ...rest, sealed: Buffer.from(box).toString('base64') }
}
