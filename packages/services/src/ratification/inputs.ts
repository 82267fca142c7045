import { KOREKSI_FIELDS } from '@mufakat/domain'
import { z } from 'zod'

const rapatId = z.uuid('field.required')
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'field.invalid')
const note = z.string().trim().max(2_000, 'field.too-long')

export const submitNotulaInput = z.object({ rapatId })
export type SubmitNotulaInput = z.infer<typeof submitNotulaInput>

export const returnNotulaInput = z.object({
  rapatId,
  /** Taken back by its notulis, who need not say why. */
  kind: z.enum(['dikembalikan', 'ditarik']),
  note: note.default(''),
  nikConfirmed: z.boolean().default(false),
})
export type ReturnNotulaInput = z.infer<typeof returnNotulaInput>

/** What the person had on screen. */
export const approveNotulaInput = z.object({
  rapatId,
  headSeq: z.coerce.number().int().min(0),
  contentHash: sha256,
  partsHash: sha256,
})
export type ApproveNotulaInput = z.infer<typeof approveNotulaInput>

/** Corrections that one proposal may hold. */
export const MAX_KOREKSI_CHANGES = 200

export const proposeKoreksiInput = z.object({
  rapatId,
  reason: note.min(1, 'field.required'),
  changes: z
    .array(
      z.object({
        lineId: z.string().min(1).max(200),
        field: z.enum(KOREKSI_FIELDS),
        after: z
          .string()
          .trim()
          .max(20_000, 'field.too-long')
          .nullable()
          .transform(value => value || null),
      }),
    )
    .max(MAX_KOREKSI_CHANGES, 'field.too-long'),
  nikConfirmed: z.boolean().default(false),
})
export type ProposeKoreksiInput = z.infer<typeof proposeKoreksiInput>

export const closeKoreksiInput = z.object({
  rapatId,
  koreksiId: z.uuid('field.required'),
  kind: z.enum(['dikembalikan', 'ditarik']),
  note: note.default(''),
  nikConfirmed: z.boolean().default(false),
})
export type CloseKoreksiInput = z.infer<typeof closeKoreksiInput>

export const approveKoreksiInput = z.object({
  rapatId,
  koreksiId: z.uuid('field.required'),
  /** Of the correction as it was on screen. */
  hash: sha256,
})
export type ApproveKoreksiInput = z.infer<typeof approveKoreksiInput>
