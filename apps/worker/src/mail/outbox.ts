import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Message } from './message'

/**
 * Puts a letter into a folder, under the name of its row: one that is written again takes the place of itself, with the
 * same bytes. So a letter is there once, however often its writer is killed. What a kill leaves half written has
 * another name.
 */
export async function putIntoOutbox(folder: string, mailId: string, { raw }: Message): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${mailId}.eml`)
  const draft = `${path}.draf`
  const file = await open(draft, 'w', 0o600)
  try {
    await file.writeFile(raw)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, path)
  // The name is as durable as the bytes only when its folder is.
  const entry = await open(folder, 'r')
  try {
    await entry.sync()
  } finally {
    await entry.close()
  }
}
