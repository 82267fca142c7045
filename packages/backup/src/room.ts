import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'

/** The disk has no room for an archive. */
export class NoRoom extends Error {
  override readonly name = 'NoRoom'

  constructor(
    readonly neededBytes: number,
    readonly freeBytes: number,
  ) {
    super(`needs ${neededBytes} bytes, ${freeBytes} are free`)
  }
}

/** Bytes written as text and compressed again can be a little more than they were. */
const TEXT_FACTOR = 1.25
/** What has to be left, so that Postgres and uploads on the same disk go on. */
const RESERVE_BYTES = 512_000_000

/** @throws NoRoom before anything was written, instead of a full disk in the middle */
export async function requireRoom(
  path: string,
  { tableBytes, fileBytes }: { tableBytes: number; fileBytes: number },
): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(path))
  const needed = Math.ceil(tableBytes * TEXT_FACTOR + fileBytes + RESERVE_BYTES)
  const free = bavail * bsize
  if (free < needed) throw new NoRoom(needed, free)
}
