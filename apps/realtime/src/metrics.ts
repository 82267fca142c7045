import type { ErrorCode } from '@mufakat/kernel'
import type { ClientEvent } from '@mufakat/protocol'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What is true at the moment of asking. */
export interface Gauges {
  sockets(): number
  rooms(): number
  behind(): number
  waitingBytes(): number
  isHearing(): boolean
}

/**
 * What this node counts, for Prometheus. `docs/OPERATIONS.md` says what each means and when to worry. No label
 * carries a person, a document or an address.
 */
export function createMetrics(gauges: Gauges) {
  const registry = new Registry()
  const registers = [registry]
  // Among others the lag of the event loop, memory and CPU.
  collectDefaultMetrics({ register: registry })
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name: `mufakat_${name}`,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Counter({ name: `mufakat_${name}`, help, registers, labelNames })

  gauge('sockets', 'Connections of signed-in people', gauges.sockets)
  gauge('rooms', 'Documents in memory', gauges.rooms)
  gauge('readers_behind', 'Readers who get nothing until they have taken what waits', gauges.behind)
  gauge('waiting_bytes', 'Bytes that wait for readers', gauges.waitingBytes)
  gauge('bell_heard', '1 while the bell of the database is heard', () => Number(gauges.isHearing()))
  const edits = counter('edits_total', 'Edits committed')
  const rows = counter('rows_total', 'Rows committed: one per document and flush')
  const delivered = counter('delivered_rows_total', 'Rows handed to readers')
  const refusals = counter('refusals_total', 'Edits not taken', ['code'])
  const dismissals = counter('dismissals_total', 'Connections ended for good', ['code'])
  const turnedAway = counter('turned_away_total', 'Connections not let in', ['code'])
  const limited = counter('limited_total', 'Messages dropped because there were too many', ['event'])
  const slow = counter('slow_readers_total', 'Times a reader fell behind')
  const damaged = counter('damaged_snapshots_total', 'Snapshots whose bytes were not what was stored')
  const commit = new Histogram({
    name: 'mufakat_commit_seconds',
    help: 'From the moment a room wants to append until it is certain',
    registers,
    buckets: [0.002, 0.005, 0.01, 0.015, 0.025, 0.05, 0.1, 0.25, 1, 5, 30],
  })
  const gate = counter('gate_seconds_total', 'Time spent on judging edits')

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    committed(editCount: number, seconds: number) {
      edits.inc(editCount)
      rows.inc()
      commit.observe(seconds)
    },
    delivered: (rowCount: number) => delivered.inc(rowCount),
    judged: (seconds: number) => gate.inc(seconds),
    refused: (code: ErrorCode) => refusals.inc({ code }),
    dismissed: (code: ErrorCode) => dismissals.inc({ code }),
    turnedAway: (code: ErrorCode) => turnedAway.inc({ code }),
    limited: (event: ClientEvent) => limited.inc({ event }),
    damaged: () => damaged.inc(),
    fellBehind: () => slow.inc(),
  }
}
