import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { launch, pastRapat, quantile, signedIn } from './browser'
import { lighthouseScores } from './lighthouse'
import { alarmAfter, openOver, remoteKeystroke, scriptOf } from './measures'
import { startSystem } from './system'

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'string' } },
  allowPositionals: true,
})
const rounds = options.quick ? 1 : 5

const LINES = [
  { name: '1.6 Mbit/s, 150 ms', bitsPerSecond: 1_600_000, latencyMs: 150 },
  { name: '250 kbit/s, 300 ms', bitsPerSecond: 250_000, latencyMs: 300 },
]

const system = await startSystem()
const browser = await launch()
try {
  const context = await signedIn(browser, system.baseUrl, 'sekretariat')
  const rapat = await pastRapat(context)

  const script: Record<string, number> = {}
  for (const path of ['/masuk', '/', '/rapat', '/rapat/baru', '/profil', `${rapat}/peserta`, rapat]) {
    const name = path === rapat ? '/rapat/:id with its editor' : path
    const visitor = path === '/masuk' ? await browser.newContext({ baseURL: system.baseUrl }) : context
    script[name] = Number((await scriptOf(visitor, path)).toFixed(1))
  }
  console.log('script on the wire, gzip, kB')
  console.table(script)

  const openings: Record<string, { readable: number; editable: number }> = {}
  for (const line of LINES) {
    const runs = []
    for (let i = 0; i < rounds; i++) runs.push(await openOver(context, rapat, line))
    openings[line.name] = {
      readable: Math.round(
        quantile(
          runs.map(run => run.readable),
          0.5,
        ),
      ),
      editable: Math.round(
        quantile(
          runs.map(run => run.editable),
          0.5,
        ),
      ),
    }
  }
  console.log('a rapat of 30 paragraphs, cold cache, ms')
  console.table(openings)

  const keystroke = await remoteKeystroke(browser, system, rapat, options.quick ? 60 : 300)
  console.log('a keystroke on the other screen, ms')
  console.table(keystroke)

  const alarm = {
    'server killed': await alarmAfter(browser, system, rapat, 'SIGKILL'),
    'line silently dead': await alarmAfter(browser, system, rapat, 'SIGSTOP'),
  }
  console.log('the save state tells, s')
  console.table(alarm)

  const stranger = await browser.newContext()
  const scores = await lighthouseScores(
    new Map([
      ['/masuk', stranger],
      ['/', context],
      ['/rapat', context],
    ]),
    system.baseUrl,
    options.quick ? 1 : 3,
  )
  console.log('Lighthouse, mobile')
  console.table(scores)

  const figures = { script, openings, keystroke, alarm, scores }
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`)
} finally {
  await browser.close()
  await system.stop()
}
