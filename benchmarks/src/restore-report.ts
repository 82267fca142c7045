import { writeFile } from 'node:fs/promises'
import { cpus, loadavg, release, totalmem } from 'node:os'

export interface RestoreFigures {
  readonly files: number
  /** Of the archive. */
  readonly bytes: number
  readonly backupSeconds: number
  readonly restoreSeconds: number
}

const whole = (value: number): string => Math.round(value).toLocaleString('en-US')

/** Figures of one run, with where they were taken. */
export async function writeRestoreReport(path: string, figures: RestoreFigures): Promise<void> {
  const machine = cpus()
  const { files, bytes, backupSeconds, restoreSeconds } = figures
  const rate = (seconds: number): string => `${whole(bytes / seconds / 1e6)} MB/s`
  await writeFile(
    path,
    `# Benchmark of a restore

Written by \`npm run bench -- restore --write\`; not by hand.

- When: ${new Date().toISOString().slice(0, 10)}.
- Where: ${machine.length} × ${machine[0]?.model.trim()}, ${whole(totalmem() / 1e9)} GB, Linux ${release()}, Node ${process.version}; load ${loadavg()[0]?.toFixed(1)}.
- What: the demo with ${whole(files)} files more (photos of 3 MB, PDFs, DOCX, XLSX; random content), an archive of ${(bytes / 1e9).toFixed(2)} GB.

|  | seconds |  |
| --- | ---: | --- |
| \`npm run backup\` while everything runs, and the archive read again | ${whole(backupSeconds)} | ${rate(backupSeconds)} |
| \`npm run restore\` after everything but archive and keys was removed | ${whole(restoreSeconds)} | ${rate(restoreSeconds)} |

Every file came back byte for byte. A restore reads the archive twice: all of it is compared with its manifest before
anything is believed, and then put in place; tables are read once more and compared.
`,
  )
}
