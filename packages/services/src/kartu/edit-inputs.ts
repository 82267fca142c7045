import { isTanggal, MAX_SUPPORTERS, PRIORITIES, REPEATS, STRATEGIES } from '@mufakat/domain'
import { z } from 'zod'
import { amountInput, regionCodeInput } from '../sasaran/inputs'
import { clean, named, words } from '../text-inputs'
import { MAX_CARD_TITLE } from './inputs'

const id = z.uuid('field.invalid')
const nikConfirmed = z.boolean().optional()
const about = { commandId: id, cardId: id, nikConfirmed }
const tanggal = z.string().refine(isTanggal, 'field.date')

const reason = (min: 0 | 1) => words(1_000).pipe(z.string().min(min, 'field.required'))

/** What stood there when the edit began. Any of what was ever there: it is only compared. */
const was = z.union([z.string().max(20_000).transform(clean), z.number(), z.null()])
const edit = <T extends z.ZodType>(to: T) => z.object({ from: was, to }).optional()

const MAX_AMOUNT = 99_999_999_999
const amount = z
  .number('field.number')
  .min(0, 'field.number')
  .max(MAX_AMOUNT, 'field.number')
  .transform(value => Math.round(value * 10_000) / 10_000)
  .nullable()

export const editCardInput = z.object({
  ...about,
  change: z.object({
    title: edit(named(MAX_CARD_TITLE)),
    jabatan: edit(words(200).transform(text => (text === '' ? null : text))),
    priority: edit(z.enum(PRIORITIES, 'field.choose').nullable()),
    strategy: edit(z.enum(STRATEGIES, 'field.choose').nullable()),
    description: edit(words(10_000)),
    startDate: edit(tanggal.nullable()),
    progress: edit(z.int('field.percent').min(0, 'field.percent').max(100, 'field.percent')),
    kendala: edit(words(2_000)),
    target: edit(amount),
    realisasi: edit(amount),
    unit: edit(words(50)),
  }),
})
export type EditCardInput = z.infer<typeof editCardInput>

export const postponeCardInput = z.object({
  ...about,
  /** The tenggat when the change began. */
  from: tanggal.nullable(),
  to: z.string().min(1, 'field.required').pipe(tanggal),
  reason: reason(0),
})
export type PostponeCardInput = z.infer<typeof postponeCardInput>

export const handOverCardInput = z.object({
  ...about,
  /** Whose work it was when the change began. */
  from: id.nullable(),
  ownerOpdId: z.uuid('field.choose'),
  reason: reason(1),
})
export type HandOverCardInput = z.infer<typeof handOverCardInput>

const step = { ...about, subtaskId: id }
export const changeSubtaskInput = z.discriminatedUnion('did', [
  z.object({ ...about, did: z.literal('added'), title: named(300) }),
  z.object({ ...step, did: z.enum(['done', 'undone', 'removed']) }),
  z.object({ ...step, did: z.literal('renamed'), from: words(300), title: named(300) }),
  z.object({ ...step, did: z.literal('moved'), way: z.enum(['up', 'down']) }),
])
export type ChangeSubtaskInput = z.infer<typeof changeSubtaskInput>

const opdIds = z.array(id).max(MAX_SUPPORTERS, 'field.too-long')
/** Those that supported it when the change began, and those that are to. */
export const supportCardInput = z.object({ ...about, from: opdIds, to: opdIds })
export type SupportCardInput = z.infer<typeof supportCardInput>

const contribution = {
  quantity: amountInput.refine(value => value === null || value > 0, 'field.above-zero'),
  regionCode: regionCodeInput,
}
export const setContributionInput = z.object({
  ...about,
  indicatorId: z.uuid('field.choose'),
  /** What stood there when the change began; null: nothing. */
  from: z.object({ quantity: amountInput, regionCode: z.string().max(20) }).nullable(),
  to: z.object(contribution),
})
export type SetContributionInput = z.infer<typeof setContributionInput>

export const removeContributionInput = z.object({ ...about, indicatorId: id })
export type RemoveContributionInput = z.infer<typeof removeContributionInput>

export const cardInput = z.object(about)
export type CardInput = z.infer<typeof cardInput>

export const repeatCardInput = z.object({
  ...about,
  /** Null: it does not come again. */
  every: z.enum(REPEATS, 'field.choose').nullable(),
  day: z.int('field.number').min(1, 'field.number').max(31, 'field.number'),
})
export type RepeatCardInput = z.infer<typeof repeatCardInput>
