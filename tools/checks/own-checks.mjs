// The checks of the house that no bought tool knows: `node tools/checks/own-checks.mjs`.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../lib/root.mjs'
import { citedPaths } from './cited-paths.mjs'
import { fileLength } from './file-length.mjs'
import { specRules } from './spec-rules.mjs'

const TEXT = /\.(ts|tsx|mjs|cjs|js|css|md)$/

// What git knows or would take: build output and caches are not ours to judge.
const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
const files = new Map()
for (const path of listed.split('\n')) {
  const full = join(ROOT, path)
  if (TEXT.test(path) && existsSync(full)) files.set(path, readFileSync(full, 'utf8'))
}

const findings = [
  ...fileLength(files),
  ...specRules(files),
  ...citedPaths(files, path => existsSync(join(ROOT, path))),
]
for (const finding of findings) console.error(finding)
process.exit(findings.length === 0 ? 0 : 1)
