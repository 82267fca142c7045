/**
 * An error as a log may keep it (`err` of pino). An error of Drizzle carries the values of its statement, in its message
 * and beside it; those of Postgres quote them in their details. They may be text of a notula, a password or what an
 * administrator is about to redact: no value is told, only the statement.
 */
export function errorForLog(error: unknown): Record<string, unknown> {
  return told(error, DEPTH)
}

/** What Postgres says about data (class 22) quotes it. */
const withoutValues = (error: Error, message: string): string =>
  'code' in error && /^22[0-9A-Z]{3}$/.test(String(error.code))
    ? message.replaceAll(/"[^"]*"/g, '"…"')
    : message

/** Of causes within causes. */
const DEPTH = 4

function told(error: unknown, depth: number): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message, stack = '', cause } = error
  const query = 'query' in error && typeof error.query === 'string' ? error.query : null
  return {
    type: error.constructor.name === 'Error' ? name : error.constructor.name,
    message: query !== null && 'params' in error ? `Failed query: ${query}` : withoutValues(error, message),
    // Without the head, which says the message again.
    stack: stack
      .split('\n')
      .filter(line => /^\s+at /.test(line))
      .join('\n'),
    ...('code' in error ? { code: error.code } : {}),
    ...(cause === undefined || depth === 0 ? {} : { cause: told(cause, depth - 1) }),
  }
}
