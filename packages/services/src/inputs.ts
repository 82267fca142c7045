import { isTanggal, LOCALES, MAX_MINUTES, RAPAT_STATUSES } from '@mufakat/domain'
import { z } from 'zod'
import { AUDIT_ACTIONS } from './audit'

/** In place of a person: what the system did by itself. */
export const SYSTEM = 'sistem'

// One schema per form, shared by the page, its action and the use-case. Messages are keys of `i18n`.

const id = z.uuid('field.required')
const optionalId = z
  .union([z.literal(''), z.null(), z.uuid('field.invalid')])
  .transform(value => (value === '' ? null : value))
const day = z
  .string()
  .trim()
  .refine(value => value === '' || isTanggal(value), 'field.date')
  .nullable()
  .transform(value => value || null)
const hour = z
  .string()
  .trim()
  .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$/, 'field.time')
  .nullable()
  .transform(value => value || null)
const title = z.string().trim().min(1, 'field.required').max(300, 'field.too-long')
const place = z.string().trim().max(300, 'field.too-long')
const minutes = z
  .number('field.number')
  .int('field.number')
  .min(1, 'field.number')
  .max(MAX_MINUTES, 'field.number')
  .nullable()

export const signInInput = z.object({
  login: z.string().trim().min(1, 'field.required').max(200, 'field.too-long'),
  password: z.string().min(1, 'field.required').max(200, 'field.too-long'),
})
export type SignInInput = z.infer<typeof signInInput>

export const profileInput = z.object({ locale: z.enum(LOCALES, 'field.choose') })
export type ProfileInput = z.infer<typeof profileInput>

/** Who, what, in which rapat, from which to which day (both included, WIB); null: any. */
export const auditFilterInput = z.object({
  actor: z
    .union([z.uuid(), z.literal(SYSTEM)])
    .nullable()
    .catch(null),
  action: z.enum(AUDIT_ACTIONS).nullable().catch(null),
  rapatId: z.uuid().nullable().catch(null),
  from: z.string().refine(isTanggal).nullable().catch(null),
  until: z.string().refine(isTanggal).nullable().catch(null),
})
export type AuditFilterInput = z.infer<typeof auditFilterInput>

export const journalKeyInput = z.object({ deviceId: z.uuid('field.invalid') })
export type JournalKeyInput = z.infer<typeof journalKeyInput>

const agendaItemInput = z.object({
  title: z.string().trim().min(1, 'field.required').max(500, 'field.too-long'),
  minutes: z
    .number('field.number')
    .int('field.number')
    .min(0, 'field.number')
    .max(MAX_MINUTES, 'field.number')
    .nullable(),
  presenter: z.string().trim().max(200, 'field.too-long').nullable(),
})

const schedule = {
  title,
  year: z.number('field.number').int('field.number').min(2000, 'field.number').max(2100, 'field.number'),
  quarter: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)], 'field.invalid'),
  date: day,
  startTime: hour,
  plannedMinutes: minutes,
  place,
  chairId: optionalId,
  notulisId: optionalId,
  /** Left out: as it is. */
  seriesId: optionalId.optional(),
}

/** Numbers in it that look like a NIK may stand there: its person was asked. */
const nikConfirmed = z.boolean().optional()

export const createRapatInput = z.object({
  ...schedule,
  nikConfirmed,
  invitedOpdIds: z.array(id).max(300, 'field.too-long'),
  /** Left out: the standing items of the triwulan template. */
  agenda: z.array(agendaItemInput).max(100, 'field.too-long').optional(),
})
/** After parsing. */
export type CreateRapatInput = z.infer<typeof createRapatInput>

export const updateRapatInput = z.object({
  ...schedule,
  nikConfirmed,
  rapatId: id,
  /** The revision the form was filled from; an older one is a conflict. */
  revision: z.number('field.number').int('field.number'),
})
export type UpdateRapatInput = z.infer<typeof updateRapatInput>

export const setRapatStatusInput = z.object({ rapatId: id, status: z.enum(RAPAT_STATUSES, 'field.choose') })
export type SetRapatStatusInput = z.infer<typeof setRapatStatusInput>

export const editPesertaInput = z.object({
  rapatId: id,
  invitedOpdIds: z.array(id).max(300, 'field.too-long'),
  guests: z.array(z.object({ personId: id, canWrite: z.boolean() })).max(300, 'field.too-long'),
})
export type EditPesertaInput = z.infer<typeof editPesertaInput>

export const rapatFilterInput = z.object({
  year: z.number().int().nullable().default(null),
  quarter: z
    .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
    .nullable()
    .default(null),
  status: z.enum(RAPAT_STATUSES).nullable().default(null),
  /** Words in title or place, any case; "notulen" is nothing special here. */
  text: z.string().trim().max(100).default(''),
})
export type RapatFilter = z.infer<typeof rapatFilterInput>

const seq = z.number('field.number').int('field.number').min(0, 'field.number')
const blockId = z.string().regex(/^[A-Za-z0-9~_-]{1,64}$/, 'field.invalid')

export const nameVersionInput = z.object({
  rapatId: id,
  name: z.string().trim().min(1, 'field.required').max(120, 'field.too-long'),
  nikConfirmed,
})
export type NameVersionInput = z.infer<typeof nameVersionInput>

export const bringBackInput = z.object({
  rapatId: id,
  /** The version to take it from. */
  seq,
  /** The newest sequence when the person looked; null: now. */
  seen: seq.nullable(),
  /** Only this item, or only this line; neither: the whole notula. */
  itemId: blockId.nullable(),
  lineId: blockId.nullable(),
})
export type BringBackInput = z.infer<typeof bringBackInput>

export const passageInput = z.object({
  rapatId: id,
  /** Exactly as it stood. Shorter ones would take too much along. */
  passage: z
    .string()
    .min(4, 'field.too-short')
    .max(500, 'field.too-long')
    .refine(text => !/[\p{Cc}\p{Surrogate}\ufffc]/u.test(text), 'field.invalid'),
})
export type PassageInput = z.infer<typeof passageInput>

export const settleRescueInput = z.object({
  rapatId: id,
  key: z.string().regex(/^\d{1,10}-\d{1,16}$/, 'field.invalid'),
  outcome: z.enum(['restored', 'dismissed'], 'field.choose'),
})
export type SettleRescueInput = z.infer<typeof settleRescueInput>
