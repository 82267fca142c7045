import {
  ACCUMULATIONS,
  DIRECTIONS,
  FINALITIES,
  FREQUENCIES,
  isTanggal,
  LEVELS,
  ROLL_UPS,
  readAmount,
  STRATEGIES,
} from '@mufakat/domain'
import { z } from 'zod'
import { webAddress } from '../kartu/inputs'
import { named, words } from '../text-inputs'

// Messages are keys of `i18n`. Amounts come as they were written ("1.234,56"), or as numbers from another part of the program.

const id = z.uuid('field.choose')
const nikConfirmed = z.boolean().optional()
const revision = z.int('field.number')

const reason = named(1_000)

const MAX_AMOUNT = 99_999_999_999

/** Null: nothing was written. */
export const amountInput = z
  .union([z.null(), z.number('field.number'), z.string()])
  .transform((given, ctx) => {
    const read = typeof given === 'string' ? readAmount(given) : { value: given }
    const fault = 'fault' in read ? read.fault : Math.abs(read.value ?? 0) > MAX_AMOUNT ? 'range' : null
    if ('value' in read && fault === null)
      return read.value === null ? null : Math.round(read.value * 10_000) / 10_000 + 0
    ctx.addIssue({ code: 'custom', message: `field.amount-${fault}` })
    return z.NEVER
  })

const yearInput = z.int('field.number').min(2000, 'field.number').max(2100, 'field.number')
const quarterInput = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)], 'field.invalid')
export const triwulanInput = z.object({ year: yearInput, quarter: quarterInput })

/** Kemendagri code of a kecamatan or desa; empty: the whole kabupaten. */
export const regionCodeInput = z.string().regex(/^(?:\d{2}\.\d{2}\.\d{2}(?:\.\d{4})?)?$/, 'field.region-code')
const day = z.string().trim().refine(isTanggal, 'field.date')
const optionalDay = z
  .union([z.null(), z.literal(''), day], 'field.date')
  .transform(value => (value === '' ? null : value))

const programme = {
  name: named(300),
  strategy: z.enum(STRATEGIES, 'field.choose'),
  ownerOpdId: id,
  description: words(2_000),
  nikConfirmed,
}
export const addProgrammeInput = z.object(programme)
export type AddProgrammeInput = z.infer<typeof addProgrammeInput>

export const editProgrammeInput = z.object({ ...programme, programmeId: id, active: z.boolean(), revision })
export type EditProgrammeInput = z.infer<typeof editProgrammeInput>

const indicator = {
  programmeId: id,
  name: named(300),
  concept: words(2_000),
  classification: words(500),
  measure: words(500),
  unit: named(50),
  decimals: z.int('field.number').min(0, 'field.number').max(4, 'field.number'),
  direction: z.enum(DIRECTIONS, 'field.choose'),
  level: z.enum(LEVELS, 'field.choose'),
  rollUp: z.enum(ROLL_UPS, 'field.choose'),
  accumulation: z.enum(ACCUMULATIONS, 'field.choose'),
  frequency: z.enum(FREQUENCIES, 'field.choose'),
  /** Null: it is no ratio. */
  factor: amountInput.refine(value => value === null || value > 0, 'field.factor'),
  source: named(300),
  ownerOpdId: id,
  baseline: amountInput,
  baselineDate: optionalDay,
  lowest: amountInput,
  highest: amountInput,
  isPublic: z.boolean(),
  nikConfirmed,
}

interface Shape {
  rollUp: (typeof ROLL_UPS)[number]
  factor: number | null
  lowest: number | null
  highest: number | null
}
/** What only fits together [SA22]: percentages are not added, and a ratio needs its factor. */
const fits = <T extends z.ZodType<Shape>>(schema: T) =>
  schema
    .refine(one => one.rollUp !== 'rasio' || one.factor !== null, {
      path: ['factor'],
      message: 'field.required',
    })
    .refine(one => one.rollUp !== 'jumlah' || one.factor === null, {
      path: ['rollUp'],
      message: 'field.ratio-not-added',
    })
    .refine(one => one.lowest === null || one.highest === null || one.lowest <= one.highest, {
      path: ['highest'],
      message: 'field.highest',
    })

/** The first definition comes with it. */
export const addIndicatorInput = fits(
  z.object({ ...indicator, definition: named(4_000), since: triwulanInput }),
)
export type AddIndicatorInput = z.infer<typeof addIndicatorInput>

export const editIndicatorInput = fits(
  z.object({ ...indicator, indicatorId: id, active: z.boolean(), revision }),
)
export type EditIndicatorInput = z.infer<typeof editIndicatorInput>

