/**
 * Bytes as the log and the wire write them: unsigned LEB128 integers up to 2^53 - 1, and runs of bytes. The
 * reader takes input of strangers: it throws `MalformedBytes`, never reads past the end, never allocates by a
 * length it was told.
 */
export class MalformedBytes extends Error {
  override readonly name = 'MalformedBytes'
}

export class ByteWriter {
  #bytes: Uint8Array
  #length = 0

  /** @param expected bytes that will be written, as far as is known: what fits is not copied again */
  constructor(expected = 64) {
    this.#bytes = new Uint8Array(expected)
  }

  uint(value: number): this {
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not an unsigned integer: ${value}`)
    let rest = value
    while (rest > 0x7f) {
      this.#byte((rest % 0x80) | 0x80)
      rest = Math.floor(rest / 0x80)
    }
    return this.#byte(rest)
  }

  /** The bytes alone; the reader has to know how many. */
  raw(bytes: Uint8Array): this {
    this.#reserve(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
    return this
  }

  /** The bytes with their length before them. */
  run(bytes: Uint8Array): this {
    return this.uint(bytes.length).raw(bytes)
  }

  done(): Uint8Array {
    return this.#length === this.#bytes.length ? this.#bytes : this.#bytes.slice(0, this.#length)
  }

  #byte(value: number): this {
    this.#reserve(1)
    this.#bytes[this.#length++] = value
    return this
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const wider = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more))
    wider.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = wider
  }
}

export class ByteReader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get atEnd(): boolean {
    return this.#at >= this.#bytes.length
  }

  uint(): number {
    let value = 0
    let scale = 1
    for (let read = 0; read < 8; read++) {
      const byte = this.#bytes[this.#at++]
      if (byte === undefined) throw new MalformedBytes('ends within an integer')
      value += (byte & 0x7f) * scale
      if (byte < 0x80) {
        if (!Number.isSafeInteger(value)) break
        return value
      }
      scale *= 0x80
    }
    throw new MalformedBytes('integer too large')
  }

  /** A view into the input, not a copy. */
  raw(length: number): Uint8Array {
    const end = this.#at + length
    if (end > this.#bytes.length) throw new MalformedBytes('ends within a run')
    const view = this.#bytes.subarray(this.#at, end)
    this.#at = end
    return view
  }

  run(): Uint8Array {
    return this.raw(this.uint())
  }
}
