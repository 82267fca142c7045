import { existsSync, readdirSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { ROOT } from './root.mjs'
import { run } from './run.mjs'
import { hashOf, readStamp, writeStamp } from './stamp.mjs'

/** pnpm 11 refuses Node 20, and pnpm 12 fails on a frozen lockfile. */
const PNPM = '10.34.9'
const PNPM_NOTE = `.cache/pnpm-${PNPM}`
const STAMP = 'node_modules/.mufakat-install'
/** pnpm writes it last: without it an install was cut short. */
const WHOLE = 'node_modules/.modules.yaml'

/** Path of the pinned pnpm; npx is asked only once, because it takes seconds. */
export async function pnpmPath() {
  const known = readStamp(PNPM_NOTE)
  if (known !== null && existsSync(known)) return known
  const { code, stdout, stderr } = await run(
    'npx',
    ['--yes', `--package=pnpm@${PNPM}`, '-c', 'command -v pnpm'],
    {
      cwd: ROOT,
      env: toolEnvironment(),
      capture: true,
    },
  )
  const path = stdout.trim().split('\n').at(-1) ?? ''
  if (code !== 0 || !existsSync(path)) {
    throw new Error(`pnpm ${PNPM} tidak dapat diambil lewat npx: ${stderr.trim().split('\n').at(-1) ?? ''}`)
  }
  writeStamp(PNPM_NOTE, path)
  return path
}

/** For package managers and builders: without our own settings, of which NODE_ENV would leave half out. */
export function toolEnvironment(pnpm) {
  const { NODE_ENV: _mode, ...env } = process.env
  return {
    ...env,
    PATH: [pnpm && dirname(pnpm), dirname(process.execPath), join(ROOT, 'node_modules/.bin'), env.PATH]
      .filter(Boolean)
      .join(delimiter),
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
  }
}

function manifests() {
  const rooms = ['apps', 'packages'].flatMap(folder =>
    readdirSync(join(ROOT, folder)).map(name => `${folder}/${name}/package.json`),
  )
  return [
    'package.json',
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    '.npmrc',
    'e2e/package.json',
    ...rooms.sort(),
  ]
}

/** Installs unless nothing that decides about it has changed since the last time. */
export async function installWhenChanged() {
  const wanted = hashOf(manifests())
  if (readStamp(STAMP) === wanted && existsSync(join(ROOT, WHOLE))) return
  console.log('Memasang paket …')
  const pnpm = await pnpmPath()
  const { code } = await run(process.execPath, [pnpm, 'install', '--frozen-lockfile', '--prefer-offline'], {
    cwd: ROOT,
    env: toolEnvironment(pnpm),
  })
  if (code !== 0) throw new Error(`Pemasangan paket gagal (kode ${code}); lihat pesan di atas`)
  writeStamp(STAMP, wanted)
}
