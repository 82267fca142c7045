import { findNikLike } from './personal-data'

/** What stands in the place of what a log must not hold. */
const HIDDEN = '[disensor]'

/**
 * Names of fields whose value is never told, whatever it is: secrets, and text that people wrote. A part of a name is
 * enough (`sessionToken`, `set-cookie`).
 */
const SECRET_FIELD = /cookie|authorization|token|password|secret|kunci|passphrase/i
const TEXT_FIELD = /^(?:content|text|html|body|update|state|payload|notula|minutes|data)$/i

/** Ids of rows are random too, and are what a log is read by. */
const UUID = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i
/** As our tokens are: base64url of at least 24 bytes. */
const TOKEN_LIKE = /[A-Za-z0-9_-]{32,}/g
const isRandom = (run: string): boolean => /[0-9]/.test(run) && /[A-Z]/.test(run) && /[a-z]/.test(run)
const QUERY = /([?&](?:token|kode|kunci|code|state|secret)=)[^&\s"'<>]+/gi
const URL_PASSWORD = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:)[^\s/@]+@/gi
const ADDRESS = /\b([A-Za-z0-9])[A-Za-z0-9_.+'-]*@((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})/g

/**
 * A line that may be kept and shown: without numbers that look like a NIK, tokens, passwords in addresses, and with
 * e-mail addresses cut to their first letter and domain. For what others say, such as errors of a mail server.
 */
export const redactText = (text: string): string =>
  text
    .split(UUID)
    .map((part, at) => (at % 2 === 1 ? part : redactPart(part)))
    .join('')

function redactPart(text: string): string {
  let safe = text
  for (const { from, to } of findNikLike(text).reverse())
    safe = `${safe.slice(0, from)}${HIDDEN}${safe.slice(to)}`
  return safe
    .replace(URL_PASSWORD, `$1${HIDDEN}@`)
    .replace(QUERY, `$1${HIDDEN}`)
    .replace(TOKEN_LIKE, run => (isRandom(run) ? HIDDEN : run))
    .replace(ADDRESS, '$1…@$2')
}

/** Of values within values; what lies deeper is not told. */
const DEPTH = 6

/** The same for a value of a log entry, with every field in it. */
export function redactValue(value: unknown, depth = DEPTH): unknown {
  if (typeof value === 'string') return redactText(value)
  if (typeof value === 'bigint' || typeof value === 'number') {
    return findNikLike(String(value)).length === 0 ? Number(value) : HIDDEN
  }
  if (value === null || typeof value !== 'object') return value
  if (value instanceof Date) return value.toISOString()
  if (ArrayBuffer.isView(value) || depth === 0) return HIDDEN
  if (Array.isArray(value)) return value.map(one => redactValue(one, depth - 1))
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      SECRET_FIELD.test(name) || TEXT_FIELD.test(name) ? HIDDEN : redactValue(inner, depth - 1),
    ]),
  )
}
