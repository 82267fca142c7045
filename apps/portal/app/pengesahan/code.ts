/** Ten signs in two halves: easier to read off a paper and to type. */
export const codeText = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`

const SHORT = 12

/** Enough of a hash to tell two apart by eye. */
export const shortHash = (hash: string): string => hash.slice(0, SHORT)
