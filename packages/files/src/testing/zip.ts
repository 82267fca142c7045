import { crc32, deflateRawSync } from 'node:zlib'

/** One entry of an archive that is made by hand, so that it can lie. */
export interface Part {
  readonly name: string
  readonly data: Buffer | string
  /** What its own header calls it; else the same as the list. */
  readonly localName?: string
  readonly stored?: boolean
  /** What the list says it unpacks to. */
  readonly claimedSize?: number
  readonly claimedSum?: number
  readonly flags?: number
  readonly mode?: number
  /** Where the list says it begins; else where it does. */
  readonly at?: number
}

interface ZipOptions {
  readonly prefix?: Buffer
  readonly comment?: string
  readonly suffix?: Buffer
  /** Bytes between the entries. */
  readonly gap?: Buffer
}

const u16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value >>> 0)
  return bytes
}

export function zip(parts: readonly Part[], options: ZipOptions = {}): Buffer {
  const prefix = options.prefix ?? Buffer.alloc(0)
  const body: Buffer[] = [prefix]
  const list: Buffer[] = []
  let at = prefix.length
  for (const part of parts) {
    const data = Buffer.from(part.data as string)
    const packed = part.stored ? data : deflateRawSync(data, { level: 9 })
    const [name, localName] = [Buffer.from(part.name), Buffer.from(part.localName ?? part.name)]
    const facts = Buffer.concat([
      ...[u16(part.flags ?? 0x800), u16(part.stored ? 0 : 8), u32(0), u32(part.claimedSum ?? crc32(data))],
      ...[u32(packed.length), u32(part.claimedSize ?? data.length)],
    ])
    const local = Buffer.concat([
      u32(0x04034b50),
      u16(20),
      facts,
      u16(localName.length),
      u16(0),
      localName,
      packed,
    ])
    list.push(
      u32(0x02014b50),
      u16(0x031e),
      u16(20),
      facts,
      ...[u16(name.length), u16(0), u16(0), u16(0), u16(0), u32(((part.mode ?? 0o100644) << 16) >>> 0)],
      u32(part.at ?? at),
      name,
    )
    body.push(local, options.gap ?? Buffer.alloc(0))
    at += local.length + (options.gap?.length ?? 0)
  }
  const directory = Buffer.concat(list)
  const comment = Buffer.from(options.comment ?? '')
  const end = Buffer.concat([
    ...[u32(0x06054b50), u32(0), u16(parts.length), u16(parts.length), u32(directory.length), u32(at)],
    ...[u16(comment.length), comment],
  ])
  return Buffer.concat([...body, directory, end, options.suffix ?? Buffer.alloc(0)])
}
