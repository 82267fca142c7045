/*
 * Arrays of hand-written statements, as Postgres reads them (to be cast: `${uuids(ids)}::uuid[]`). The driver's own
 * know their types only after the first statement of a client, which then fails if it is the first; and they cost
 * half as much again as the statement of a commit.
 */

/** Of ids and numbers: nothing in them needs quotes. */
export const plainArray = (values: readonly (string | number)[]): string => `{${values.join(',')}}`

export const bytesArray = (values: readonly Uint8Array[]): string => plainArray(values.map(hex))

export const textArray = (values: readonly string[]): string =>
  plainArray(values.map(value => `"${value.replace(/["\\]/g, '\\$&')}"`))

const hex = (bytes: Uint8Array): string =>
  `"\\\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}"`

export const bytea = (bytes: Uint8Array | undefined): Buffer | null =>
  bytes === undefined ? null : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
