import { createHash } from 'node:crypto'
import { z } from 'zod'

/** Raised when an older program could not read the archive. */
export const FORMAT = 1

const table = z.object({ name: z.string(), columns: z.array(z.string()) })

/** The first member: what the rest needs to be read. */
export const head = z.object({
  format: z.literal(FORMAT),
  takenAt: z.iso.datetime(),
  migrations: z.array(z.object({ hash: z.string(), when: z.number().int() })).min(1),
  tables: z.array(table),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), isCalled: z.boolean() })),
})
export type Head = z.infer<typeof head>

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** The last member: what everything before it must be. */
const manifest = z.object({
  members: z.array(z.object({ name: z.string(), size: z.number().int().min(0), sha256 })),
  /** Of all rows of a table in text form, before they were cut and compressed. */
  tables: z.array(z.object({ name: z.string(), rows: z.number().int().min(0), sha256 })),
})
export type Manifest = z.infer<typeof manifest>

export const HEAD = 'mufakat.json'
export const MANIFEST = 'manifest.json'
export const TABLES = 'database/'
export const FILES = 'files/'

/** An archive that cannot be used, and why. */
export class BrokenArchive extends Error {
  override readonly name = 'BrokenArchive'
}

export function parsed<T>(schema: z.ZodType<T>, bytes: Uint8Array, name: string): T {
  try {
    return schema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
  } catch {
    throw new BrokenArchive(`${name} tidak terbaca`)
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What stands for an archive: the same only when all of it is. */
export const contentHash = (manifest: Uint8Array): string =>
  createHash('sha256').update(manifest).digest('hex')

/** The last member: its own hash, a line, and what it says. */
export function writeManifest(says: Manifest): Buffer {
  const text = JSON.stringify(says)
  return Buffer.from(`${hashOf(text)}\n${text}`)
}

/** @throws BrokenArchive */
export function readManifest(bytes: Uint8Array): Manifest {
  const [hash, text = ''] = Buffer.from(bytes).toString('utf8').split('\n', 2)
  if (hash !== hashOf(text)) throw new BrokenArchive(`${MANIFEST} bukan seperti ketika dicadangkan`)
  return parsed(manifest, Buffer.from(text), MANIFEST)
}
