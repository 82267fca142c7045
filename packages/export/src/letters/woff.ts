import { inflateSync } from 'node:zlib'

const HEAD = 44
const ENTRY = 20

/**
 * The font inside a WOFF (W3C WOFF 1.0), unpacked once. The font library unpacks a table anew for every letter that it
 * takes out of it, which took longer than everything else of a paper.
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF font')
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, at) => {
    const entry = HEAD + at * ENTRY
    const [offset, packed, size] = [4, 8, 12].map(from => woff.readUInt32BE(entry + from)) as [
      number,
      number,
      number,
    ]
    const data = woff.subarray(offset, offset + packed)
    return {
      tag: woff.subarray(entry, entry + 4),
      sum: woff.subarray(entry + 16, entry + 20),
      data: packed < size ? inflateSync(data) : data,
    }
  })
  const power = 2 ** Math.floor(Math.log2(count)) * 16
  const directory = Buffer.alloc(12 + count * 16)
  woff.copy(directory, 0, 4, 8)
  directory.writeUInt16BE(count, 4)
  directory.writeUInt16BE(power, 6)
  directory.writeUInt16BE(Math.log2(power / 16), 8)
  directory.writeUInt16BE(count * 16 - power, 10)
  let end = directory.length
  const parts = [directory]
  tables.forEach(({ tag, sum, data }, at) => {
    const entry = 12 + at * 16
    tag.copy(directory, entry)
    sum.copy(directory, entry + 4)
    directory.writeUInt32BE(end, entry + 8)
    directory.writeUInt32BE(data.length, entry + 12)
    const padded = Buffer.alloc(Math.ceil(data.length / 4) * 4)
    data.copy(padded)
    parts.push(padded)
    end += padded.length
  })
  return Buffer.concat(parts)
}
