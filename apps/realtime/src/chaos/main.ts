// `npm run chaos [-- --quick] [-- --only NAME] [-- --seed N]`: hard days, one after the other, with real processes.
import { parseArgs } from 'node:util'
import { closeStages, openStage, type Stage } from '../testing/stage'
import { badLine } from './bad-line'
import { clock } from './clock'
import { diskFull } from './disk-full'
import { forgery } from './forgery'
import { halfOpen } from './half-open'
import { kill } from './kill'
import { manyDocuments } from './many-documents'
import { oldClient } from './old-client'
import { postgresAway } from './postgres-away'
import { type Outcome, outcomeOf, type Run } from './scenario'
import { stalledReaders } from './stalled-readers'

const MINUTE_MS = 60_000
/** For each; the longest takes about ten minutes. */
const LIMIT_MS = 40 * MINUTE_MS
const JUMPS = [60 * MINUTE_MS, -120 * MINUTE_MS, 26 * 60 * MINUTE_MS, -3 * MINUTE_MS, -24 * 60 * MINUTE_MS]

type Scenario = (stage: Stage, isQuick: boolean, run: Run) => Promise<Outcome>

/** Each at its full length, and for a few minutes. */
const SCENARIOS: Readonly<Record<string, Scenario>> = {
  kill: (stage, isQuick, run) => {
    const counts = isQuick ? { kills: 14, wordsPerKill: 60 } : { kills: 105, wordsPerKill: 200 }
    return kill(stage, { ...counts, typists: 8, killsPerDocument: 7 }, run)
  },
  'postgres-away': (stage, isQuick, run) =>
    postgresAway(stage, { awayMs: isQuick ? 8_000 : 60_000, typists: 6, drainsWithinMs: 10_000 }, run),
  'disk-full': (_stage, isQuick, run) => diskFull({ fullMs: isQuick ? 3_000 : 30_000, typists: 6 }, run),
  'bad-line': (stage, isQuick, run) => {
    const counts = isQuick ? { rounds: 2, wordsPerRound: 100 } : { rounds: 20, wordsPerRound: 400 }
    return badLine(stage, { ...counts, share: 0.05 }, run)
  },
  'half-open': (stage, isQuick, run) => {
    const counts = isQuick
      ? { rounds: 4, wordsPerRound: 50, idle: 50 }
      : { rounds: 12, wordsPerRound: 200, idle: 400 }
    return halfOpen(stage, { ...counts, waits: true }, run)
  },
  forgery: (stage, isQuick, run) =>
    forgery(stage, isQuick ? { forged: 10_000, sockets: 20 } : { forged: 100_000, sockets: 90 }, run),
  'stalled-readers': (stage, isQuick, run) => {
    const counts = { readers: 20, charsPerPaste: 50_000, mayGrowBytes: 100_000_000 }
    return stalledReaders(stage, { ...counts, pastes: isQuick ? 20 : 200 }, run)
  },
  'many-documents': (stage, isQuick, run) =>
    manyDocuments(
      stage,
      { documents: isQuick ? 500 : 5_000, atOnce: 4, rests: true, mayGrowBytes: 5_000_000 },
      run,
    ),
  clock: (stage, isQuick, run) => clock(stage, { wordsPerJump: isQuick ? 20 : 200, jumps: JUMPS }, run),
  'old-client': (stage, isQuick, run) => oldClient(stage, { words: isQuick ? 20 : 200 }, run),
}

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, only: { type: 'string' }, seed: { type: 'string' } },
})
const { only } = values
if (only !== undefined && !Object.hasOwn(SCENARIOS, only)) {
  console.error(`no such scenario: ${only}; there are ${Object.keys(SCENARIOS).join(', ')}`)
  process.exit(2)
}
const seed = Number(values.seed ?? Date.now() % 1_000_000)
console.log(`seed ${seed}`)
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void closeStages().finally(() => process.exit(130)))
let failed = 0
for (const [name, scenario] of Object.entries(SCENARIOS)) {
  if (only !== undefined && only !== name) continue
  const begun = performance.now()
  const run = { seed, print: (line: string) => console.log(`  ${name}: ${line}`) }
  const stage = await openStage()
  const outcome = await outcomeOf(scenario(stage, values.quick === true, run), LIMIT_MS)
  const flaws = [...outcome.flaws, ...stage.crashes]
  await stage.close()
  const seconds = Math.round((performance.now() - begun) / 1_000)
  const told = Object.entries(outcome.figures).map(([figure, value]) => `${figure} ${value}`)
  console.log(`${flaws.length === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s): ${told.join(', ')}`)
  for (const flaw of flaws) console.log(`  ${flaw}`)
  failed += flaws.length === 0 ? 0 : 1
}
console.log(failed === 0 ? `nothing lost, seed ${seed}` : `${failed} failed, seed ${seed}`)
process.exit(failed === 0 ? 0 : 1)
