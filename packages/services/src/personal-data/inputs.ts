import { z } from 'zod'
import { telephone } from '../account/inputs'

// Forms about people's data. Messages are keys of `i18n`.

const id = z.uuid('field.invalid')
const words = z.string().trim().max(1_000, 'field.too-long')

export const askErasureInput = z.object({
  wish: words,
  /** Understood what it means. */
  confirmed: z.literal(true, 'field.confirm'),
  nikConfirmed: z.boolean().optional(),
})
export type AskErasureInput = z.infer<typeof askErasureInput>

/** A refusal says why; what is granted cannot be taken back, so it is confirmed. */
export const decideErasureInput = z.discriminatedUnion(
  'decision',
  [
    z.object({
      decision: z.literal('granted'),
      requestId: id,
      confirmed: z.literal(true, 'field.confirm'),
    }),
    z.object({
      decision: z.literal('refused'),
      requestId: id,
      reason: words.min(1, 'field.required'),
    }),
  ],
  'field.choose',
)
export type DecideErasureInput = z.infer<typeof decideErasureInput>

export const phoneInput = z.object({ phone: telephone })
export type PhoneInput = z.infer<typeof phoneInput>
