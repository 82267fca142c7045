import { FORMATS_OF, PAPER_FORMATS, PAPER_KINDS } from '@mufakat/domain'
import { z } from 'zod'

const rowId = z.uuid('field.invalid')

/** A paper as a form asks for it. */
export const askPaperInput = z
  .object({
    rapatId: rowId,
    kind: z.enum(PAPER_KINDS, 'field.invalid'),
    format: z.enum(PAPER_FORMATS, 'field.invalid'),
    /** Of a cuplikan: whose. */
    opdId: z.union([rowId, z.literal('')], 'field.choose').transform(id => id || null),
  })
  .refine(({ kind, format }) => FORMATS_OF[kind].includes(format), {
    path: ['format'],
    message: 'field.invalid',
  })
  .refine(({ kind, opdId }) => (kind === 'cuplikan') === (opdId !== null), {
    path: ['opdId'],
    message: 'field.choose',
  })
export type AskPaperInput = z.infer<typeof askPaperInput>
