import { PAPER_FORMATS } from '@mufakat/domain'
import { z } from 'zod'
import { triwulanInput } from '../sasaran/inputs'
import { named } from '../text-inputs'

export const askReportInput = triwulanInput.extend({ format: z.enum(PAPER_FORMATS, 'field.invalid') })
export type AskReportInput = z.infer<typeof askReportInput>

export const quarterNoteInput = triwulanInput.extend({
  text: named(4_000),
  /** The note that stood there when it was begun; empty: none did. */
  after: z.string().max(40),
  nikConfirmed: z.boolean().optional(),
})
export type QuarterNoteInput = z.infer<typeof quarterNoteInput>
