import { isTanggal } from '@mufakat/domain'
import { z } from 'zod'

// The form of the letter. Messages are keys of `i18n`.

const text = (max: number) => z.string().trim().max(max, 'field.too-long')
const day = z
  .string()
  .trim()
  .refine(value => value === '' || isTanggal(value), 'field.date')
  .transform(value => value || null)
const optionalId = z
  .union([z.literal(''), z.uuid('field.invalid')], 'field.invalid')
  .transform(value => value || null)

export const editInvitationInput = z.object({
  rapatId: z.uuid('field.invalid'),
  /** The revision the form was filled from, 0 before there is a letter; an older one is a conflict. */
  revision: z.int('field.number').min(0, 'field.number'),
  number: text(100),
  letterDate: day,
  nature: text(60),
  attachments: text(100),
  subject: text(300),
  basis: text(1_000),
  note: text(1_000),
  /** One line each. */
  copies: z.array(text(200).min(1)).max(30, 'field.too-long'),
  signerId: optionalId,
  signerTitle: text(200),
  signerRank: text(100),
  nikConfirmed: z.boolean().optional(),
})
export type EditInvitationInput = z.infer<typeof editInvitationInput>

export const sendInvitationInput = z.object({ rapatId: z.uuid('field.invalid') })
