import { writeFile } from 'node:fs/promises'
import { cpus, release, totalmem } from 'node:os'
import { type Filled, INDICATORS, YEARS } from './seed'

/** Of one page. */
export interface PageFigures {
  readonly page: string
  /** From the request to the last byte, ms. */
  readonly p50: number
  readonly p95: number
  /** The document, gzip, and the script that it brings, kB. */
  readonly document: number
  readonly script: number
  /** Until its figures are painted at 1.6 Mbit/s and 150 ms, with nothing kept from before, ms. */
  readonly readable: number
}

const whole = (value: number): string => Math.round(value).toLocaleString('en-US')
const against = (value: number, bar: number, digits = 0): string =>
  `${value.toFixed(digits)} (${value < bar ? 'within' : 'OVER'} ${whole(bar)})`

/** A row per measure and a column per page. */
export function dashboardTable(all: readonly PageFigures[]): Record<string, Record<string, string>> {
  const row = (show: (one: PageFigures) => string) =>
    Object.fromEntries(all.map(one => [one.page, show(one)]))
  return {
    'answer, p50, ms': row(one => one.p50.toFixed(0)),
    'answer, p95, ms': row(one => against(one.p95, 150)),
    'script, gzip, kB': row(one => against(one.script, 100, 1)),
    'document, gzip, kB': row(one => one.document.toFixed(1)),
    'readable at Slow 4G, ms': row(one => against(one.readable, 2_000)),
  }
}

/**
 * Figures of one run, with where they were taken.
 * @param load of the machine before the run
 */
export async function writeDashboardReport(
  path: string,
  all: readonly PageFigures[],
  { filled, rounds, load }: { filled: Filled; rounds: number; load: number },
): Promise<void> {
  const machine = cpus()
  const rows = Object.entries(dashboardTable(all)).map(
    ([name, values]) => `| ${name} | ${Object.values(values).join(' | ')} |`,
  )
  await writeFile(
    path,
    `# Benchmark of the dashboard

Written by \`npm run bench -- dashboard --write\`; not by hand.

- When: ${new Date().toISOString().slice(0, 10)}.
- Where: ${machine.length} × ${machine[0]?.model.trim()}, ${whole(totalmem() / 1e9)} GB, Linux ${release()}, Node ${process.version}; load before the run ${load.toFixed(1)}.
- What: the whole system as built, its server warm; ${whole(filled.values)} values (${YEARS} years, ${INDICATORS} indicators, ${filled.villages} desa and kelurahan) and ${whole(filled.cards)} tindak lanjut.

| | ${all.map(({ page }) => page).join(' | ')} |
| --- | ${all.map(() => '---:').join(' | ')} |
${rows.join('\n')}

An answer: from the request to its last byte, ${rounds} times one after the other, on the machine that also asks; the server
reads, computes and draws the whole page in it. Script: of all files that the page fetches, and what stands in it. Readable:
from the beginning of the navigation until the first of its figures is painted, with an empty cache, at 1.6 Mbit/s and 150 ms.
`,
  )
}
