import { readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type CaseResult, type Measure, runCase, together } from './live/measure'
import { coldOpen } from './live/measures/cold'
import { killing } from './live/measures/kill'
import { latency } from './live/measures/latency'
import { remembering } from './live/measures/memory'
import { saturation } from './live/measures/saturation'
import { steady } from './live/measures/steady'
import { reconnecting } from './live/measures/storm'
import { PEERS } from './live/peers'
import { documentOf, machineOf, type Run, versionsOfPeers } from './live/report'
import { rowsOf } from './live/table'
import { TRACE_FILE } from './live/trace'
import { openWorld } from './live/world'

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    /** Into docs/benchmarks.md. */
    write: { type: 'boolean', default: false },
    /** Written from these files of `--json` instead of a run. */
    from: { type: 'string' },
    only: { type: 'string' },
    /** Cases whose name holds this. */
    case: { type: 'string' },
    peers: { type: 'string' },
    repetitions: { type: 'string' },
    seconds: { type: 'string' },
    trace: { type: 'string', default: process.env.BENCH_TRACE ?? TRACE_FILE },
  },
})
const { quick } = options
const effort = {
  quick,
  seconds: Number(options.seconds ?? (quick ? 3 : 10)),
  repetitions: Number(options.repetitions ?? (quick ? 1 : 3)),
}

const MEASURES: readonly Measure[] = [
  saturation,
  steady,
  latency,
  killing,
  coldOpen(options.trace),
  reconnecting,
  remembering,
]

const REPORT = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url))

const listed = (text: string | undefined) => text?.split(',').map(name => name.trim()) ?? null
const only = listed(options.only)
const among = listed(options.peers)
const results: CaseResult[] = []
if (options.from !== undefined) {
  const runs = (listed(options.from) ?? []).map(file => JSON.parse(readFileSync(file, 'utf8')) as Run)
  const [first] = runs
  if (first === undefined) throw new Error('--from names no file')
  // What is said of all holds of the least of them.
  const least = { ...first.effort, seconds: Math.min(...runs.map(run => run.effort.seconds)) }
  const results = together(runs.flatMap(run => run.results))
  const told: Run = { ...first, effort: least, versions: versionsOfPeers(), results }
  writeFileSync(REPORT, documentOf(told, MEASURES))
  process.exit(0)
}

const machine = machineOf(loadavg()[0] ?? 0)
const at = new Date().toISOString().slice(0, 10)
const world = await openWorld()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // Its Postgres would outlive us.
  process.once(signal, () => void world.close().finally(() => process.exit(1)))
}
try {
  for (const measure of MEASURES.filter(({ name }) => only?.includes(name) ?? true)) {
    for (const one of measure.cases.filter(one => one.name.includes(options.case ?? ''))) {
      const peers = PEERS.filter(
        peer =>
          (among?.includes(peer.name) ?? true) &&
          (one.peers?.includes(peer.name) ?? true) &&
          (peer.measures?.includes(measure.name) ?? true),
      )
      const result = await runCase(world, measure, one, peers, effort)
      console.log(`\n${measure.title}: ${one.name}`)
      console.table(rowsOf(result))
      results.push(result)
    }
  }
} finally {
  await world.close()
}
const run: Run = { effort, at, machine, versions: versionsOfPeers(), results }
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(run, null, 2)}\n`)
if (options.write) writeFileSync(REPORT, documentOf(run, MEASURES))
const failed = results.some(({ peers }) => Object.values(peers).some(figures => typeof figures === 'string'))
process.exit(failed ? 1 : 0)
