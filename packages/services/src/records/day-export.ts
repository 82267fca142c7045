import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { wibDate } from '@mufakat/domain'
import { z } from 'zod'
import type { SignedHead } from './audit-key'

/** The last signature of a day, outside the database. */
export interface DayExport extends SignedHead {
  readonly signature: Uint8Array
}

const NAME = /^(\d{4}-\d{2}-\d{2})\.json$/

const bytes = (encoding: 'hex' | 'base64') =>
  z.string().transform(text => new Uint8Array(Buffer.from(text, encoding)))

const shape = z.object({
  seq: z.number().int().positive(),
  number: z.number().int().positive(),
  hash: bytes('hex'),
  at: z.string().transform(text => new Date(text)),
  keyId: z.string(),
  signature: bytes('base64'),
})

export const exportsFolder = (dataDir: string): string => join(dataDir, 'audit')

/** Writes the file of a day anew; days are WIB. */
export async function writeDayExport(folder: string, head: DayExport): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `${wibDate(head.at)}.json`)
  const told = {
    seq: head.seq,
    number: head.number,
    hash: Buffer.from(head.hash).toString('hex'),
    at: head.at.toISOString(),
    keyId: head.keyId,
    signature: Buffer.from(head.signature).toString('base64'),
  }
  await writeFile(`${file}.new`, `${JSON.stringify(told, null, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
}

/** Days that have a file, oldest first. */
export async function exportedDays(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return []
  return (await readdir(folder)).flatMap(name => NAME.exec(name)?.[1] ?? []).sort()
}

/** What stands in the file of a day; null when it is not what we write. */
export async function readDayExport(folder: string, day: string): Promise<DayExport | null> {
  try {
    return shape.parse(JSON.parse(await readFile(join(folder, `${day}.json`), 'utf8')))
  } catch {
    return null
  }
}
