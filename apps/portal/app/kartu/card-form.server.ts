import { createHash } from 'node:crypto'
import type { Actor, CardField } from '@mufakat/domain'
import {
  cardInput,
  changeSubtask,
  changeSubtaskInput,
  editCard,
  editCardInput,
  handOverCard,
  handOverCardInput,
  moveCard,
  moveCardInput,
  postponeCard,
  postponeCardInput,
  removeCard,
  removeContribution,
  removeContributionInput,
  repeatCard,
  repeatCardInput,
  restoreCard,
  type ServiceContext,
  setContribution,
  setContributionInput,
  supportCard,
  supportCardInput,
} from '@mufakat/services'
import type { FormErrors } from '~/request/guard.server'
import type { FormName } from './form-names'

/** What became of a form: nothing wrong, or what, and what was typed. */
export interface CardAnswer {
  /** The form, and the one of a list where it is about one. */
  readonly form: string
  readonly errors: FormErrors | null
  readonly typed: Readonly<Record<string, string>>
}

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '')
const orNull = (text: string): string | null => (text === '' ? null : text)
/** What is no number is said to be none. */
const numberOf = (text: string): number | null | string => {
  const number = Number(text.replace(',', '.'))
  return text.trim() === '' ? null : Number.isNaN(number) ? text : number
}

/** What a form says of a contribution, and what stood there when it was opened; `isNew`: nothing. */
const contributionOf = (form: FormData, isNew: boolean) => {
  const read = (prefix: string) => ({
    quantity: textOf(form, `${prefix}quantity`),
    regionCode: textOf(form, `${prefix}regionCode`),
  })
  return { indicatorId: textOf(form, 'indicatorId'), from: isNew ? null : read('lama.'), to: read('') }
}

const READ: Readonly<Record<CardField, (text: string) => string | number | null>> = {
  title: text => text,
  jabatan: orNull,
  priority: orNull,
  strategy: orNull,
  description: text => text,
  startDate: orNull,
  progress: text => numberOf(text) ?? '',
  kendala: text => text,
  target: numberOf,
  realisasi: numberOf,
  unit: text => text,
}

/** Fields that a form edits, each with what stood there when it was opened. */
const FIELDS: Partial<Record<FormName, readonly CardField[]>> = {
  judul: ['title'],
  uraian: ['description'],
  keterangan: ['jabatan', 'priority', 'strategy'],
  capaian: ['progress', 'target', 'realisasi', 'unit', 'kendala'],
  mulai: ['startDate'],
}

const changeOf = (form: FormData, fields: readonly CardField[]) =>
  Object.fromEntries(
    fields.map(field => {
      const read = READ[field]
      // A jabatan that nobody has given is null, however it is shown.
      const from = read(textOf(form, `lama.${field}`))
      return [field, { from, to: field === 'jabatan' ? textOf(form, field) : read(textOf(form, field)) }]
    }),
  )

/**
 * The same form sent twice is one command; another one is another, also from a page that the browser has kept and whose
 * id was used before.
 */
export function commandIdOf(form: FormData): string {
  const hash = createHash('sha256')
  for (const [name, value] of form) hash.update(`${name}=${String(value)}\n`)
  const hex = hash.digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Where this form is from, so that its answer comes back to it. */
export const answerTo = (form: FormData): string =>
  [textOf(form, 'maksud'), textOf(form, 'baris')].filter(text => text !== '').join(':')

export const typedIn = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form.keys()]
      .filter(name => name !== 'commandId')
      .map(name => [name, form.getAll(name).map(String).join(',')]),
  )

/**
 * Does what the form asks for.
 * @throws ZodError, AppError
 */
export async function obeyForm(
  ctx: ServiceContext,
  actor: Actor | null,
  { name, cardId, form }: { name: FormName; cardId: string; form: FormData },
): Promise<void> {
  const about = { commandId: commandIdOf(form), cardId, nikConfirmed: form.get('nik') === 'ya' }
  const text = (field: string) => textOf(form, field)
  const fields = FIELDS[name]
  if (fields !== undefined) {
    await editCard(ctx, actor, editCardInput.parse({ ...about, change: changeOf(form, fields) }))
    return
  }
  switch (name) {
    case 'tenggat': {
      const step = { from: orNull(text('lama.to')), to: text('to'), reason: text('reason') }
      await postponeCard(ctx, actor, postponeCardInput.parse({ ...about, ...step }))
      return
    }
    case 'pemilik': {
      const step = { from: orNull(text('lama.ownerOpdId')), ownerOpdId: text('ownerOpdId') }
      await handOverCard(ctx, actor, handOverCardInput.parse({ ...about, ...step, reason: text('reason') }))
      return
    }
    case 'pendukung': {
      const from = text('lama.opd')
        .split(',')
        .filter(id => id !== '')
      await supportCard(ctx, actor, supportCardInput.parse({ ...about, from, to: form.getAll('opd') }))
      return
    }
    case 'langkah': {
      const { did, subtaskId, title, way } = Object.fromEntries(form)
      const step = { did, subtaskId, title, way, from: form.get('lama.title') }
      await changeSubtask(ctx, actor, changeSubtaskInput.parse({ ...about, ...step }))
      return
    }
    case 'status': {
      // Beside itself: it stays where it is.
      const move = { status: text('to'), place: { after: cardId } }
      await moveCard(ctx, actor, moveCardInput.parse({ ...about, ...move }))
      return
    }
    case 'kontribusi-baru':
    case 'kontribusi': {
      const said = contributionOf(form, name === 'kontribusi-baru')
      await setContribution(ctx, actor, setContributionInput.parse({ ...about, ...said }))
      return
    }
    case 'kontribusi-hapus': {
      const indicatorId = text('indicatorId')
      await removeContribution(ctx, actor, removeContributionInput.parse({ ...about, indicatorId }))
      return
    }
    case 'berkala': {
      const day = numberOf(text('day')) ?? 1
      await repeatCard(ctx, actor, repeatCardInput.parse({ ...about, every: orNull(text('every')), day }))
      return
    }
    case 'singkirkan':
      await removeCard(ctx, actor, cardInput.parse(about))
      return
    case 'kembalikan':
      await restoreCard(ctx, actor, cardInput.parse(about))
  }
}
