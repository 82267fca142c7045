import { HOLIDAY_KINDS, isTanggal } from '@mufakat/domain'
import { z } from 'zod'

const date = z.string().trim().refine(isTanggal, 'field.date')

export const holidayInput = z.object({
  date,
  name: z.string().trim().min(1, 'field.required').max(200, 'field.too-long'),
  kind: z.enum(HOLIDAY_KINDS, 'field.choose'),
})
export type HolidayInput = z.infer<typeof holidayInput>

export const holidayDateInput = z.object({ date })

export const holidayYearInput = z.object({ year: z.number().int().min(2000).max(2100) })
