import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type CaseResult, type Measure, runCase } from './live/measure'
import { coldOpen } from './live/measures/cold'
import { killing } from './live/measures/kill'
import { latency } from './live/measures/latency'
import { saturation } from './live/measures/saturation'
import { steady } from './live/measures/steady'
import { reconnecting } from './live/measures/storm'
import { PEERS } from './live/peers'
import { rowsOf } from './live/table'
import { TRACE_FILE } from './live/trace'
import { openWorld } from './live/world'

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
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
]

const listed = (text: string | undefined) => text?.split(',').map(name => name.trim()) ?? null
const only = listed(options.only)
const among = listed(options.peers)
const results: CaseResult[] = []
const world = await openWorld()
try {
  for (const measure of MEASURES.filter(({ name }) => only?.includes(name) ?? true)) {
    for (const one of measure.cases.filter(one => one.name.includes(options.case ?? ''))) {
      const peers = PEERS.filter(
        peer => (among?.includes(peer.name) ?? true) && (one.peers?.includes(peer.name) ?? true),
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
if (options.json !== undefined)
  writeFileSync(options.json, `${JSON.stringify({ effort, results }, null, 2)}\n`)
const failed = results.some(({ peers }) => Object.values(peers).some(figures => typeof figures === 'string'))
process.exit(failed ? 1 : 0)
