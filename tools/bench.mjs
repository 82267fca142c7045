// `npm run bench [-- NAME] [--quick] [--json FILE]`: measures, one program each in benchmarks/src. Without a name all.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const room = fileURLToPath(new URL('../benchmarks/', import.meta.url))
const [first, ...rest] = process.argv.slice(2)
if (first === undefined || first.startsWith('--')) {
  // A file would be written twice.
  const options = process.argv.slice(2).filter(option => option === '--quick')
  process.exit(Math.max(...['live', 'pages'].map(name => run(name, options))))
}
if (!/^[a-z]+$/.test(first) || !existsSync(`${room}src/${first}.ts`)) {
  console.error(`no such benchmark: ${first}`)
  process.exit(1)
}
process.exit(run(first, rest))

function run(name, options) {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', `src/${name}.ts`, ...options], {
    cwd: room,
    stdio: 'inherit',
  })
  return status ?? 1
}
