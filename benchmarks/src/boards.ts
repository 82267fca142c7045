// `npm run bench -- boards [--quick] [--cards 4000] [--json FILE] [--write]`: the board of tindak lanjut as it grows, in
// a browser, on the whole system as built.
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { motionOf } from './boards/motion'
import { answerTo, BOARD, clickThere, heapOf, openBoard, socketBytes } from './boards/opening'
import { dropToScreen } from './boards/others'
import { type BoardFigures, boardTable, PASSES, writeBoardReport } from './boards/report'
import { fillBoard } from './boards/seed'
import { launch, quantile, signedIn } from './browser'
import { startSystem } from './system'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    cards: { type: 'string', default: '500,1000,4000,10000' },
    json: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
  allowPositionals: true,
})
const rounds = options.quick ? 3 : 7
const drops = options.quick ? 20 : 60

async function measure(baseUrl: string, cards: number): Promise<BoardFigures> {
  const browser = await launch()
  try {
    const context = await signedIn(browser, baseUrl, 'sekretariat')
    // Warm: the server has told it once, the browser has its script.
    await (await openBoard(context)).close()
    const clicks = []
    for (let i = 0; i < rounds; i++) clicks.push(await clickThere(context))
    const middle = (values: number[]): number => quantile(values, 0.5)
    const document = await answerTo(context, BOARD, rounds)
    const whole = await answerTo(context, '/tindak-lanjut/kartu', rounds)
    const socket = await socketBytes(context)
    const page = await openBoard(context)
    const motion = await motionOf(browser, page, options.quick ? 1 : PASSES)
    const heap = await heapOf(page)
    await page.close()
    const watcher = await openBoard(await signedIn(browser, baseUrl, 'bupati'))
    const others = await dropToScreen(await openBoard(context), watcher, drops)
    return {
      cards,
      firstCards: middle(clicks.map(one => one.cards)),
      live: middle(clicks.map(one => one.live)),
      ...motion,
      heap,
      moveP50: others.p50,
      moveP95: others.p95,
      document,
      whole,
      socket,
    }
  } finally {
    await browser.close()
  }
}

const load = loadavg()[0] ?? 0
const dataDir = await mkdtemp(join(tmpdir(), 'mufakat-bench-boards-'))
await chmod(dataDir, 0o711)
const system = await startSystem(dataDir)
const end = async () => {
  await system.stop()
  await rm(dataDir, { recursive: true, force: true })
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // Its Postgres would outlive us.
  process.once(signal, () => void end().finally(() => process.exit(1)))
}
try {
  const figures: BoardFigures[] = []
  for (const cards of options.cards.split(',').map(Number)) {
    await fillBoard(dataDir, cards)
    figures.push(await measure(system.baseUrl, cards))
    console.table(boardTable(figures.slice(-1)))
  }
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(figures, null, 2)}\n`)
  if (options.write) await writeBoardReport(join(ROOT, 'docs/benchmarks-boards.md'), figures, load)
} finally {
  await end()
}