export const addDefinitionInput = z.object({
  indicatorId: id,
  definition: named(4_000),
  since: triwulanInput,
  breaks: z.boolean(),
  /** The newest version when the person looked. */
  after: z.int('field.number'),
  nikConfirmed,
})
export type AddDefinitionInput = z.infer<typeof addDefinitionInput>

export const putTargetsInput = z.object({
  indicatorId: id,
  regionCode: regionCodeInput,
  targets: z
    .array(
      z.object({
        year: yearInput,
        /** 0: the year. */
        quarter: z.int('field.number').min(0, 'field.number').max(4, 'field.number'),
        /** What stood there when the change began; null: nothing. */
        from: amountInput,
        /** Null: there is none any more. */
        to: amountInput,
      }),
    )
    .min(1, 'field.required')
    .max(200, 'field.too-many'),
})
export type PutTargetsInput = z.infer<typeof putTargetsInput>

const report = { opdId: id, ...triwulanInput.shape }

export const reportInput = z.object(report)
export type ReportInput = z.infer<typeof reportInput>

const measured = {
  value: amountInput,
  numerator: amountInput,
  denominator: amountInput,
  notAvailable: z.boolean(),
  finality: z.enum(FINALITIES, 'field.choose'),
}

export const cellInput = z.object({
  indicatorId: id,
  regionCode: regionCodeInput,
  ...measured,
  /** Null: the last day of the triwulan. */
  asOf: optionalDay,
  /** Empty: the source of the indicator. */
  source: words(300),
  /** What the cell was at when the change began; 0: nothing was there. */
  revision,
})
export type CellInput = z.infer<typeof cellInput>

/** One cell; a cell without a number that is not N/A is emptied. */
export const saveCellInput = z.object({ ...report, cell: cellInput, nikConfirmed })
export type SaveCellInput = z.infer<typeof saveCellInput>

/** Many cells at once, as a form without script sends them: each is judged by itself. */
export const saveCellsInput = z.object({ ...report, cells: z.array(cellInput).max(2_000), nikConfirmed })
export type SaveCellsInput = z.infer<typeof saveCellsInput>

export const saveRemarkInput = z.object({
  ...report,
  indicatorId: id,
  analysis: words(4_000),
  kendala: words(4_000),
  solusi: words(4_000),
  plan: words(4_000),
  /** 0: nothing was there. */
  revision,
  nikConfirmed,
})
export type SaveRemarkInput = z.infer<typeof saveRemarkInput>

export const addReportEvidenceInput = z.object({
  ...report,
  indicatorId: id,
  title: named(300),
  url: webAddress,
  nikConfirmed,
})
export type AddReportEvidenceInput = z.infer<typeof addReportEvidenceInput>

export const removeReportEvidenceInput = z.object({ ...report, evidenceId: id })
export type RemoveReportEvidenceInput = z.infer<typeof removeReportEvidenceInput>

/** `sentAt`: of the sending that was looked at, so that nobody accepts what they have not seen. */
export const acceptReportInput = z.object({ ...report, sentAt: z.coerce.date('field.invalid') })
export type AcceptReportInput = z.infer<typeof acceptReportInput>

export const returnReportInput = z.object({
  ...report,
  sentAt: z.coerce.date('field.invalid'),
  note: reason,
  nikConfirmed,
})
export type ReturnReportInput = z.infer<typeof returnReportInput>

export const correctValueInput = z.object({
  indicatorId: id,
  regionCode: regionCodeInput,
  ...triwulanInput.shape,
  ...measured,
  asOf: optionalDay,
  source: words(300),
  reason,
  /** The value that the person saw there; null: none. */
  replaces: z.union([z.null(), z.literal(''), id]).transform(value => value || null),
  nikConfirmed,
})
export type CorrectValueInput = z.infer<typeof correctValueInput>

/** Programmes and indicators as they stand at a triwulan; left out: the current one. */
export const programmesInput = z.object({
  at: triwulanInput.optional(),
  /** Also those that are inactive. */
  all: z.boolean().optional(),
})
export type ProgrammesInput = z.infer<typeof programmesInput>

export const indicatorInput = z.object({
  id: z.string(),
  at: triwulanInput.optional(),
  /** Left out: the whole kabupaten. */
  regionCode: regionCodeInput.optional(),
})
export type IndicatorInput = z.infer<typeof indicatorInput>

/** Values of a region that hold or once held; of one triwulan, or, left out, of all. */
export const valuesInput = z.object({
  indicatorId: z.string(),
  regionCode: regionCodeInput,
  at: triwulanInput.optional(),
})
export type ValuesInput = z.infer<typeof valuesInput>
