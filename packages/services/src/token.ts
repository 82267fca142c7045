import { createHash, randomBytes } from 'node:crypto'

const TOKEN_BYTES = 32
const TOKEN = /^[A-Za-z0-9_-]{43}$/

/** 32 random bytes, base64url: what a cookie holds and no table. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url')

export const isToken = (text: string): boolean => TOKEN.test(text)

/** What the database knows of a token. */
export const hashOf = (token: string): Uint8Array =>
  new Uint8Array(createHash('sha256').update(token).digest())
