/** One line of progress for the person who started us. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** A reason not to start that the person can mend; shown as one line, without a stack. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused'
}

/** Runs a command to its exit code: what the person can mend is one line, everything else is shown as it is. */
export async function runCommand(usage: string, work: () => Promise<number>): Promise<never> {
  try {
    process.exit(await work())
  } catch (error) {
    console.error(refusalOf(error, usage) ?? error)
    process.exit(1)
  }
}

function refusalOf(error: unknown, usage: string): string | null {
  if (!(error instanceof Error)) return null
  if (MENDABLE.has(error.name)) return error.message
  const { code = '', path } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'EACCES') return `Tidak dapat dibaca atau ditulis: ${path}`
  if (code === 'ENOSPC') return 'Disk penuh. Tidak ada yang berubah.'
  return code.startsWith('ERR_PARSE_ARGS') ? usage : null
}

const MENDABLE = new Set(['StartRefused', 'SettingsError', 'BrokenArchive'])
