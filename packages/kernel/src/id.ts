const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz'

/**
 * A random id of `length` characters from 0-9a-z (5.17 bits each). 12 characters keep a collision within one
 * document of a million ids below one in a million; rows use `newId`, which is also ordered by time.
 */
export function randomId(length = 12): string {
  const bytes = randomBytes(length * 2)
  let id = ''
  for (const byte of bytes) {
    // 252 is the largest multiple of 36 below 256: larger bytes would favour the first letters.
    if (byte < 252 && id.length < length) id += ALPHABET[byte % 36]
  }
  return id.length === length ? id : id + randomId(length - id.length)
}

/** A UUIDv7 (RFC 9562): 48 bits of time in ms, then random; rows made later sort later. */
export function newId(now = Date.now()): string {
  const bytes = randomBytes(16)
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) % 256
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const POOL_BYTES = 4_096
let pool = new Uint8Array()

/** Random bytes from a stock: asking the system for each few costs more than all else that an id does. */
function randomBytes(length: number): Uint8Array {
  if (length > POOL_BYTES) return crypto.getRandomValues(new Uint8Array(length))
  if (pool.length < length) pool = crypto.getRandomValues(new Uint8Array(POOL_BYTES))
  const bytes = pool.slice(0, length)
  // Given out once.
  pool = pool.subarray(length)
  return bytes
}
