// The parts that settings are read with. Plain JavaScript, see `environment.mjs`.

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
