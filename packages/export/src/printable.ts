// What no format of ours may hold: control characters and halves of a code point (XML refuses them, a calendar file
// would read them as its own), and the marks that turn the order of reading (a name could show as another than it is).
const CONTROLS = /(?![\t\n])[\p{Cc}\p{Noncharacter_Code_Point}]/gu
const TURNS = /\p{Bidi_Control}/gu
const HALVES = /\p{Surrogate}/gu

/** Text as it may stand on a paper: without controls and turns; a lone half of a code point shows as U+FFFD. */
export const printable = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(CONTROLS, '')
    .replace(TURNS, '')
    .replace(HALVES, '\ufffd')
