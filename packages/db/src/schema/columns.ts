import { bigint, customType, numeric, timestamp } from 'drizzle-orm/pg-core'

/** Bytes as they are; drizzle has no column for them. */
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: value => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
})

/** An instant. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 })

/** A rank: compared by its bytes, whatever the database's language is. */
export const ranked = customType<{ data: string; driverData: string }>({ dataType: () => 'text collate "C"' })

/** How much of something was or is to be reached; below 2^53 with four decimals, so a JS number. */
export const amount = (name: string) => numeric(name, { precision: 15, scale: 4, mode: 'number' })

/** A sequence in a document's log: below 2^53 by far, so a JS number. */
export const sequence = (name: string) => bigint(name, { mode: 'number' })

/** `column in ('a', 'b')` for a check, from the codes of the domain: the database refuses what rules do not know. */
export const inCodes = (column: string, codes: readonly string[]): string =>
  `${column} in (${codes.map(code => `'${code}'`).join(', ')})`
