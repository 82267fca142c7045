import { createHash, randomBytes } from 'node:crypto'

export const RECOVERY_CODES = 10
/** Base 32 after Crockford: no letter that is read as a digit or as another. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
/** 80 bits: more than anybody tries against a hash. */
const LENGTH = 16

/** "1a2b-3c4d-5e6f-7g8h". */
export function newRecoveryCode(): string {
  const letters = Array.from(randomBytes(LENGTH), byte => ALPHABET[byte % ALPHABET.length])
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-')
}

/** The code as it was given, whatever was typed between and in place of its letters. */
const plainCode = (typed: string): string =>
  typed.toLowerCase().replace(/[\s-]/g, '').replace(/[il]/g, '1').replace(/o/g, '0')

/** With the person in it: the same code of two people would be two hashes. */
export const recoveryHash = (personId: string, typed: string): Uint8Array =>
  new Uint8Array(
    createHash('sha256')
      .update(`${personId} ${plainCode(typed)}`)
      .digest(),
  )
