/** A number as `readAmount` reads it: nothing between thousands, a comma before the decimals. */
export const writeAmount = (value: number): string => String(value).replace('.', ',')
