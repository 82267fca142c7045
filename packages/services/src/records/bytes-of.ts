/** A bytea as Postgres writes it in text, `\x` and hex digits. */
export const bytesOf = (text: string | null | undefined): Uint8Array =>
  new Uint8Array(Buffer.from((text ?? '').replace(/^\\x/, ''), 'hex'))
