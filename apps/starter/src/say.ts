/** One line of progress for the person who started us. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** A reason not to start that the person can mend; shown as one line, without a stack. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused'
}
