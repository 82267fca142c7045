import { z } from 'zod'

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

/** "0812-3456-7890", "+62 812 …" and "62812…" are one number; empty: none. */
export const phoneInput = z.object({
  phone: z
    .string()
    .trim()
    .max(30, 'field.phone')
    .transform(text => text.replace(/[\s().-]/g, ''))
    .transform(text => text.replace(/^0(?=[1-9])/, '+62').replace(/^62(?=[1-9])/, '+62'))
    .refine(text => text === '' || /^\+[1-9]\d{7,14}$/.test(text), 'field.phone')
    .transform(text => text || null),
})
export type PhoneInput = z.infer<typeof phoneInput>
