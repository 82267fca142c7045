import type { Readable } from 'node:stream'

/** Everything of a COPY, after which its connection can be asked again. */
export async function* copiedOut(rows: Readable): AsyncGenerator<Buffer> {
  yield* rows
  // The driver leaves its line paused when the last rows fill the stream, and then never hears of the end.
  rows._read(0)
}
