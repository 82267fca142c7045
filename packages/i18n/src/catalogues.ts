import type { Catalogue } from './catalogue'
import type { Locale } from './locale'
import { accountEn } from './words/account.en'
import { accountId } from './words/account.id'
import { bacakanEn } from './words/bacakan.en'
import { bacakanId } from './words/bacakan.id'
import { berkasEn } from './words/berkas.en'
import { berkasId } from './words/berkas.id'
import { buktiEn } from './words/bukti.en'
import { buktiId } from './words/bukti.id'
import { en } from './words/en'
import { id } from './words/id'
import { kabarEn } from './words/kabar.en'
import { kabarId } from './words/kabar.id'
import { kartuEn } from './words/kartu.en'
import { kartuId } from './words/kartu.id'
import { kontribusiEn } from './words/kontribusi.en'
import { kontribusiId } from './words/kontribusi.id'
import { kunciEn } from './words/kunci.en'
import { kunciId } from './words/kunci.id'
import { lanjutanEn } from './words/lanjutan.en'
import { lanjutanId } from './words/lanjutan.id'
import { papanEn } from './words/papan.en'
import { papanId } from './words/papan.id'
import { sahkanEn } from './words/sahkan.en'
import { sahkanId } from './words/sahkan.id'
import { tampilanEn } from './words/tampilan.en'
import { tampilanId } from './words/tampilan.id'

/** Both catalogues at once: for a server or a test. A browser loads one with `loadCatalogue`. */
export const catalogueFor = (locale: Locale): Catalogue => (locale === 'en' ? en : id)

/** The words of one's own account, for the data of the pages that say them. */
export const accountTexts = (locale: Locale): Readonly<Record<keyof typeof accountId, string>> =>
  locale === 'en' ? accountEn : accountId

/** What the pages at the door say, of passkeys and providers. */
export const kunciTexts = (locale: Locale): Readonly<Record<keyof typeof kunciId, string>> =>
  locale === 'en' ? kunciEn : kunciId

/** What the files of a rapat say: no other page has to carry it. */
export const berkasTexts = (locale: Locale): Readonly<Record<keyof typeof berkasId, string>> =>
  locale === 'en' ? berkasEn : berkasId

/** What the page says on which decisions are read back. */
export const bacakanTexts = (locale: Locale): Readonly<Record<keyof typeof bacakanId, string>> =>
  locale === 'en' ? bacakanEn : bacakanId
/** What stands beside an agenda of a series: no other page has to carry it. */
export const lanjutanTexts = (locale: Locale): Readonly<Record<keyof typeof lanjutanId, string>> =>
  locale === 'en' ? lanjutanEn : lanjutanId
/** What review, ratification and Koreksi say on pages of their own. */
export const sahkanTexts = (locale: Locale): Readonly<Record<keyof typeof sahkanId, string>> =>
  locale === 'en' ? sahkanEn : sahkanId

/** What the board of tindak lanjut says. */
export const papanTexts = (locale: Locale): Readonly<Record<keyof typeof papanId, string>> =>
  locale === 'en' ? papanEn : papanId

/** What a form of a card may answer, and who else has it open; these words stand with other pages. */
const CARD_FIELD_KEYS = [
  'papan.holder.open',
  'papan.holder.move',
  'field.evidence',
  'field.choose',
  'field.to-past',
  'field.date',
  'field.number',
  'field.required',
  'field.too-long',
] as const
type CardKey = keyof typeof kartuId | (typeof CARD_FIELD_KEYS)[number]

/** What the page of a card says. */
export function kartuTexts(locale: Locale): Readonly<Record<CardKey, string>> {
  const all = catalogueFor(locale)
  const fields = Object.fromEntries(CARD_FIELD_KEYS.map(key => [key, all[key]]))
  return { ...(locale === 'en' ? kartuEn : kartuId), ...fields } as Record<CardKey, string>
}
/** What is wrong with an amount; the words stand with those of values. */
const AMOUNT_KEYS = [
  'field.amount-unread',
  'field.amount-ambiguous',
  'field.amount-decimals',
  'field.amount-range',
] as const
type ContributionKey = keyof typeof kontribusiId | (typeof AMOUNT_KEYS)[number]

/** What a card says of the indicators that it contributes to. */
export function kontribusiTexts(locale: Locale): Readonly<Record<ContributionKey, string>> {
  const all = catalogueFor(locale)
  const amounts = Object.fromEntries(AMOUNT_KEYS.map(key => [key, all[key]]))
  return { ...(locale === 'en' ? kontribusiEn : kontribusiId), ...amounts } as Record<ContributionKey, string>
}

/** What these forms may answer; the words stand with other pages. */
const BUKTI_FIELD_KEYS = [
  'field.required',
  'field.too-long',
  'field.too-many',
  'field.url',
  'field.choose',
] as const
type BuktiKey = keyof typeof buktiId | keyof typeof berkasId | (typeof BUKTI_FIELD_KEYS)[number]

/** What stands on a card beside its facts, with what its files say. */
export function buktiTexts(locale: Locale): Readonly<Record<BuktiKey, string>> {
  const all = catalogueFor(locale)
  const fields = Object.fromEntries(BUKTI_FIELD_KEYS.map(key => [key, all[key]]))
  const own = locale === 'en' ? { ...berkasEn, ...buktiEn } : { ...berkasId, ...buktiId }
  return { ...own, ...fields } as Record<BuktiKey, string>
}

/** What the views of tindak lanjut say: filter, table, calendar. */
export const tampilanTexts = (locale: Locale): Readonly<Record<keyof typeof tampilanId, string>> =>
  locale === 'en' ? tampilanEn : tampilanId
type NoticeKey = Exclude<
  Extract<keyof typeof kabarId, `kabar.${string}`>,
  `kabar.line.${string}` | `kabar.what.${string}` | `kabar.status.${string}`
>

/** What the inbox of notices and its settings say; its lines come from the server as they are. */
export function kabarTexts(locale: Locale): Readonly<Record<NoticeKey, string>> {
  const all = Object.entries(locale === 'en' ? kabarEn : kabarId)
  const chosen = all.filter(([key]) => /^kabar\.(?!line\.|what\.|status\.)/.test(key))
  return Object.fromEntries(chosen) as Record<NoticeKey, string>
}

type PanelKey = Extract<keyof typeof sahkanId, `sahkan.panel${string}`>

/** What the page of a notula says of its ratification. */
export function panelTexts(locale: Locale): Readonly<Record<PanelKey, string>> {
  const all = Object.entries(locale === 'en' ? sahkanEn : sahkanId)
  const chosen = all.filter(([key]) => key.startsWith('sahkan.panel'))
  return Object.fromEntries(chosen) as Record<PanelKey, string>
}
