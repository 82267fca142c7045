import {
  BOARD_STATUSES,
  CARD_GROUPS,
  CARD_SORTS,
  isTanggal,
  MAX_FILTER_TEXT,
  PRIORITIES,
  STRATEGIES,
  TINDAK_LANJUT_STATUSES,
  WHOSE,
} from '@mufakat/domain'
import { z } from 'zod'

const id = z.uuid('field.invalid').nullable()
const day = z.string().refine(isTanggal, 'field.date').nullable()

/** What is looked for, in every view of the same cards (domain, PV1). */
export const cardFilterInput = z.object({
  text: z.string().max(MAX_FILTER_TEXT),
  opdId: id,
  strategy: z.enum(STRATEGIES, 'field.choose').nullable(),
  status: z.enum(TINDAK_LANJUT_STATUSES, 'field.choose').nullable(),
  priority: z.enum(PRIORITIES, 'field.choose').nullable(),
  rapatId: id,
  whose: z.enum(WHOSE, 'field.choose').nullable(),
  isLate: z.boolean(),
  isToVerify: z.boolean(),
  dueFrom: day,
  dueTo: day,
})

/** What is looked for on a board, and from where on. */
export const boardStartInput = cardFilterInput.extend({
  /** One column alone; null: all of them. */
  only: z.enum(BOARD_STATUSES, 'field.choose').nullable(),
  /** A rank: what stands after it. */
  after: z.string().max(200).nullable(),
})
export type BoardStartInput = z.infer<typeof boardStartInput>

/** A page of the table, and how it is put. */
export const cardTableInput = z.object({
  filter: cardFilterInput,
  sort: z.enum(CARD_SORTS, 'field.choose'),
  isDown: z.boolean(),
  group: z.enum(CARD_GROUPS, 'field.choose').nullable(),
  /** From 1. */
  page: z.number().int().min(1).max(10_000),
})
export type CardTableInput = z.infer<typeof cardTableInput>
