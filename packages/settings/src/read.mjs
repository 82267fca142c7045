// The parts that settings are read with. Plain JavaScript, see `environment.mjs`.
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'

/** A setting that cannot be meant. Its message is one line for the person who set it. */
export class SettingsError extends Error {
  constructor(message) {
    super(message)
    this.name = 'SettingsError'
  }
}

/** An empty variable means the same as an absent one: compose files and shells write both. */
export const given = (env, name) => {
  const value = env[name]?.trim()
  return value === undefined || value === '' ? null : value
}

/** What may stand in a file instead, whose path is in the variable of its name with `_FILE`. */
const SECRETS = ['SESSION_SECRET', 'DATABASE_URL', 'DATABASE_OWNER_URL', 'SMTP_PASSWORD']

/** The environment with the secrets that are kept in files, as systemd and containers hand them over. */
export function withSecrets(env) {
  const read = {}
  for (const name of SECRETS) {
    const file = given(env, `${name}_FILE`)
    if (file === null) continue
    if (given(env, name) !== null)
      throw new SettingsError(`${name} dan ${name}_FILE tidak boleh keduanya diatur`)
    try {
      read[name] = readFileSync(file, 'utf8').trim()
    } catch {
      throw new SettingsError(`${name}_FILE tidak dapat dibaca: ${file}`)
    }
    if (read[name] === '') throw new SettingsError(`${name}_FILE kosong: ${file}`)
  }
  return { ...env, ...read }
}

/** Addresses and networks ("10.1.2.3 10.2.0.0/16"), parted by blanks or commas. */
export function networks(env, name) {
  const list = (given(env, name) ?? '').split(/[\s,]+/).filter(text => text !== '')
  for (const text of list) {
    const [address = '', bits, ...more] = text.split('/')
    const most = { 4: 32, 6: 128 }[isIP(address)]
    const isNetwork =
      bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= most)
    if (most === undefined || !isNetwork || more.length > 0)
      throw new SettingsError(
        `${name} harus alamat atau jaringan seperti 10.1.2.3 atau 10.2.0.0/16, bukan "${text}"`,
      )
  }
  return list
}

export function port(env, name, fallback) {
  const text = given(env, name)
  if (text === null) return fallback
  const value = Number(text)
  if (!/^\d{1,5}$/.test(text) || value < 1 || value > 65_535) {
    throw new SettingsError(`${name} harus bilangan 1–65535, bukan "${text}"`)
  }
  return value
}

export function flag(env, name) {
  const text = given(env, name)
  if (text === null) return null
  if (text === '1' || text === 'true') return true
  if (text === '0' || text === 'false') return false
  throw new SettingsError(`${name} harus 1 atau 0, bukan "${text}"`)
}

export function url(env, name, protocols) {
  const text = given(env, name)
  if (text === null) return null
  // The value may hold a password, so it is never printed.
  if (!URL.canParse(text)) throw new SettingsError(`${name} bukan alamat yang sah`)
  const parsed = new URL(text)
  if (!protocols.includes(parsed.protocol)) {
    throw new SettingsError(`${name} harus diawali ${protocols.map(p => `${p}//`).join(' atau ')}`)
  }
  return parsed
}

/** Whether only this machine can reach what listens there. */
export function isLoopback(host) {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}
