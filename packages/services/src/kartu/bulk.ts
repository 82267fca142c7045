import { createHash } from 'node:crypto'
import { type CardRow, findCard } from '@mufakat/db'
import {
  type Actor,
  isCode,
  isLockedCard,
  isOpenTindakLanjut,
  isTanggal,
  PRIORITIES,
  TINDAK_LANJUT_STATUSES,
} from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { z } from 'zod'
import { authorise, isRowId, type ServiceContext } from '../context'
import { editCard } from './edit'
import { moveCard } from './move'
import { handOverCard, postponeCard } from './postpone'

// One change of many cards (domain, PV5). Each is a command of its own, with an id that follows from that of the whole:
// what was cut off half way is sent again, and does what is left.

/** As many as a page of the table has. */
const MOST_CARDS = 100

export const CHANGED_FIELDS = ['status', 'prioritas', 'opd', 'tenggat'] as const
export type ChangedField = (typeof CHANGED_FIELDS)[number]

export const changeCardsInput = z.object({
  commandId: z.uuid('field.invalid'),
  field: z.enum(CHANGED_FIELDS, 'field.choose'),
  /** A code, an id or a day; empty: none. */
  value: z.string().max(40, 'field.invalid'),
  reason: z.string().trim().max(1_000, 'field.too-long'),
  /** Each with what stood there when the change began. */
  cards: z
    .array(z.object({ id: z.uuid('field.invalid'), from: z.string().max(40) }))
    .min(1, 'field.required')
    .max(MOST_CARDS, 'field.too-many'),
})
export type ChangeCardsInput = z.infer<typeof changeCardsInput>

/** Why a card stays as it was. */
export type ChangeFault =
  | 'not-own'
  | 'forbidden'
  | 'evidence'
  | 'draft'
  | 'closed'
  | 'gone'
  | 'changed'
  | 'owner'
  | 'reason'
  | 'past'
  | 'nik'

export interface ChangeVerdict {
  readonly cardId: string
  /** `same`: it stood so already. */
  readonly verdict: 'done' | 'same' | ChangeFault
}

/** The same for the same card of the same change. */
function commandOf(commandId: string, cardId: string): string {
  const hex = createHash('sha256').update(`${commandId} ${cardId}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const FAULT_OF_FIELD: Readonly<Record<string, ChangeFault>> = {
  'field.evidence': 'evidence',
  'field.nik': 'nik',
  'field.to-past': 'past',
  'field.required': 'reason',
}

function faultOf(error: unknown, card: CardRow | null): ChangeFault {
  if (!(error instanceof AppError)) throw error
  if (error.code === 'not-found' || card === null) return 'gone'
  if (error.code === 'forbidden') return error.message.includes('kartu.verify') ? 'forbidden' : 'not-own'
  const [key] = Object.values(error.fields)
  if (error.code === 'conflict') {
    if (key !== undefined) return 'changed'
    if (isLockedCard(card.notulaState)) return 'draft'
    return isOpenTindakLanjut(card.status) ? 'gone' : 'closed'
  }
  if (error.code !== 'invalid-input') throw error
  return (key === undefined ? undefined : FAULT_OF_FIELD[key]) ?? 'owner'
}

async function change(
  ctx: ServiceContext,
  actor: Actor,
  { commandId, field, value, reason }: ChangeCardsInput,
  { id: cardId, from }: { id: string; from: string },
): Promise<void> {
  const about = { commandId: commandOf(commandId, cardId), cardId }
  const was = from === '' ? null : from
  if (field === 'status' && isCode(TINDAK_LANJUT_STATUSES, value))
    await moveCard(ctx, actor, { ...about, status: value, place: { after: cardId } })
  if (field === 'prioritas') {
    const to = isCode(PRIORITIES, value) ? value : null
    await editCard(ctx, actor, { ...about, change: { priority: { from: was, to } } })
  }
  if (field === 'opd') await handOverCard(ctx, actor, { ...about, from: was, ownerOpdId: value, reason })
  if (field === 'tenggat') await postponeCard(ctx, actor, { ...about, from: was, to: value, reason })
}

function isValue({ field, value }: ChangeCardsInput): boolean {
  switch (field) {
    case 'status':
      return isCode(TINDAK_LANJUT_STATUSES, value)
    case 'prioritas':
      return value === '' || isCode(PRIORITIES, value)
    case 'opd':
      return isRowId(value)
    case 'tenggat':
      return isTanggal(value)
  }
}

/** Changes one thing of many cards, as far as this person may; what is refused is told card by card. */
export async function changeCards(
  ctx: ServiceContext,
  actor: Actor | null,
  input: ChangeCardsInput,
): Promise<ChangeVerdict[]> {
  authorise(actor, 'kartu.list')
  if (!isValue(input)) throw new AppError('invalid-input', 'value', { fields: { value: 'field.choose' } })
  const verdicts: ChangeVerdict[] = []
  for (const one of input.cards) {
    const { id: cardId } = one
    if (one.from === input.value) {
      verdicts.push({ cardId, verdict: 'same' })
      continue
    }
    try {
      await change(ctx, actor, input, one)
      verdicts.push({ cardId, verdict: 'done' })
    } catch (error) {
      verdicts.push({ cardId, verdict: faultOf(error, await findCard(ctx.database.db, cardId)) })
    }
  }
  return verdicts
}
