import { readFileSync } from 'node:fs'
import { cpus, release, totalmem } from 'node:os'
import type { CaseResult, Effort, Measure } from './measure'
import { rowsOf } from './table'

export interface Run {
  readonly effort: Effort & { readonly repetitions: number }
  readonly at: string
  readonly machine: string
  readonly versions: Readonly<Record<string, string>>
  readonly results: readonly CaseResult[]
}

/** The machine in one line; how busy it was with other things belongs to it. */
export function machineOf(loadBefore: number): string {
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 1e9)
  return `${cpus().length} × ${cpu?.model.trim() ?? 'CPU'}, ${memory} GB, Linux ${release()}, Node ${process.version}; load before the run ${loadBefore.toFixed(1)}`
}

/** Versions of the peers, as pinned. */
export function versionsOfPeers(): Record<string, string> {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    devDependencies: Record<string, string>
  }
  const names = [
    ...['@hocuspocus/server', '@hocuspocus/extension-database', '@y/websocket-server', 'y-socket.io'],
    ...['ws', 'socket.io', 'yjs'],
  ]
  return Object.fromEntries(names.map(name => [name, manifest.devDependencies[name] ?? '?']))
}

/** `docs/benchmarks.md`, whole. */
export function documentOf(run: Run, measures: readonly Measure[]): string {
  const { effort, at, machine, versions } = run
  const peers = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
  const sections = measures.map(measure => {
    const cases = run.results.filter(result => result.measure === measure.name)
    return cases.length === 0
      ? ''
      : `## ${measure.title}\n\n${measure.how}\n\n${cases.map(result => `**${result.name}**\n\n${tableOf(result)}`).join('\n\n')}\n`
  })
  return `# Benchmarks of the live engine

Written by \`npm run bench -- live --write\`; not by hand. In brackets: the ratio to Hocuspocus in the same run.

- When: ${at}.
- Where: ${machine}.
- Against: ${peers.join(', ')}.
- How long: windows of ${effort.seconds} s, ${effort.repetitions === 1 ? 'once' : `median of ${effort.repetitions} repetitions, peers in turn`}${effort.quick ? ' (`--quick`)' : ''}.

## How

Each server is a process of its own, started anew for each run. Ours is the bundled process as shipped, with sign-in,
permissions, gate and log, on a durable Postgres (fsync on); Hocuspocus stores in the same Postgres through its database
extension, as its documentation shows. The load comes from another process with clients that speak each protocol by
hand: real Yjs updates of one letter (about 27 bytes) typed into a document of 20 kB. An edit counts as delivered each
time a client other than its author has been sent it. CPU is that of the server process and of all of Postgres, from
/proc. After each run what the clients were sent is put together and compared, by content, with what was typed and with
what one who comes fresh is given; what differs makes the run FAILED.

${sections.filter(section => section !== '').join('\n')}
## What this does not tell

- Server, Postgres and load driver share the cores of one machine, and what else runs there shows: trust ratios more than
  figures, and medians more than 99th percentiles.
- The cheapest servers are faster than the load driver: their deliveries per second are a lower bound.
- Our client gathers keys for 15 ms, and sends them as one push, as shipped (and as the server's rates ask for); the
  shipped client would also merge them into one edit, these do not. The clients of the others send each key at once, as
  theirs do. This helps us at saturation and not at all at a fixed rate.
- The bare relays store nothing, check nothing and know no documents; they are the floor, not an alternative.
`
}

function tableOf(result: CaseResult): string {
  const rows = Object.entries(rowsOf(result))
  const names = [...new Set(rows.flatMap(([, row]) => Object.keys(row)))]
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(['', ...names]),
    line(['---', ...names.map(() => '---:')]),
    ...rows.map(([peer, row]) => line([peer, ...names.map(name => row[name] ?? '')])),
  ].join('\n')
}
