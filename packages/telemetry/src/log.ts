import { errorForLog } from '@mufakat/db'
import { redactText, redactValue } from '@mufakat/domain'
import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino'

/** Without children: what one is bound to would pass no redaction. */
export type ProcessLog = Pick<Logger, 'info' | 'warn' | 'error' | 'fatal'>

/** Fields as they may be kept; the error goes through its own serializer, which knows what errors carry. */
function redactFields({ err, ...fields }: Record<string, unknown>): Record<string, unknown> {
  const safe = redactValue(fields) as Record<string, unknown>
  return err === undefined ? safe : { ...safe, err }
}

/**
 * The log of a process: JSON lines on standard output. Everything that is written passes one redaction, so that no
 * caller has to think of it (`redactValue` of the domain).
 * @param destination where a test reads it
 */
export const processLog = (app: string, destination?: DestinationStream): ProcessLog =>
  pino(
    {
      base: { app },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { log: redactFields },
      serializers: { err: (error: unknown) => redactValue(errorForLog(error)) },
      hooks: {
        logMethod(args, method) {
          const [first] = args as unknown[]
          // Alone, its message would become the line's without passing anything.
          const told = first instanceof Error && args.length === 1 ? [{ err: first }, first.message] : args
          const safe = told.map(arg => (typeof arg === 'string' ? redactText(arg) : arg))
          method.apply(this, safe as Parameters<typeof method>)
        },
      },
    },
    ...(destination === undefined ? [] : [destination]),
  )
