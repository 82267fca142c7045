import { may, parseDuration, type Zone } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { changeLogo, changeSetting, SETTINGS, type SettingValue } from '@mufakat/services'
import { type AppLoadContext, actorOf } from '~/request/context.server'
import { type FormErrors, formErrors, issueErrors } from '~/request/guard.server'

const text = (form: FormData, name: string): string => String(form.get(name) ?? '')

/** "1.830" or "1830"; anything else is left for the schema to refuse. */
const count = (form: FormData, name: string): number => {
  const typed = text(form, name).trim().replaceAll('.', '')
  return /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN
}

/** One entry per line; empty lines are none. */
const lines = (form: FormData, name: string): string[] =>
  text(form, name)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')

/** "Pembukaan | 15m | Wakil Bupati": what does not fit is left for the schema to refuse. */
function agendaItem(line: string) {
  const [title = '', minutes = '', presenter = ''] = line.split('|').map(part => part.trim())
  return { title, minutes: parseDuration(minutes) ?? Number.NaN, presenter }
}

/** A whole number as it was typed; what is none is left for the schema to refuse. */
const whole = (form: FormData, name: string): number => {
  const typed = text(form, name).trim()
  return /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN
}

/** What was typed into the form of a setting, in the shape of its value; its schema judges it. */
const TYPED = {
  regency: form => ({ name: text(form, 'name'), code: text(form, 'code'), province: text(form, 'province') }),
  letterhead: form => {
    const typed = [0, 1, 2, 3].map(at => text(form, `lines.${at}`))
    return {
      lines: typed.slice(0, typed.findLastIndex(line => line.trim() !== '') + 1),
      address: text(form, 'address'),
      phone: text(form, 'phone'),
      web: text(form, 'web'),
      email: text(form, 'email'),
    }
  },
  // The schema judges what came.
  calendar: form => ({ zone: text(form, 'zone') as Zone }),
  backup: form => ({
    scheduled: form.get('scheduled') === '1',
    hour: whole(form, 'hour'),
    place: text(form, 'place') as SettingValue<'backup'>['place'],
    daily: whole(form, 'daily'),
    weekly: whole(form, 'weekly'),
    monthly: whole(form, 'monthly'),
  }),
  reference: form => ({
    legalBases: lines(form, 'legalBases'),
    dataSources: lines(form, 'dataSources'),
    reportRecipients: lines(form, 'reportRecipients'),
  }),
  bands: form => ({
    sangat_baik: whole(form, 'sangat_baik'),
    baik: whole(form, 'baik'),
    cukup: whole(form, 'cukup'),
    kurang: whole(form, 'kurang'),
  }),
  attendance: form => ({ quorumPercent: whole(form, 'quorumPercent') }),
  privacy: form => ({ office: text(form, 'office'), email: text(form, 'email'), phone: text(form, 'phone') }),
  reminders: form => ({ headDays: whole(form, 'headDays'), sekretariatDays: whole(form, 'sekretariatDays') }),
  retention: form => ({
    sessionDays: count(form, 'sessionDays'),
    accessDays: count(form, 'accessDays'),
    mailDays: count(form, 'mailDays'),
    linkDays: count(form, 'linkDays'),
    exportDays: count(form, 'exportDays'),
  }),
  'rapat-template': form => ({
    title: text(form, 'title'),
    plannedMinutes: parseDuration(text(form, 'plannedMinutes')) ?? Number.NaN,
    startTime: text(form, 'startTime'),
    place: text(form, 'place'),
    agenda: lines(form, 'agenda').map(agendaItem),
  }),
} satisfies { readonly [Key in SettingForm]: (form: FormData) => SettingValue<Key> }

export type SettingForm =
  | 'regency'
  | 'letterhead'
  | 'calendar'
  | 'reference'
  | 'backup'
  | 'bands'
  | 'attendance'
  | 'privacy'
  | 'reminders'
  | 'retention'
  | 'rapat-template'

export const isSettingForm = (key: unknown): key is SettingForm => typeof key === 'string' && key in TYPED

/** A refused form: what was typed stays in its fields. */
export interface RefusedSetting {
  readonly key: SettingForm | 'logo'
  readonly errors: FormErrors
  readonly typed: SettingValue<SettingForm> | null
  readonly revision: number
}

/** Lists that are typed in one field: an error of an entry stands beside that. */
const ONE_FIELD = /^(legalBases|dataSources|reportRecipients|agenda)\..*$/

const collapsed = ({ fields, form }: FormErrors): FormErrors => ({
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, key]) => [name.replace(ONE_FIELD, '$1'), key]),
  ),
  form,
})

/** Asked before a form is judged, so that nobody learns its rules without the right. */
function require(context: AppLoadContext) {
  const actor = actorOf(context)
  if (!may(actor, 'setting.edit')) throw new AppError(actor ? 'forbidden' : 'not-signed-in')
  return actor
}

/** Saves the form of a setting; null when that is done. */
export async function saveSetting(
  context: AppLoadContext,
  key: SettingForm,
  form: FormData,
): Promise<RefusedSetting | null> {
  const actor = require(context)
  const typed = TYPED[key](form)
  const revision = Number(form.get('revision') ?? 0)
  const refused = (errors: FormErrors) => ({ key, errors: collapsed(errors), typed, revision })
  const parsed = SETTINGS[key].schema.safeParse(typed)
  if (!parsed.success) return refused(issueErrors(parsed.error.issues))
  try {
    await changeSetting(context.services, actor, { key, value: parsed.data, revision })
    return null
  } catch (error) {
    return refused(formErrors(error))
  }
}

/** Saves or removes the picture of the letterhead; null when that is done. */
export async function saveLogo(context: AppLoadContext, form: FormData): Promise<RefusedSetting | null> {
  const actor = require(context)
  const file = form.get('logo')
  const isRemoved = form.get('maksud') === 'hapus-logo'
  const revision = Number(form.get('revision') ?? 0)
  const refused = (errors: FormErrors) => ({ key: 'logo' as const, errors, typed: null, revision })
  if (!isRemoved && (!(file instanceof Blob) || file.size === 0))
    return refused(issueErrors([{ path: ['logo'], message: 'field.required' }]))
  try {
    const bytes = isRemoved || !(file instanceof Blob) ? null : new Uint8Array(await file.arrayBuffer())
    await changeLogo(context.services, actor, { bytes, revision })
    return null
  } catch (error) {
    return refused(formErrors(error))
  }
}
