// Plain JavaScript on purpose: `tools/up.mjs` reads the same settings before anything is installed, so
// this file may import nothing but Node and needs no build. Its types stand in `environment.d.mts`.
import { resolve } from 'node:path'
import { flag, given, isLoopback, networks, port, SettingsError, url, withSecrets } from './read.mjs'
import { smtpEnvironment, smtpSettings } from './smtp.mjs'

export { isLoopback, SettingsError }

const MODES = ['production', 'development', 'test']

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

function databaseUrl(env, name) {
  const parsed = url(env, name, ['postgres:', 'postgresql:'])
  if (parsed === null) return null
  if (parsed.pathname.length < 2) throw new SettingsError(`${name} tidak menyebut nama basis data`)
  return given(env, name)
}

/** Both or one: the owner's alone would leave the apps without a way in. */
function databaseUrls(env) {
  const forApps = databaseUrl(env, 'DATABASE_URL')
  const forOwner = databaseUrl(env, 'DATABASE_OWNER_URL')
  if (forOwner !== null && forApps === null) {
    throw new SettingsError('DATABASE_OWNER_URL diatur tanpa DATABASE_URL, alamat bagi aplikasi')
  }
  return { databaseUrl: forApps, databaseOwnerUrl: forOwner }
}

function clamdUrl(env) {
  const parsed = url(env, 'CLAMD_URL', ['tcp:', 'unix:'])
  if (parsed === null) return null
  if (parsed.protocol === 'unix:' ? parsed.pathname.length < 2 : parsed.hostname === '') {
    throw new SettingsError('CLAMD_URL harus tcp://nama:porta atau unix:/lokasi/soket')
  }
  return parsed.href
}

function sessionSecret(env) {
  const text = given(env, 'SESSION_SECRET')
  if (text !== null && text.length < 32) {
    throw new SettingsError('SESSION_SECRET terlalu pendek: paling sedikit 32 karakter')
  }
  return text
}

export function parseSettings(environment, folder = process.cwd()) {
  const env = withSecrets(environment)
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
  const workerPort = port(env, 'WORKER_PORT', null)
  const metricsPort = port(env, 'METRICS_PORT', null)
  const ports = [portNumber, realtimePort, workerPort, metricsPort].filter(one => one !== null)
  if (new Set(ports).size < ports.length) {
    throw new SettingsError('PORT, REALTIME_PORT, WORKER_PORT, dan METRICS_PORT harus berbeda')
  }
  const base = baseUrl(env, hostName, portNumber)
  const path = name => {
    const text = given(env, name)
    return text === null ? null : resolve(folder, text)
  }
  return Object.freeze({
    mode,
    host: hostName,
    port: portNumber,
    baseUrl: base,
    secure: base.startsWith('https:'),
    dataDir: resolve(folder, given(env, 'DATA_DIR') ?? '.data'),
    ...databaseUrls(env),
    sessionSecret: sessionSecret(env),
    clamdUrl: clamdUrl(env),
    auditKeyFile: path('AUDIT_KEY_FILE'),
    backupDir: path('BACKUP_DIR'),
    trustedProxies: networks(env, 'TRUSTED_PROXIES'),
    demo: wantsDemo ?? isLoopback(hostName),
    realtimePort,
    workerPort,
    metricsPort,
    traces: url(env, 'OTEL_EXPORTER_OTLP_ENDPOINT', ['http:', 'https:'])?.href ?? null,
    smtp: smtpSettings(env),
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

// Without DATABASE_OWNER_URL: what the apps do not know, nobody gets out of them.
export function serviceEnvironment(settings) {
  return {
    NODE_ENV: settings.mode,
    HOST: settings.host,
    PORT: String(settings.port),
    BASE_URL: settings.baseUrl,
    DATA_DIR: settings.dataDir,
    DATABASE_URL: settings.databaseUrl,
    SESSION_SECRET: settings.sessionSecret,
    CLAMD_URL: settings.clamdUrl ?? '',
    AUDIT_KEY_FILE: settings.auditKeyFile ?? '',
    BACKUP_DIR: settings.backupDir ?? '',
    TRUSTED_PROXIES: settings.trustedProxies.join(' '),
    REALTIME_PORT: String(settings.realtimePort),
    DEMO: settings.demo ? '1' : '0',
    ...(settings.workerPort === null ? {} : { WORKER_PORT: String(settings.workerPort) }),
    ...(settings.metricsPort === null ? {} : { METRICS_PORT: String(settings.metricsPort) }),
    ...(settings.traces === null ? {} : { OTEL_EXPORTER_OTLP_ENDPOINT: settings.traces }),
    ...(settings.smtp === null ? {} : smtpEnvironment(settings.smtp)),
  }
}
