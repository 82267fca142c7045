import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { pack } from 'tar-stream'
import { contentHash, MANIFEST, type Manifest, writeManifest } from './manifest'

/**
 * An archive under its final name is whole: it is written beside it, reaches the disk, and is renamed. Every member is
 * hashed as it goes in.
 */
export class ArchiveWriter {
  readonly #path: string
  readonly #pack = pack()
  readonly #written: Promise<void>
  /** Rejects when the file ends before its time. */
  readonly #breaking: Promise<never>
  #broken: unknown = null
  readonly #members: Manifest['members'] = []

  constructor(path: string) {
    this.#path = path
    this.#written = pipeline(this.#pack, createWriteStream(this.#partial, { mode: 0o600 }))
    this.#breaking = this.#written.then(() => new Promise<never>(() => undefined))
    this.#breaking.catch(error => {
      this.#broken = error
    })
  }

  add(name: string, bytes: Uint8Array): Promise<void> {
    return this.addStream(name, bytes.length, Readable.from([bytes]))
  }

  /** @param size of what the stream will give, exactly */
  async addStream(name: string, size: number, bytes: Readable): Promise<void> {
    const hash = createHash('sha256')
    await this.#whileWriting(() =>
      pipeline(
        bytes,
        async function* (chunks) {
          for await (const chunk of chunks) {
            hash.update(chunk)
            yield chunk
          }
        },
        this.#pack.entry({ name, size, mode: 0o600 }),
      ),
    )
    this.#members.push({ name, size, sha256: hash.digest('hex') })
  }

  /** @returns the hash of the manifest, and so of everything */
  async finish(tables: Manifest['tables']): Promise<string> {
    const manifest = writeManifest({ members: [...this.#members], tables })
    await this.add(MANIFEST, manifest)
    this.#pack.finalize()
    await this.#written
    const file = await open(this.#partial, 'r+')
    await file.sync()
    await file.close()
    await rename(this.#partial, this.#path)
    return contentHash(manifest)
  }

  async giveUp(): Promise<void> {
    this.#pack.destroy()
    await this.#written.catch(() => undefined)
    await rm(this.#partial, { force: true })
  }

  get #partial(): string {
    return `${this.#path}.part`
  }

  /** A disk that is full ends the file, not the member: without this nobody would ever hear of it. */
  async #whileWriting(adding: () => Promise<void>): Promise<void> {
    try {
      await Promise.race([adding(), this.#breaking])
    } catch (error) {
      // What broke the file says more than what that did to the member.
      throw this.#broken ?? error
    }
  }
}
