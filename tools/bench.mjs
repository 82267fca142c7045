// `npm run bench -- pages [--quick] [--json FILE]`: measures, one program each in benchmarks/src.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const [name = 'pages', ...rest] = process.argv.slice(2)
const room = fileURLToPath(new URL('../benchmarks/', import.meta.url))
if (!/^[a-z]+$/.test(name) || !existsSync(`${room}src/${name}.ts`)) {
  console.error(`no such benchmark: ${name}`)
  process.exit(1)
}
const { status } = spawnSync(process.execPath, ['--import', 'tsx', `src/${name}.ts`, ...rest], {
  cwd: room,
  stdio: 'inherit',
})
process.exit(status ?? 1)
