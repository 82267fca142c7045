import { REMARK_KINDS } from '@mufakat/domain'
import { z } from 'zod'

const MAX_BODY = 4_000
/** A stretch of a line; longer ones are spoken of as a whole. */
const MAX_QUOTE = 4_000

const id = z.uuid('field.invalid')
const body = z.string().trim().max(MAX_BODY, 'field.too-long')
const nikConfirmed = z.boolean().optional()

const offset = z.int().min(0).max(1_000_000)

export const addRemarkInput = z
  .object({
    rapatId: id,
    kind: z.enum(REMARK_KINDS, 'field.choose'),
    /** What the person points at: a text of the document, a line of it, and what they see there. */
    place: z.object({
      root: z.string().min(1).max(200),
      lineId: z.string().min(1).max(100),
      from: offset,
      to: offset,
      quote: z.string().max(MAX_QUOTE, 'field.too-long'),
    }),
    body,
    /** The other wording; of a suggestion alone. */
    proposal: z
      .string()
      .max(MAX_BODY, 'field.too-long')
      .nullable()
      .transform(text => text?.replace(/\s*\n\s*/g, ' ') ?? null),
    nikConfirmed,
  })
  .superRefine(({ kind, body: said, proposal, place }, check) => {
    const refuse = (field: string, message: string) =>
      check.addIssue({ code: 'custom', path: [field], message })
    if (kind === 'komentar') {
      if (said === '') refuse('body', 'field.required')
    } else if (proposal === null) refuse('proposal', 'field.required')
    else if (place.quote === '') refuse('proposal', 'field.no-words')
    else if (proposal.trim() === place.quote.trim()) refuse('proposal', 'field.same-words')
  })
export type AddRemarkInput = z.infer<typeof addRemarkInput>

export const replyRemarkInput = z.object({
  rapatId: id,
  remarkId: id,
  body: body.min(1, 'field.required'),
  nikConfirmed,
})
export type ReplyRemarkInput = z.infer<typeof replyRemarkInput>

/** `take`: into the notula. The other three close: dealt with, declined, taken back by its author. */
export const REMARK_DEEDS = ['close', 'reopen', 'take', 'decline', 'withdraw'] as const
export type RemarkDeed = (typeof REMARK_DEEDS)[number]

export const settleRemarkInput = z.object({
  rapatId: id,
  remarkId: id,
  deed: z.enum(REMARK_DEEDS, 'field.choose'),
  note: z.string().trim().max(1_000, 'field.too-long').default(''),
  nikConfirmed,
})
export type SettleRemarkInput = z.infer<typeof settleRemarkInput>
