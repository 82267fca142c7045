import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import type { PasskeyQuestion } from './passkey-sign-in'
import type { PasskeyCreation } from './passkeys'

const USER_PRESENT = 0x01
const USER_VERIFIED = 0x04
const CREDENTIAL = 0x40

const b64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const sha256 = (data: Uint8Array | string): Buffer => createHash('sha256').update(data).digest()

/** A byte string in canonical CBOR, of 24 bytes to 64 kB. */
const cborBytes = (bytes: Uint8Array): Buffer => {
  const { length } = bytes
  return Buffer.concat([
    Buffer.from(length < 256 ? [0x58, length] : [0x59, length >> 8, length & 0xff]),
    bytes,
  ])
}
const cborText = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)])

/** An authenticator with one P-256 key and attestation "none", as WebAuthn level 2 describes it. */
export class TestAuthenticator {
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  readonly id = b64(randomBytes(32))
  #userHandle = ''
  counter = 0
  verifiesUser = true

  constructor(readonly origin: string) {}

  create(asked: PasskeyCreation, origin = this.origin): string {
    this.#userHandle = asked.user.id
    const jwk = this.#keys.publicKey.export({ format: 'jwk' })
    // {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
    const key = Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      cborBytes(Buffer.from(jwk.x ?? '', 'base64url')),
      Buffer.from([0x22]),
      cborBytes(Buffer.from(jwk.y ?? '', 'base64url')),
    ])
    const id = Buffer.from(this.id, 'base64url')
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key])
    const authData = Buffer.concat([this.#head(asked.rp.id ?? '', CREDENTIAL), attested])
    const attestationObject = Buffer.concat([
      Buffer.from([0xa3]),
      ...[cborText('fmt'), cborText('none'), cborText('attStmt'), Buffer.from([0xa0])],
      ...[cborText('authData'), cborBytes(authData)],
    ])
    return this.#sent({
      clientDataJSON: b64(this.#clientData('webauthn.create', asked.challenge, origin)),
      attestationObject: b64(attestationObject),
      transports: ['internal'],
    })
  }

  get(asked: PasskeyQuestion, origin = this.origin): string {
    this.counter += 1
    const authenticatorData = this.#head(asked.rpId ?? '', 0)
    const clientData = this.#clientData('webauthn.get', asked.challenge, origin)
    const signature = createSign('sha256')
      .update(authenticatorData)
      .update(sha256(clientData))
      .sign(this.#keys.privateKey)
    return this.#sent({
      clientDataJSON: b64(clientData),
      authenticatorData: b64(authenticatorData),
      signature: b64(signature),
      userHandle: this.#userHandle,
    })
  }

  #head(rpId: string, more: number): Buffer {
    const head = Buffer.alloc(5)
    head[0] = USER_PRESENT | (this.verifiesUser ? USER_VERIFIED : 0) | more
    head.writeUInt32BE(this.counter, 1)
    return Buffer.concat([sha256(rpId), head])
  }

  #clientData(type: string, challenge: string, origin: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  }

  #sent(response: Record<string, unknown>): string {
    const { id } = this
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })
  }
}
