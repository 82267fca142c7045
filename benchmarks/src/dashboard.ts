// `npm run bench -- dashboard [--quick] [--json FILE] [--write]`: the page that pimpinan open, after five years of values and
// tindak lanjut, on the whole system as built.
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import type { BrowserContext } from '@playwright/test'
import { launch, quantile, signedIn, throttle } from './browser'
import { dashboardTable, type PageFigures, writeDashboardReport } from './dashboard/report'
import { fillDashboard } from './dashboard/seed'
import { scriptOf } from './measures'
import { startSystem } from './system'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const SLOW_4G = { name: 'Slow 4G', bitsPerSecond: 1_600_000, latencyMs: 150 }
const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
  allowPositionals: true,
})
const rounds = options.quick ? 40 : 300
const WARM = 20

async function answers(context: BrowserContext, path: string): Promise<{ times: number[]; body: Buffer }> {
  const times: number[] = []
  let body: Buffer = Buffer.alloc(0)
  for (let i = -WARM; i < rounds; i++) {
    const begun = performance.now()
    const answer = await context.request.get(path)
    if (!answer.ok()) throw new Error(`${path} answers ${answer.status()}`)
    body = await answer.body()
    if (i >= 0) times.push(performance.now() - begun)
  }
  return { times, body }
}

/** Of the scripts that stand in the page itself, kB gzip. */
const scriptWithin = (html: string): number =>
  [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)]
    .map(([, text]) => gzipSync(text ?? '').length)
    .reduce((sum, bytes) => sum + bytes, 0) / 1_000

async function readableAfter(context: BrowserContext, path: string): Promise<number> {
  const page = await context.newPage()
  await throttle(page, SLOW_4G)
  await page.addInitScript(() => {
    const marks: { figures?: number } = {}
    Object.assign(window, { marks })
    const look = () => {
      const painted = performance.getEntriesByName('first-contentful-paint').length > 0
      if (painted && document.querySelector('#dasbor section dd, #dasbor section li'))
        marks.figures = performance.now()
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  await page.goto(path, { waitUntil: 'load', timeout: 60_000 })
  await page.waitForFunction(() => 'figures' in (window as unknown as { marks: object }).marks)
  const ms = await page.evaluate(() => (window as unknown as { marks: { figures: number } }).marks.figures)
  await page.close()
  return ms
}

async function measure(context: BrowserContext, name: string, path: string): Promise<PageFigures> {
  const { times, body } = await answers(context, path)
  const openings: number[] = []
  for (let i = 0; i < (options.quick ? 1 : 5); i++) openings.push(await readableAfter(context, path))
  return {
    page: name,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    document: gzipSync(body).length / 1_000,
    script: (await scriptOf(context, path)) + scriptWithin(body.toString()),
    readable: quantile(openings, 0.5),
  }
}

const load = loadavg()[0] ?? 0
const dataDir = await mkdtemp(join(tmpdir(), 'mufakat-bench-dashboard-'))
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
const browser = await launch()
try {
  const filled = await fillDashboard(dataDir)
  const context = await signedIn(browser, system.baseUrl, 'bupati')
  const page = await context.newPage()
  await page.goto('/dasbor')
  const first = (start: string) => page.locator(`#dasbor ul a[href^="${start}"]`).first().getAttribute('href')
  const [opd, indicator] = [await first('/dasbor/opd/'), await first('/dasbor/indikator/')]
  if (opd === null || indicator === null) throw new Error('nothing to look at')
  await page.close()
  const figures = [
    await measure(context, '/dasbor', '/dasbor'),
    await measure(context, '/dasbor/opd/:id', opd),
    await measure(context, '/dasbor/indikator/:id', indicator),
  ]
  console.log(filled)
  console.table(dashboardTable(figures))
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(figures, null, 2)}\n`)
  if (options.write)
    await writeDashboardReport(join(ROOT, 'docs/benchmarks-dashboard.md'), figures, { filled, rounds, load })
} finally {
  await browser.close()
  await end()
}
