import { isJsonObject } from '../json'
import { isKnownMark, LINE_ATTRS, MAX_LEVEL } from '../kinds'

// Which values an edit may bring. Bounds are generous for people and tight for machines.

const MAX_TEXT = 500_000
const MAX_NAME = 200
const MAX_HREF = 2_000
const MAX_MINUTES = 10_000
const MAX_RANK = 500

const ID = /^[A-Za-z0-9~_-]{1,64}$/
const KIND = /^[a-z][a-z-]{0,39}$/
const RANK = /^[a-z]+$/

type Check = (value: unknown) => boolean

export const isId: Check = value => typeof value === 'string' && ID.test(value)
const isName: Check = value => typeof value === 'string' && value.length <= MAX_NAME
const isFlag: Check = value => typeof value === 'boolean'
const isRank: Check = value => typeof value === 'string' && value.length <= MAX_RANK && RANK.test(value)
const isWhole =
  (most: number): Check =>
  value =>
    Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most

const MARKER_KEYS: Readonly<Record<string, Check>> = {
  id: isId,
  kind: value => typeof value === 'string' && KIND.test(value),
  level: isWhole(MAX_LEVEL),
  del: isFlag,
  slot: isId,
  from: isId,
  into: isId,
  ...Object.fromEntries(LINE_ATTRS.map(name => [name, isName])),
}
const ITEM_FIELDS: Readonly<Record<string, Check>> = {
  rank: isRank,
  minutes: isWhole(MAX_MINUTES),
  presenter: isName,
  del: isFlag,
}

const has = (checks: Readonly<Record<string, Check>>, name: string): Check | undefined =>
  Object.hasOwn(checks, name) ? checks[name] : undefined

/** Whether a key of a marker is known and its value in bounds. */
export const isMarkerEntry = (key: string, value: unknown): boolean => has(MARKER_KEYS, key)?.(value) ?? false

/** `<id>.rank|minutes|presenter|del` in the map of items. */
export function isItemEntry(key: string, value: unknown): boolean {
  const dot = key.lastIndexOf('.')
  return isId(key.slice(0, Math.max(dot, 0))) && (has(ITEM_FIELDS, key.slice(dot + 1))?.(value) ?? false)
}

/** `r:<id>` and `c:<id>` in the map of a table. */
export const isTableEntry = (key: string, value: unknown): boolean =>
  /^[rc]:/.test(key) && isId(key.slice(2)) && isRank(value)

export const isMarkerKey = (key: string): boolean => Object.hasOwn(MARKER_KEYS, key)
export const isItemKey = (key: string): boolean => isId(key.split('.')[0]) && key.split('.').length === 2
export const isTableKey = (key: string): boolean => /^[rc]:/.test(key) && isId(key.slice(2))

export const isText = (text: string): boolean => text.length > 0 && text.length <= MAX_TEXT

const hasOnly = (value: Readonly<Record<string, unknown>>, names: readonly string[]): boolean =>
  Object.keys(value).every(name => names.includes(name))

const isMention = (value: unknown): boolean =>
  isJsonObject(value) &&
  hasOnly(value, ['kind', 'id', 'label']) &&
  isName(value.id) &&
  isName(value.label) &&
  (value.kind === 'opd' || value.kind === 'person')

const isNamedIndicator = (value: unknown): boolean =>
  isJsonObject(value) && hasOnly(value, ['id', 'label']) && isId(value.id) && isName(value.label)

/** A slot, a join, a mention, or an indicator. */
export function isKnownEmbed(value: unknown): boolean {
  if (!isJsonObject(value)) return false
  const { slot, join, mention, indicator } = value
  if (slot !== undefined) return hasOnly(value, ['slot']) && isId(slot)
  if (join !== undefined) return hasOnly(value, ['join']) && isId(join)
  if (indicator !== undefined) return hasOnly(value, ['indicator']) && isNamedIndicator(indicator)
  return hasOnly(value, ['mention']) && isMention(mention)
}

/** A link may point to the web or to a mailbox; anything that runs script is refused. */
const isHref: Check = value =>
  typeof value === 'string' && value.length <= MAX_HREF && /^(https?:\/\/|mailto:|\/(?!\/)|#)/i.test(value)

export function isFormat(key: string, value: unknown): boolean {
  if (!isKnownMark(key)) return false
  if (value === null) return true
  if (key !== 'link') return value === true
  return isJsonObject(value) && hasOnly(value, ['href']) && isHref(value.href)
}
