// `npm run bench -- papers [--quick] [--json FILE]`: how long the papers of a long notula take, in this process.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { matriks, matriksXlsx, notula, type Paper, writeDocx, writePdf } from '@mufakat/export'
import { sampleMatriks, sampleNotula } from '@mufakat/export/sample'

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'string' } },
})
const rounds = options.quick ? 3 : 9

interface Measured {
  readonly name: string
  /** The first of the process, which reads fonts and compiles. */
  readonly first: number
  readonly median: number
  readonly most: number
  readonly kilobytes: number
}

async function measured(name: string, write: () => Promise<Uint8Array>): Promise<Measured> {
  const times: number[] = []
  let size = 0
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now()
    size = (await write()).length
    times.push(performance.now() - begun)
  }
  const sorted = times.slice(1).sort((a, b) => a - b)
  return {
    name,
    first: times[0] ?? 0,
    median: sorted[Math.floor(sorted.length / 2)] ?? 0,
    most: sorted.at(-1) ?? 0,
    kilobytes: size / 1_000,
  }
}

// Forty pages, with every kind of line, a table over pages, pictures, and the annexes.
const long = sampleNotula({ items: 6, rounds: 3 })
const rows = { ...long, ...sampleMatriks(400) }
const composed =
  (make: () => Promise<Paper> | Paper, write: (paper: Paper) => Promise<Uint8Array>) => async () =>
    write(await make())
const results = [
  await measured(
    'notula, 40 pages: PDF',
    composed(() => notula(long), writePdf),
  ),
  await measured(
    'notula, 40 pages: DOCX',
    composed(() => notula(long), writeDocx),
  ),
  await measured(
    'matriks, 400 rows: PDF',
    composed(() => matriks(rows), writePdf),
  ),
  await measured('matriks, 400 rows: XLSX', () => matriksXlsx(rows)),
]
console.log('paper                       first ms   median ms   most ms      kB')
for (const { name, first, median, most, kilobytes } of results) {
  const cells = [first, median, most, kilobytes].map((value, at) =>
    value.toFixed(0).padStart([9, 12, 10, 8][at] ?? 8),
  )
  console.log(name.padEnd(27) + cells.join(''))
}
console.log(`memory at the end: ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`)
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(results, null, 2)}\n`)
