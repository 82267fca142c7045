import { isTanggal, LOCALES, MAX_MINUTES, RAPAT_STATUSES } from '@mufakat/domain'
import { z } from 'zod'

// One schema per form, shared by the page, its action and the use-case. Messages are keys under `error.field.`.

const id = z.uuid('required')
const optionalId = z
  .union([z.literal(''), z.null(), z.uuid('invalid')])
  .transform(value => (value === '' ? null : value))
const day = z
  .string()
  .trim()
  .refine(value => value === '' || isTanggal(value), 'date')
  .nullable()
  .transform(value => value || null)
const hour = z
  .string()
  .trim()
  .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$/, 'time')
  .nullable()
  .transform(value => value || null)
const title = z.string().trim().min(1, 'required').max(300, 'too-long')
const place = z.string().trim().max(300, 'too-long')
const minutes = z.number('number').int('number').min(1, 'number').max(MAX_MINUTES, 'number').nullable()

export const signInInput = z.object({
  login: z.string().trim().min(1, 'required').max(200, 'too-long'),
  password: z.string().min(1, 'required').max(200, 'too-long'),
})
export type SignInInput = z.infer<typeof signInInput>

export const profileInput = z.object({ locale: z.enum(LOCALES, 'invalid') })
export type ProfileInput = z.infer<typeof profileInput>

const agendaItemInput = z.object({
  title: z.string().trim().min(1, 'required').max(500, 'too-long'),
  minutes: z.number('number').int('number').min(0, 'number').max(MAX_MINUTES, 'number').nullable(),
  presenter: z.string().trim().max(200, 'too-long').nullable(),
})

const schedule = {
  title,
  year: z.number('number').int('number').min(2000, 'number').max(2100, 'number'),
  quarter: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)], 'invalid'),
  date: day,
  startTime: hour,
  plannedMinutes: minutes,
  place,
  chairId: optionalId,
  notulisId: optionalId,
}

export const createRapatInput = z.object({
  ...schedule,
  invitedOpdIds: z.array(id).max(300, 'too-long'),
  /** Left out: the standing items of the triwulan template. */
  agenda: z.array(agendaItemInput).max(100, 'too-long').optional(),
})
/** After parsing. */
export type CreateRapatInput = z.infer<typeof createRapatInput>

export const updateRapatInput = z.object({
  ...schedule,
  rapatId: id,
  /** The revision the form was filled from; an older one is a conflict. */
  revision: z.number('number').int('number'),
})
export type UpdateRapatInput = z.infer<typeof updateRapatInput>

export const setRapatStatusInput = z.object({ rapatId: id, status: z.enum(RAPAT_STATUSES, 'invalid') })
export type SetRapatStatusInput = z.infer<typeof setRapatStatusInput>

export const editPesertaInput = z.object({
  rapatId: id,
  invitedOpdIds: z.array(id).max(300, 'too-long'),
  guests: z.array(z.object({ personId: id, canWrite: z.boolean() })).max(300, 'too-long'),
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
