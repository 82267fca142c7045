import type { Readable } from 'node:stream'
import { MAX_PIECE } from './pieces'

/**
 * Bytes of a part of a form in pieces of one size, however they came. Given up half way, the rest stays to be thrown
 * away: a part that is destroyed would hold up the form.
 */
export async function* inPieces(stream: Readable): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = []
  let length = 0
  for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    waiting.push(chunk)
    length += chunk.length
    if (length < MAX_PIECE / 2) continue
    yield Buffer.concat(waiting)
    waiting = []
    length = 0
  }
  if (length > 0) yield Buffer.concat(waiting)
}
