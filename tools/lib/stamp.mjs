import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from './root.mjs'

const SKIPPED = new Set([
  'node_modules',
  'dist',
  'build',
  '.turbo',
  '.data',
  '.cache',
  '.git',
  'test-results',
])

/** Every file below the folder, as paths relative to the root, in a fixed order. */
export function filesBelow(folder) {
  const found = []
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
    if (SKIPPED.has(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) found.push(...filesBelow(path))
    else if (entry.isFile()) found.push(path)
  }
  return found.sort()
}

/** A hash over names and contents; an absent file counts as such. */
export function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths) {
    const full = join(ROOT, path)
    hash.update(`\0${path}\0`)
    if (existsSync(full)) hash.update(readFileSync(full))
  }
  return hash.digest('hex')
}

export function readStamp(file) {
  const full = join(ROOT, file)
  return existsSync(full) ? readFileSync(full, 'utf8') : null
}

export function writeStamp(file, value) {
  const full = join(ROOT, file)
  mkdirSync(dirname(full), { recursive: true })
  writeFileSync(full, value)
}
