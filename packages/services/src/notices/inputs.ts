import { NOTICE_MAIL } from '@mufakat/domain'
import { z } from 'zod'

const id = z.uuid('field.invalid')
/** Of any clock; what a database can hold is less than what a date can. */
const LAST_DAY = new Date('2200-01-01')

const hour = z.int('field.choose').min(0, 'field.choose').max(23, 'field.choose')

export const noticeSettingInput = z.object({
  mail: z.enum(NOTICE_MAIL, 'field.choose'),
  hour,
  workdaysOnly: z.boolean(),
  quietFrom: hour,
  quietTo: hour,
})
export type NoticeSettingInput = z.infer<typeof noticeSettingInput>

export const markReadInput = z.object({
  which: z.union([z.literal('all'), z.array(id).min(1).max(200)]),
  /** When the inbox was looked at. */
  seenUntil: z.coerce.date().max(LAST_DAY),
})
export type MarkReadInput = z.infer<typeof markReadInput>

export const muteRapatInput = z.object({ rapatId: id, muted: z.boolean() })
export type MuteRapatInput = z.infer<typeof muteRapatInput>
