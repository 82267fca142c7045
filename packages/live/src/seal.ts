/** What an entry is bound to: sealed text that was moved to another place does not open. */
export type Place = readonly (string | number)[]

export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly sealed: Uint8Array<ArrayBuffer>
}

const IV_BYTES = 12

/** False on plain http under another name than localhost, where browsers give pages no ciphers. */
export const canSeal = (): boolean => globalThis.crypto?.subtle !== undefined

/** AES-256-GCM from 32 bytes. It cannot be read out of the page again. */
export const keyOf = (bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])

export async function seal(key: CryptoKey, place: Place, bytes: Uint8Array): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const sealed = await crypto.subtle.encrypt(algorithm(iv, place), key, bytes.slice())
  return { iv, sealed: new Uint8Array(sealed) }
}

/** @returns null when it is of another key or another place, or damaged */
export async function unseal(
  key: CryptoKey,
  place: Place,
  { iv, sealed }: Sealed,
): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm(iv, place), key, sealed))
  } catch {
    return null
  }
}

const algorithm = (iv: Uint8Array<ArrayBuffer>, place: Place): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(JSON.stringify(place)),
})
