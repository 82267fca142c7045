import { FOLLOWINGS, isTanggal, PRIORITIES, STRATEGIES, TINDAK_LANJUT_STATUSES } from '@mufakat/domain'
import { z } from 'zod'

const id = z.uuid('field.invalid')
const nikConfirmed = z.boolean().optional()
const tanggal = z.string().refine(isTanggal, 'field.date')

/** Where a card is put: beside another, or at an end of the board. */
const place = z.union([
  z.object({ after: id }),
  z.object({ before: id }),
  z.object({ end: z.enum(['first', 'last']) }),
])
export type CardPlace = z.infer<typeof place>

export const moveCardInput = z.object({
  /** Made by who commands: the same one sent twice is done once. */
  commandId: id,
  cardId: id,
  status: z.enum(TINDAK_LANJUT_STATUSES, 'field.choose'),
  place,
})
export type MoveCardInput = z.infer<typeof moveCardInput>

export const MAX_CARD_TITLE = 500

export const addCardInput = z.object({
  commandId: id,
  title: z.string().trim().min(1, 'field.required').max(MAX_CARD_TITLE, 'field.too-long'),
  ownerOpdId: id,
  due: tanggal.nullable(),
  priority: z.enum(PRIORITIES, 'field.choose').nullable(),
  strategy: z.enum(STRATEGIES, 'field.choose').nullable(),
  status: z.enum(TINDAK_LANJUT_STATUSES, 'field.choose'),
  place,
  nikConfirmed,
})
export type AddCardInput = z.infer<typeof addCardInput>

/** Where evidence lies: only addresses that a browser opens as a page. */
export const webAddress = z
  .string()
  .trim()
  .max(2_000, 'field.too-long')
  .refine(text => /^https?:\/\//i.test(text) && URL.canParse(text), 'field.url')

export const addEvidenceInput = z.object({
  commandId: id,
  cardId: id,
  title: z.string().trim().min(1, 'field.required').max(300, 'field.too-long'),
  url: webAddress,
  /** Asks for verification in the same step. */
  ask: z.boolean().optional(),
  nikConfirmed,
})
export type AddEvidenceInput = z.infer<typeof addEvidenceInput>

export const judgeEvidenceInput = z
  .object({
    commandId: id,
    cardId: id,
    evidenceId: id,
    state: z.enum(['diterima', 'dikembalikan'], 'field.choose'),
    note: z.string().trim().max(1_000, 'field.too-long').default(''),
    /** Of what is accepted: the work is done with it. */
    finish: z.boolean().optional(),
    nikConfirmed,
  })
  .refine(({ state, note }) => state !== 'dikembalikan' || note !== '', {
    path: ['note'],
    message: 'field.required',
  })
export type JudgeEvidenceInput = z.infer<typeof judgeEvidenceInput>

export const askVerificationInput = z.object({ commandId: id, cardId: id })
export type AskVerificationInput = z.infer<typeof askVerificationInput>

export const withdrawEvidenceInput = z.object({ commandId: id, cardId: id, evidenceId: id })
export type WithdrawEvidenceInput = z.infer<typeof withdrawEvidenceInput>

const comment = z.string().trim().min(1, 'field.required').max(4_000, 'field.too-long')

export const addCommentInput = z.object({ commandId: id, cardId: id, body: comment, nikConfirmed })
export type AddCommentInput = z.infer<typeof addCommentInput>

export const editCommentInput = addCommentInput.extend({ commentId: id })
export type EditCommentInput = z.infer<typeof editCommentInput>

export const settleCommentInput = z.object({
  commandId: id,
  cardId: id,
  commentId: id,
  deed: z.enum(['selesai', 'buka', 'hapus'], 'field.choose'),
})
export type SettleCommentInput = z.infer<typeof settleCommentInput>

export const followCardInput = z.object({ cardId: id, following: z.enum(FOLLOWINGS, 'field.choose') })
export type FollowCardInput = z.infer<typeof followCardInput>
