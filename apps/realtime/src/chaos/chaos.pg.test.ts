import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildPortal } from '../testing/real-process'
import { openStage, type Stage } from '../testing/stage'
import { badLine } from './bad-line'
import { clock } from './clock'
import { diskFull } from './disk-full'
import { forgery } from './forgery'
import { halfOpen } from './half-open'
import { kill } from './kill'
import { manyDocuments } from './many-documents'
import { oldClient } from './old-client'
import { postgresAway } from './postgres-away'
import { stalledReaders } from './stalled-readers'

// Every hard day of `npm run chaos` with small counts, on one stage.

const SEED = 20261124
const run = { seed: SEED, print: () => undefined }
const MINUTE_MS = 60_000

let stage: Stage
beforeAll(async () => {
  buildPortal()
  stage = await openStage()
}, 5 * MINUTE_MS)
afterAll(() => stage?.close())

const scenarios = {
  'kills of realtime, portal and Postgres, alone and together': () =>
    kill(stage, { kills: 7, wordsPerKill: 40, typists: 4, killsPerDocument: 7 }, run),
  'Postgres gone for a while': () =>
    postgresAway(stage, { awayMs: 3_500, typists: 4, drainsWithinMs: 60_000 }, run),
  'a full disk': () => diskFull({ fullMs: 500, typists: 4 }, run),
  'a line that loses, doubles, swaps and falls silent': () =>
    badLine(stage, { rounds: 1, wordsPerRound: 60, share: 0.05 }, run),
  'lines that are dead at one end': () =>
    halfOpen(stage, { rounds: 4, wordsPerRound: 30, idle: 0, waits: false }, run),
  'people who claim to be others': () => forgery(stage, { forged: 1_000, sockets: 6 }, run),
  'readers who stop reading': () =>
    stalledReaders(stage, { readers: 6, pastes: 8, charsPerPaste: 50_000, mayGrowBytes: 100_000_000 }, run),
  'many documents, one after the other': () =>
    manyDocuments(stage, { documents: 100, atOnce: 4, rests: false, mayGrowBytes: 30_000_000 }, run),
  'a clock that jumps': () =>
    clock(stage, { wordsPerJump: 10, jumps: [60 * MINUTE_MS, -120 * MINUTE_MS] }, run),
  'an old page before a new server': () => oldClient(stage, { words: 10 }, run),
}

it.each(Object.entries(scenarios))(
  `loses and doubles nothing, and calls nothing saved that is not: %s (seed ${SEED})`,
  async (_name, scenario) => {
    const { figures, flaws } = await scenario()
    console.log(JSON.stringify(figures))
    expect(flaws).toEqual([])
  },
  5 * MINUTE_MS,
)
