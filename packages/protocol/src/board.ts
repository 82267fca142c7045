import { PRIORITIES, STRATEGIES, TINDAK_LANJUT_STATUSES } from '@mufakat/domain'
// The namespace, as in catalogue.ts.
import * as z from 'zod'

const count = z.int().min(0)
const id = z.uuid()
const status = z.enum(TINDAK_LANJUT_STATUSES)

/** A card as a board shows it; the words are those of `services`. */
export const boardCard = z.object({
  id,
  title: z.string(),
  opdId: id.nullable(),
  jabatan: z.string().nullable(),
  due: z.string().nullable(),
  postponed: count,
  priority: z.enum(PRIORITIES).nullable(),
  strategy: z.enum(STRATEGIES).nullable(),
  status,
  progress: count,
  evidence: count,
  accepted: count,
  comments: count,
  rank: z.string(),
  revision: count,
  from: z.object({ rapatId: id, lineId: z.string(), isDraft: z.boolean() }).nullable(),
})
export type BoardCard = z.output<typeof boardCard>

/** Cards as they are now, and ids of those that are not there any more, or never were for this person. */
export const boardChanges = z.object({
  revision: count,
  cards: z.array(boardCard),
  gone: z.array(id),
})
export type BoardChangesOnWire = z.output<typeof boardChanges>

/** Where a card is put: beside another, or at an end of the board. */
export const boardPlace = z.union([
  z.object({ after: id }),
  z.object({ before: id }),
  z.object({ end: z.enum(['first', 'last']) }),
])
export type BoardPlace = z.output<typeof boardPlace>

/** Made by who commands: the same one sent twice is done once. */
export const boardMove = z.object({ commandId: id, cardId: id, status, place: boardPlace })
export type BoardMove = z.output<typeof boardMove>

/** What somebody is doing with a card at this moment. */
export const CARD_ACTS = ['open', 'move'] as const
const act = z.enum(CARD_ACTS)
export type CardAct = (typeof CARD_ACTS)[number]

/** A card that somebody has open or is moving. */
export const heldCard = z.object({ id, act })
export type HeldCard = z.output<typeof heldCard>

/** Who it is, stamped by the server; `card` null: nobody's any more, as far as who hears it may know. */
export const holding = z.object({
  /** Of this connection: a person with two pages is here twice. */
  key: z.string().max(40),
  who: z.object({ personId: id, name: z.string(), opd: z.string().nullable() }).nullable(),
  card: heldCard.nullable(),
})
export type Holding = z.output<typeof holding>

/** What a command came to: the card as it is now. */
export const boardDone = z.object({ revision: count, card: boardCard })
