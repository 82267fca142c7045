import { isTanggal } from '@mufakat/domain'
import { z } from 'zod'

const text = z.string().trim().min(1, 'field.required').max(120, 'field.too-long')
const email = z
  .union(
    [z.literal(''), z.string().trim().toLowerCase().max(200, 'field.too-long').pipe(z.email('field.email'))],
    'field.email',
  )
  .transform(value => (value === '' ? null : value))

const link = {
  rapatId: z.uuid('field.invalid'),
  canWrite: z.boolean(),
  /** The only agenda items to write in; null or left out: the whole notula. */
  itemIds: z
    .array(z.string().regex(/^[A-Za-z0-9~_-]{1,64}$/, 'field.invalid'))
    .min(1, 'field.items')
    .max(100, 'field.too-long')
    .nullable()
    .optional(),
  lastDay: z.string().trim().refine(isTanggal, 'field.date'),
  /** Where the link is mailed to; it is kept nowhere else. Null: it is handed over. */
  email,
}

export const inviteGuestInput = z.object({ ...link, name: text, agency: text })
export type InviteGuestInput = z.infer<typeof inviteGuestInput>

export const renewGuestLinkInput = z.object({ ...link, personId: z.uuid('field.invalid') })
export type RenewGuestLinkInput = z.infer<typeof renewGuestLinkInput>
