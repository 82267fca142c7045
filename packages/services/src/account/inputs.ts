import { GOLONGAN, HOLDING_KINDS, isTanggal, normalizeNip, ROLES } from '@mufakat/domain'
import { z } from 'zod'

// Forms of accounts. Messages are keys of `i18n`.

const id = z.uuid('field.invalid')
const name = z.string().trim().min(1, 'field.required').max(200, 'field.too-long')
const emailAddress = z.string().trim().toLowerCase().max(200, 'field.too-long').pipe(z.email('field.email'))
const email = z
  .union([z.literal(''), emailAddress], 'field.email')
  .transform(value => (value === '' ? null : value))
const nip = z
  .string()
  .trim()
  .refine(value => value === '' || normalizeNip(value) !== null, 'field.nip')
  .transform(value => normalizeNip(value))
const golongan = z
  .union([z.literal(''), z.enum(GOLONGAN)], 'field.choose')
  .transform(value => (value === '' ? null : value))
/** "0812-3456-7890", "+62 812 …" and "62812…" are one number, kept with the code of its country; empty: none. */
export const telephone = z
  .string()
  .trim()
  .max(30, 'field.phone')
  .transform(text => text.replace(/[\s().-]/g, ''))
  .transform(text => text.replace(/^0(?=[1-9])/, '+62').replace(/^62(?=[1-9])/, '+62'))
  .refine(text => text === '' || /^\+[1-9]\d{7,14}$/.test(text), 'field.phone')
  .transform(text => text || null)
const day = z.string().trim().refine(isTanggal, 'field.date')
const optionalDay = z
  .string()
  .trim()
  .refine(value => value === '' || isTanggal(value), 'field.date')
  .transform(value => value || null)
/** Its rules are the domain's, with the words of the person it is for; here only what is too large to look at. */
const newPassword = z.string().min(1, 'field.required').max(400, 'field.too-long')
const knownPassword = z.string().min(1, 'field.required').max(400, 'field.too-long')

const account = { name, email, nip, golongan, phone: telephone, role: z.enum(ROLES, 'field.choose') }
const hasLogin = (value: { email: string | null; nip: string | null }) =>
  value.email !== null || value.nip !== null

export const addAccountInput = z
  .object(account)
  .refine(hasLogin, { path: ['email'], message: 'field.email-or-nip' })
export type AddAccountInput = z.infer<typeof addAccountInput>

export const editAccountInput = z
  .object({ ...account, personId: id, revision: z.number('field.number').int('field.number') })
  .refine(hasLogin, { path: ['email'], message: 'field.email-or-nip' })
export type EditAccountInput = z.infer<typeof editAccountInput>

export const accountFilterInput = z.object({
  text: z.string().trim().max(100).catch(''),
  role: z.enum(ROLES).nullable().catch(null),
  opdId: id.nullable().catch(null),
  state: z.enum(['active', 'uninvited', 'inactive']).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type AccountFilterInput = z.infer<typeof accountFilterInput>

export const newPasswordInput = z.object({ password: newPassword })
export type NewPasswordInput = z.infer<typeof newPasswordInput>

export const changePasswordInput = z.object({
  current: knownPassword,
  password: newPassword,
  endOthers: z.boolean(),
})
export type ChangePasswordInput = z.infer<typeof changePasswordInput>

export const askResetInput = z.object({
  login: z.string().trim().min(1, 'field.required').max(200, 'field.too-long'),
})
export type AskResetInput = z.infer<typeof askResetInput>

export const askEmailInput = z.object({ email: emailAddress, current: knownPassword })
export type AskEmailInput = z.infer<typeof askEmailInput>

const spell = { kind: z.enum(HOLDING_KINDS, 'field.choose'), from: day, until: optionalDay }

export const assignJabatanInput = z.object({
  personId: id,
  opdId: z.uuid('field.required'),
  jabatan: name,
  /** Whether a jabatan that is not there yet is the head's. */
  isHead: z.boolean(),
  ...spell,
})
export type AssignJabatanInput = z.infer<typeof assignJabatanInput>

export const endHoldingInput = z.object({ holdingId: id, until: day })
export type EndHoldingInput = z.infer<typeof endHoldingInput>

export const handOverInput = z.object({
  holdingId: id,
  personId: z.uuid('field.required'),
  ...spell,
  /** Planned rapat whose chair or notulis changes hands, too. */
  rapatIds: z.array(id).max(300, 'field.too-long'),
})
export type HandOverInput = z.infer<typeof handOverInput>
