// Plain JavaScript on purpose: `tools/up.mjs` reads the same settings before anything is installed, so
// this file may import nothing but Node and needs no build. Its types stand in `environment.d.mts`.
import { resolve } from 'node:path'

/** A setting that cannot be meant. Its message is one line for the person who set it. */
export class SettingsError extends Error {
  constructor(message) {
    super(message)
    this.name = 'SettingsError'
  }
}

const MODES = ['production', 'development', 'test']

/** An empty variable means the same as an absent one: compose files and shells write both. */
const given = (env, name) => {
  const value = env[name]?.trim()
  return value === undefined || value === '' ? null : value
}

function port(env, name, fallback) {
  const text = given(env, name)
  if (text === null) return fallback
  const value = Number(text)
  if (!/^\d{1,5}$/.test(text) || value < 1 || value > 65_535) {
    throw new SettingsError(`${name} harus bilangan 1–65535, bukan "${text}"`)
  }
  return value
}

function flag(env, name) {
  const text = given(env, name)
  if (text === null) return null
  if (text === '1' || text === 'true') return true
  if (text === '0' || text === 'false') return false
  throw new SettingsError(`${name} harus 1 atau 0, bukan "${text}"`)
}

function url(env, name, protocols) {
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

function host(env) {
  const text = given(env, 'HOST') ?? '127.0.0.1'
  if (!/^[A-Za-z0-9.:_-]{1,253}$/.test(text)) {
    throw new SettingsError(`HOST harus nama atau alamat IP tanpa port, bukan "${text}"`)
  }
  return text
}

function baseUrl(env, hostName, portNumber) {
  const parsed = url(env, 'BASE_URL', ['http:', 'https:'])
  if (parsed !== null) {
    if (parsed.pathname !== '/' || parsed.search !== '' || parsed.hash !== '' || parsed.username !== '') {
      throw new SettingsError(
        'BASE_URL hanya memuat skema, nama, dan port, misalnya https://rapat.contoh.go.id',
      )
    }
    return parsed.origin
  }
  // A wildcard is not an address that a browser can open.
  const name = isLoopback(hostName) || hostName === '0.0.0.0' || hostName === '::' ? 'localhost' : hostName
  return new URL(`http://${name.includes(':') ? `[${name}]` : name}:${portNumber}`).origin
}

function databaseUrl(env) {
  const parsed = url(env, 'DATABASE_URL', ['postgres:', 'postgresql:'])
  if (parsed === null) return null
  if (parsed.pathname.length < 2) throw new SettingsError('DATABASE_URL tidak menyebut nama basis data')
  return given(env, 'DATABASE_URL')
}

function sessionSecret(env) {
  const text = given(env, 'SESSION_SECRET')
  if (text !== null && text.length < 32) {
    throw new SettingsError('SESSION_SECRET terlalu pendek: paling sedikit 32 karakter')
  }
  return text
}

export function parseSettings(env, folder = process.cwd()) {
  const mode = given(env, 'NODE_ENV') ?? 'production'
  if (!MODES.includes(mode)) {
    throw new SettingsError(`NODE_ENV harus ${MODES.join(', ')}, bukan "${mode}"`)
  }
  const hostName = host(env)
  const portNumber = port(env, 'PORT', 3000)
  const wantsDemo = flag(env, 'DEMO')
  if (wantsDemo === true && !isLoopback(hostName)) {
    throw new SettingsError(
      `DEMO=1 ditolak pada HOST=${hostName}: kata sandi contoh diketahui umum. Pakai DEMO=0 atau HOST=127.0.0.1`,
    )
  }
  const realtimePort = port(env, 'REALTIME_PORT', null)
  if (realtimePort === portNumber) throw new SettingsError('REALTIME_PORT tidak boleh sama dengan PORT')
  const base = baseUrl(env, hostName, portNumber)
  return Object.freeze({
    mode,
    host: hostName,
    port: portNumber,
    baseUrl: base,
    secure: base.startsWith('https:'),
    dataDir: resolve(folder, given(env, 'DATA_DIR') ?? '.data'),
    databaseUrl: databaseUrl(env),
    sessionSecret: sessionSecret(env),
    demo: wantsDemo ?? isLoopback(hostName),
    realtimePort,
  })
}

export function parseServiceSettings(env, folder = process.cwd()) {
  const settings = parseSettings(env, folder)
  for (const [name, value] of [
    ['DATABASE_URL', settings.databaseUrl],
    ['SESSION_SECRET', settings.sessionSecret],
    ['REALTIME_PORT', settings.realtimePort],
  ]) {
    if (value === null) throw new SettingsError(`${name} belum diatur`)
  }
  return settings
}

export function serviceEnvironment(settings) {
  return {
    NODE_ENV: settings.mode,
    HOST: settings.host,
    PORT: String(settings.port),
    BASE_URL: settings.baseUrl,
    DATA_DIR: settings.dataDir,
    DATABASE_URL: settings.databaseUrl,
    SESSION_SECRET: settings.sessionSecret,
    REALTIME_PORT: String(settings.realtimePort),
    DEMO: settings.demo ? '1' : '0',
  }
}
