import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseServiceSettings } from '../packages/settings/src/environment.mjs'
import { ROOT } from './lib/root.mjs'

const FOLDER = join(ROOT, 'deploy/systemd')
const UNITS = readdirSync(FOLDER).filter(name => /\.(service|target)$/.test(name))
const textOf = name => readFileSync(join(FOLDER, name), 'utf8')

/** Section → key → its values, in their order. */
function sectionsOf(name) {
  const sections = {}
  let open = {}
  for (const line of textOf(name).split('\n')) {
    const [, section] = /^\[(\w+)\]$/.exec(line) ?? []
    const [, key, value] = /^([A-Za-z]+)=(.*)$/.exec(line) ?? []
    if (section !== undefined) open = sections[section] = {}
    else if (key !== undefined) open[key] = [...(open[key] ?? []), value]
    else expect(line, `${name} says nothing that systemd does not know`).toMatch(/^(#.*)?$/)
  }
  return sections
}

const services = ['migrate', 'portal', 'realtime', 'worker']
const serviceOf = name => sectionsOf(`mufakat-${name}.service`).Service
const hasAnalyze = spawnSync('systemd-analyze', ['--version']).status === 0

describe('deploy/systemd', () => {
  it('has a unit for each process, and one for all', () => {
    expect(UNITS.sort()).toEqual([...services.map(name => `mufakat-${name}.service`), 'mufakat.target'])
    const wanted = sectionsOf('mufakat.target').Unit.Wants.join(' ').split(' ')
    expect(wanted).toEqual(['portal', 'realtime', 'worker'].map(name => `mufakat-${name}.service`))
  })

  it.each(services)('keeps %s from what it does not need', name => {
    const service = serviceOf(name)
    for (const key of [
      'NoNewPrivileges',
      'ProtectHome',
      'PrivateTmp',
      'PrivateDevices',
      'RestrictNamespaces',
    ])
      expect(service[key], key).toEqual(['yes'])
    expect([service.ProtectSystem, service.CapabilityBoundingSet, service.User]).toEqual([
      ['strict'],
      [''],
      ['mufakat'],
    ])
  })

  it.each(services)('starts %s with settings that it accepts, and secrets from credentials alone', name => {
    const service = serviceOf(name)
    const lines = textOf('mufakat.env')
      .split('\n')
      .filter(line => /^\w+=/.test(line))
    const environment = Object.fromEntries(lines.map(line => line.split(/=(.*)/s)))
    expect(Object.keys(environment).join()).not.toMatch(/SECRET|PASSWORD|DATABASE/)
    const credentials = service.LoadCredential.map(one => one.split(':')[0])
    const folder = mkdtempSync(join(tmpdir(), 'mufakat-kredensial-'))
    for (const one of credentials)
      writeFileSync(join(folder, one), one.includes('url') ? 'postgres://u:p@h/d' : 'x'.repeat(32))
    for (const one of service.Environment) {
      const [key, value] = one.split(/=(.*)/s)
      environment[key] = value.replace('%d', folder)
    }
    const settings = parseServiceSettings(environment)
    rmSync(folder, { recursive: true })
    expect([settings.secure, settings.demo, settings.host]).toEqual([true, false, '127.0.0.1'])
    // Who owns the database is told to nobody but who migrates.
    expect(settings.databaseOwnerUrl === null).toBe(name !== 'migrate')
  })

  it.each(services)('runs what the build of %s leaves, and lets it end', name => {
    const service = serviceOf(name)
    const entry = service.ExecStart[0].split(' ').find(part => part.startsWith('apps/'))
    const manifest = join(ROOT, entry.split('/').slice(0, 2).join('/'), 'package.json')
    expect(JSON.parse(readFileSync(manifest, 'utf8')).scripts.build).toContain(
      entry.split('/').slice(2).join('/'),
    )
    if (name === 'migrate') return
    expect(service.Restart).toEqual(['always'])
    expect(Number.parseInt(service.TimeoutStopSec[0], 10)).toBeGreaterThan(10)
  })

  it.skipIf(!hasAnalyze)('is what systemd itself takes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mufakat-unit-'))
    for (const name of UNITS)
      writeFileSync(join(folder, name), textOf(name).replace('/usr/bin/node', process.execPath))
    const { status, stdout, stderr } = spawnSync(
      'systemd-analyze',
      ['verify', ...UNITS.map(name => join(folder, name))],
      {
        encoding: 'utf8',
        env: { ...process.env, SYSTEMD_UNIT_PATH: `${folder}:` },
      },
    )
    rmSync(folder, { recursive: true })
    const ours = `${stdout}${stderr}`.split('\n').filter(line => line.includes('mufakat'))
    expect([status, ours]).toEqual([0, []])
  })
})
