import { CADENCES, isTanggal, MAX_MINUTES } from '@mufakat/domain'
import { z } from 'zod'

// Messages are keys of `i18n`.

const id = z.uuid('field.required')
const optionalId = z
  .union([z.literal(''), z.null(), z.uuid('field.invalid')])
  .transform(value => (value === '' ? null : value))
const reason = z.string().trim().min(1, 'field.required').max(1_000, 'field.too-long')
const minutes = z
  .number('field.number')
  .int('field.number')
  .min(1, 'field.number')
  .max(MAX_MINUTES, 'field.number')
  .nullable()
const nikConfirmed = z.boolean().optional()
const blockId = z.string().regex(/^[A-Za-z0-9~_-]{1,64}$/, 'field.invalid')

/** Whoever exercises a jabatan on the day, or a person; null: nobody yet. */
const officer = z
  .object({ kind: z.enum(['jabatan', 'person'], 'field.choose'), id: z.uuid('field.invalid') })
  .nullable()

const standingItem = z.object({
  title: z.string().trim().min(1, 'field.required').max(450, 'field.too-long'),
  minutes: z
    .number('field.number')
    .int('field.number')
    .min(0, 'field.number')
    .max(MAX_MINUTES, 'field.number'),
  presenter: z.string().trim().max(200, 'field.too-long'),
  /** The list of what is left to do stands here. */
  carried: z.boolean().optional(),
})

export const seriesInput = z
  .object({
    name: z.string().trim().min(1, 'field.required').max(200, 'field.too-long'),
    cadence: z.enum(CADENCES, 'field.choose'),
    dates: z.array(z.string().refine(isTanggal, 'field.date')).max(100, 'field.too-long'),
    /** `[triwulan]` and `[bulan]` become those of the rapat. */
    title: z.string().trim().min(1, 'field.required').max(250, 'field.too-long'),
    plannedMinutes: minutes,
    startTime: z
      .string()
      .trim()
      .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$/, 'field.time')
      .nullable()
      .transform(value => value || null),
    place: z.string().trim().max(300, 'field.too-long'),
    chair: officer,
    notulis: officer,
    opdIds: z.array(id).max(300, 'field.too-long'),
    guests: z.array(z.object({ personId: id, canWrite: z.boolean() })).max(300, 'field.too-long'),
    agenda: z.array(standingItem).max(60, 'field.too-long'),
    nikConfirmed,
  })
  .refine(series => series.cadence !== 'tanggal' || series.dates.length > 0, {
    path: ['dates'],
    message: 'field.required',
  })
export type SeriesInput = z.infer<typeof seriesInput>

export const editSeriesInput = z.intersection(
  seriesInput,
  z.object({ seriesId: id, active: z.boolean(), revision: z.number('field.number').int('field.number') }),
)
export type EditSeriesInput = z.infer<typeof editSeriesInput>

export const openNextInput = z.object({
  seriesId: id,
  /** The newest rapat of the series when the person looked: who was second is told. */
  latestId: optionalId,
})
export type OpenNextInput = z.infer<typeof openNextInput>

export const proposalInput = z.object({
  seriesId: id,
  title: z.string().trim().min(1, 'field.required').max(400, 'field.too-long'),
  reason,
  minutes,
  /** Who presents it; who speaks for one OPD proposes for that. */
  opdId: optionalId,
  nikConfirmed,
})
export type ProposalInput = z.infer<typeof proposalInput>

export const decideProposalInput = z.discriminatedUnion('decision', [
  /** `rapatId`: one that is open already; left out or null: the next that is opened. */
  z.object({ decision: z.literal('accepted'), proposalId: id, rapatId: optionalId.optional() }),
  z.object({ decision: z.literal('returned'), proposalId: id, note: reason, nikConfirmed }),
])
export type DecideProposalInput = z.infer<typeof decideProposalInput>

export const postponeItemInput = z.object({ rapatId: id, itemId: blockId, reason, nikConfirmed })
export type PostponeItemInput = z.infer<typeof postponeItemInput>

export const postponeTenggatInput = z.object({
  rapatId: id,
  lineId: blockId,
  to: z.string().trim().min(1, 'field.required').refine(isTanggal, 'field.date'),
  reason,
  /** The rapat in which it was agreed. */
  duringRapatId: optionalId,
  nikConfirmed,
})
export type PostponeTenggatInput = z.infer<typeof postponeTenggatInput>
