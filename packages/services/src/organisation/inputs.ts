import { isTanggal, OPD_KINDS } from '@mufakat/domain'
import { z } from 'zod'

// Forms of the organisation. Messages are keys of `i18n`.

const id = z.uuid('field.invalid')
const optionalId = z
  .union([z.literal(''), z.null(), id], 'field.invalid')
  .transform(value => (value === '' ? null : value))
const name = z.string().trim().min(1, 'field.required').max(200, 'field.too-long')
const shortName = z.string().trim().min(1, 'field.required').max(40, 'field.too-long')
/** Order in lists. */
const position = z.number('field.number').int('field.number').min(0, 'field.number').max(9999, 'field.number')
const revision = z.number('field.number').int('field.number')
const day = z.string().trim().refine(isTanggal, 'field.date')
const optionalDay = z
  .string()
  .trim()
  .refine(value => value === '' || isTanggal(value), 'field.date')
  .nullable()
  .transform(value => value || null)
/** Code of a kecamatan, desa or kelurahan; whether it is one is asked of the tables. */
const regionCode = z.string().trim().min(1, 'field.required').max(20, 'field.invalid')

export const opdInput = z.object({
  name,
  shortName,
  aliases: z.array(name).max(20, 'field.too-long'),
  kind: z.enum(OPD_KINDS, 'field.choose'),
  parentId: optionalId,
  districtCode: z
    .union([z.literal(''), z.null(), regionCode])
    .transform(value => (value === '' ? null : value)),
  position,
})
export type OpdInput = z.infer<typeof opdInput>

export const editOpdInput = opdInput.extend({ opdId: id, revision })
export type EditOpdInput = z.infer<typeof editOpdInput>

export const mergeOpdInput = z.object({ opdId: id, into: z.uuid('field.required'), revision })
export type MergeOpdInput = z.infer<typeof mergeOpdInput>

const jabatan = { name, isHead: z.boolean(), position }
export const addJabatanInput = z.object({ ...jabatan, opdId: id })
export type AddJabatanInput = z.infer<typeof addJabatanInput>

export const editJabatanInput = z.object({ ...jabatan, jabatanId: id, active: z.boolean(), revision })
export type EditJabatanInput = z.infer<typeof editJabatanInput>

export const pokjaInput = z.object({
  name,
  shortName,
  chairId: optionalId,
  position,
  opdIds: z.array(id).max(300, 'field.too-long'),
  personIds: z.array(id).max(300, 'field.too-long'),
})
export type PokjaInput = z.infer<typeof pokjaInput>

export const editPokjaInput = pokjaInput.extend({ pokjaId: id, active: z.boolean(), revision })
export type EditPokjaInput = z.infer<typeof editPokjaInput>

export const addOfficerInput = z.object({
  /** Of a kecamatan for its camat, of a desa or kelurahan for its operator. */
  code: regionCode,
  personId: z.uuid('field.required'),
  from: day,
  until: optionalDay,
})
export type AddOfficerInput = z.infer<typeof addOfficerInput>

export const endOfficerInput = z.object({ officerId: id, until: day })
export type EndOfficerInput = z.infer<typeof endOfficerInput>
