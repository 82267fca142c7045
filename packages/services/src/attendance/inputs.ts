import { normalizeNip, PRESENCES, RSVPS } from '@mufakat/domain'
import { z } from 'zod'
import { telephone } from '../account/inputs'

// Forms of answers and attendance. Messages are keys of `i18n`.

const id = z.uuid('field.invalid')
const text = (max: number) => z.string().trim().max(max, 'field.too-long')
const nip = z
  .string()
  .trim()
  .refine(value => value === '' || normalizeNip(value) !== null, 'field.nip')
  .transform(value => normalizeNip(value))
const optionalId = z.union([z.literal(''), id], 'field.invalid').transform(value => value || null)
const hour = z
  .string()
  .trim()
  .regex(/^(?:(?:[01]\d|2[0-3])[:.][0-5]\d)?$/, 'field.time')
  .transform(value => value.replace('.', ':') || null)

/** Whom a line of the list is about: an invited OPD, a person, or one who came without an account. */
const key = z
  .string()
  .regex(/^(?:opd|person|row):[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'field.invalid')
const line = {
  rapatId: id,
  key,
  /** The revision that was seen, 0 where nothing was known of them; an older one is a conflict. */
  revision: z.int('field.number').min(0, 'field.number'),
}
const nikConfirmed = z.boolean().optional()

export const answerRsvpInput = z.object({
  ...line,
  answer: z.enum(RSVPS, 'field.choose'),
  /** Somebody of the OPD; null: somebody by name. */
  deputyId: optionalId,
  deputyName: text(120),
  deputyJabatan: text(200),
  reason: text(300),
  nikConfirmed,
})
export type AnswerRsvpInput = z.infer<typeof answerRsvpInput>

export const markAttendanceInput = z.object({ ...line, presence: z.enum(PRESENCES, 'field.choose') })
export type MarkAttendanceInput = z.infer<typeof markAttendanceInput>

export const correctAttendanceInput = z.object({
  ...line,
  presence: z
    .union([z.literal(''), z.enum(PRESENCES, 'field.choose')], 'field.choose')
    .transform(value => value || null),
  deputyName: text(120),
  deputyJabatan: text(200),
  deputyNip: nip,
  /** Of the day of the rapat, in the zone. */
  arrivedAt: hour,
  leftAt: hour,
  nikConfirmed,
})
export type CorrectAttendanceInput = z.infer<typeof correctAttendanceInput>

const somebody = {
  rapatId: id,
  name: text(120).min(1, 'field.required'),
  nip,
  jabatan: text(200),
  agency: text(120).min(1, 'field.required'),
  phone: telephone,
  nikConfirmed,
}

export const addWalkInInput = z.object(somebody)
export type AddWalkInInput = z.infer<typeof addWalkInInput>

/** `ticket`: what the code on the wall was exchanged for. */
export const registerWalkInInput = z.object({ ...somebody, ticket: z.string().max(200) })
export type RegisterWalkInInput = z.infer<typeof registerWalkInInput>

export const settleWalkInInput = z.object({ ...line, outcome: z.enum(['confirm', 'reject'], 'field.choose') })
export type SettleWalkInInput = z.infer<typeof settleWalkInInput>
