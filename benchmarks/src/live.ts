import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type CaseResult, type Measure, runCase } from './live/measure'
import { latency } from './live/measures/latency'
import { saturation } from './live/measures/saturation'
import { steady } from './live/measures/steady'
import { PEERS } from './live/peers'
import { rowsOf } from './live/table'
import { openWorld } from './live/world'

const MEASURES: readonly Measure[] = [saturation, steady, latency]

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    only: { type: 'string' },
    case: { type: 'string' },
    peers: { type: 'string' },
    repetitions: { type: 'string' },
    seconds: { type: 'string' },
  },
})
const { quick } = options
const effort = {
  quick,
  seconds: Number(options.seconds ?? (quick ? 3 : 10)),
  repetitions: Number(options.repetitions ?? (quick ? 1 : 3)),
}
const listed = (text: string | undefined) => text?.split(',').map(name => name.trim()) ?? null
const wanted = (names: string[] | null, name: string) => names === null || names.includes(name)
const only = listed(options.only)
const among = listed(options.peers)

const results: CaseResult[] = []
const world = await openWorld()
try {
  for (const measure of MEASURES.filter(({ name }) => wanted(only, name))) {
    for (const one of measure.cases.filter(
      ({ name }) => options.case === undefined || name.includes(options.case),
    )) {
      const peers = PEERS.filter(({ name }) => wanted(among, name) && (one.peers?.includes(name) ?? true))
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
if (results.some(({ peers }) => Object.values(peers).some(figures => typeof figures === 'string')))
  process.exitCode = 1
