import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseServiceSettings, parseSettings, SettingsError, serviceEnvironment } from './index'

const SECRET = 'x'.repeat(32)

const refusal = (env: Record<string, string>): string => {
  try {
    parseSettings(env)
  } catch (error) {
    if (error instanceof SettingsError) return error.message
    throw error
  }
  return 'accepted'
}

describe('settings', () => {
  it('needs nothing: a machine of one’s own, with the demo', () => {
    expect(parseSettings({}, '/srv/mufakat')).toEqual({
      mode: 'production',
      host: '127.0.0.1',
      port: 3000,
      baseUrl: 'http://localhost:3000',
      secure: false,
      dataDir: '/srv/mufakat/.data',
      databaseUrl: null,
      databaseOwnerUrl: null,
      sessionSecret: null,
      clamdUrl: null,
      auditKeyFile: null,
      backupDir: null,
      trustedProxies: [],
      demo: true,
      realtimePort: null,
      workerPort: null,
      metricsPort: null,
      traces: null,
      smtp: null,
    })
  })

  it('takes an empty variable as an absent one', () => {
    expect(parseSettings({ PORT: '', DEMO: ' ', BASE_URL: '' }, '/a')).toEqual(parseSettings({}, '/a'))
  })

  it('is secure when people come by https, and keeps only the origin', () => {
    const settings = parseSettings({ BASE_URL: 'https://rapat.contoh.go.id/' })
    expect([settings.baseUrl, settings.secure]).toEqual(['https://rapat.contoh.go.id', true])
  })

  it('has no demo where others can come in, and refuses to be told otherwise', () => {
    expect(parseSettings({ HOST: '0.0.0.0' }).demo).toBe(false)
    expect(refusal({ HOST: '0.0.0.0', DEMO: '1' })).toContain('DEMO=1 ditolak')
    expect(parseSettings({ HOST: '::1', DEMO: '1' }).demo).toBe(true)
  })

  it.each([
    [{ PORT: 'tiga' }, 'PORT'],
    [{ PORT: '0' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ PORT: '3000', REALTIME_PORT: '3000' }, 'REALTIME_PORT'],
    [{ HOST: 'http://x' }, 'HOST'],
    [{ DEMO: 'ya' }, 'DEMO'],
    [{ NODE_ENV: 'prod' }, 'NODE_ENV'],
    [{ BASE_URL: 'rapat.go.id' }, 'BASE_URL'],
    [{ BASE_URL: 'https://rapat.go.id/portal' }, 'BASE_URL'],
    [{ DATABASE_URL: 'mysql://u:rahasia@h/d' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'postgres://u:rahasia@h' }, 'DATABASE_URL'],
    [
      { DATABASE_URL: 'postgres://u@h/d', DATABASE_OWNER_URL: 'postgres://o:rahasia@h' },
      'DATABASE_OWNER_URL',
    ],
    [{ DATABASE_OWNER_URL: 'postgres://o:rahasia@h/d' }, 'DATABASE_OWNER_URL'],
    [{ SESSION_SECRET: 'pendek' }, 'SESSION_SECRET'],
    [{ SESSION_SECRET_FILE: '/tidak/ada' }, 'SESSION_SECRET_FILE'],
    [{ SESSION_SECRET_FILE: '/dev/null' }, 'SESSION_SECRET_FILE'],
    [{ SESSION_SECRET_FILE: '/x', SESSION_SECRET: SECRET }, 'SESSION_SECRET_FILE'],
    [{ TRUSTED_PROXIES: 'proksi.contoh.go.id' }, 'TRUSTED_PROXIES'],
    [{ TRUSTED_PROXIES: '10.0.0.0/33' }, 'TRUSTED_PROXIES'],
    [{ TRUSTED_PROXIES: '0.0.0.0/0' }, 'TRUSTED_PROXIES'],
    [{ WORKER_PORT: '3001', METRICS_PORT: '3001' }, 'METRICS_PORT'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'kolektor:4318' }, 'OTEL_EXPORTER_OTLP_ENDPOINT'],
    [{ SMTP_HOST: 'smtp.contoh.go.id' }, 'MAIL_FROM'],
    [{ SMTP_HOST: 'a b', MAIL_FROM: 'a@b.id' }, 'SMTP_HOST'],
    [{ SMTP_HOST: 'a', MAIL_FROM: 'bukan alamat' }, 'MAIL_FROM'],
    [{ SMTP_HOST: 'a', MAIL_FROM: 'a@b.id\r\nBcc: c@d.id' }, 'MAIL_FROM'],
    [{ SMTP_HOST: 'a', MAIL_FROM: 'a@b.id', MAIL_REPLY_TO: 'x' }, 'MAIL_REPLY_TO'],
    [{ SMTP_HOST: 'a', MAIL_FROM: 'a@b.id', SMTP_TLS: 'ssl' }, 'SMTP_TLS'],
    [{ SMTP_HOST: 'a', MAIL_FROM: 'a@b.id', SMTP_USER: 'u' }, 'SMTP_PASSWORD'],
    [
      { SMTP_HOST: 'a.id', MAIL_FROM: 'a@b.id', SMTP_TLS: 'none', SMTP_USER: 'u', SMTP_PASSWORD: 'rahasia' },
      'SMTP_TLS',
    ],
    [{ CLAMD_URL: 'http://127.0.0.1:3310' }, 'CLAMD_URL'],
    [{ CLAMD_URL: 'unix:' }, 'CLAMD_URL'],
  ])('refuses %j in one line that names it and tells no secret', (env, name) => {
    const message = refusal(env as Record<string, string>)
    expect(message).toContain(name)
    expect(message).not.toMatch(/\n|rahasia|pendek"/)
  })

  it('hands a child everything, and the child reads the same', () => {
    const complete = parseServiceSettings({
      DATABASE_URL: 'postgres://u:p@127.0.0.1:5432/mufakat',
      SESSION_SECRET: SECRET,
      REALTIME_PORT: '3100',
      WORKER_PORT: '3101',
      METRICS_PORT: '3102',
      AUDIT_KEY_FILE: '/run/secrets/audit.key',
      BACKUP_DIR: '/mnt/nas',
      TRUSTED_PROXIES: '10.1.2.3, 10.2.0.0/16 2001:db8::/32',
      HOST: '0.0.0.0',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318/',
      SMTP_HOST: 'smtp.contoh.go.id',
      SMTP_USER: 'mufakat',
      SMTP_PASSWORD: 'p',
      MAIL_FROM: 'Portal Rapat <rapat@contoh.go.id>',
      MAIL_REPLY_TO: 'kominfo@contoh.go.id',
      CLAMD_URL: 'unix:/run/clamav/clamd.ctl',
    })
    expect(complete.smtp).toEqual({
      host: 'smtp.contoh.go.id',
      port: 587,
      tls: 'starttls',
      user: 'mufakat',
      password: 'p',
      from: 'rapat@contoh.go.id',
      fromName: 'Portal Rapat',
      replyTo: 'kominfo@contoh.go.id',
    })
    expect(parseServiceSettings(serviceEnvironment(complete))).toEqual(complete)
  })

  it('reads secrets from files, and hands on what they say', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mufakat-rahasia-'))
    const files = { SESSION_SECRET: SECRET, DATABASE_URL: 'postgres://u:p@127.0.0.1:5432/mufakat' }
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), `${text}\n`)
    const named = Object.fromEntries(Object.keys(files).map(name => [`${name}_FILE`, join(folder, name)]))
    const fromFiles = parseServiceSettings({ ...named, REALTIME_PORT: '3100' })
    expect(fromFiles).toEqual(parseServiceSettings({ ...files, REALTIME_PORT: '3100' }))
    expect(serviceEnvironment(fromFiles)).toMatchObject(files)
    await rm(folder, { recursive: true })
  })

  it('does not tell a child who owns the database', () => {
    const complete = parseServiceSettings({
      DATABASE_URL: 'postgres://u:p@127.0.0.1:5432/mufakat',
      DATABASE_OWNER_URL: 'postgres://pemilik:rahasia@127.0.0.1:5432/mufakat',
      SESSION_SECRET: SECRET,
      REALTIME_PORT: '3100',
    })
    expect(complete.databaseOwnerUrl).toContain('pemilik')
    expect(JSON.stringify(serviceEnvironment(complete))).not.toMatch(/pemilik|rahasia/)
  })

  it('does not start a child on half an environment', () => {
    expect(() => parseServiceSettings({ SESSION_SECRET: SECRET, REALTIME_PORT: '3100' })).toThrow(
      'DATABASE_URL belum diatur',
    )
  })
})
