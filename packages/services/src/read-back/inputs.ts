import { isTanggal } from '@mufakat/domain'
import { z } from 'zod'

const id = z.uuid('field.invalid')
const lineId = z.string().min(1).max(100)
/** Who said it, where somebody else writes it down. */
const saidBy = z.string().trim().max(200, 'field.too-long').default('')
/** SHA-256 in hex of what the person had before their eyes. */
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'field.invalid')
const nikConfirmed = z.boolean().optional()

export const acceptInput = z.object({ rapatId: id, lineId, hash, saidBy, nikConfirmed })
export type AcceptInput = z.infer<typeof acceptInput>

export const counterInput = z.object({
  rapatId: id,
  lineId,
  hash,
  saidBy,
  text: z
    .string()
    .trim()
    .min(1, 'field.required')
    .max(4_000, 'field.too-long')
    .transform(text => text.replace(/\s*\n\s*/g, ' ')),
  ownerOpdId: z.uuid('field.choose'),
  tenggat: z
    .string()
    .trim()
    .refine(value => value === '' || isTanggal(value), 'field.date')
    .transform(value => value || null),
  reason: z.string().trim().min(1, 'field.required').max(1_000, 'field.too-long'),
  nikConfirmed,
})
export type CounterInput = z.infer<typeof counterInput>

export const decideCounterInput = z.object({
  rapatId: id,
  answerId: id,
  deed: z.enum(['take', 'decline'], 'field.choose'),
  note: z.string().trim().max(1_000, 'field.too-long').default(''),
  nikConfirmed,
})
export type DecideCounterInput = z.infer<typeof decideCounterInput>
