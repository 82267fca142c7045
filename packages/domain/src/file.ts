/** Kinds of files that are taken. Which one a file is, its content says, never its name alone. */
export const FILE_KINDS = ['pdf', 'png', 'jpeg', 'webp', 'docx', 'xlsx'] as const
export type FileKind = (typeof FILE_KINDS)[number]

/** The endings a name may have, by kind; the first is the one we write. */
export const FILE_ENDINGS: Readonly<Record<FileKind, readonly [string, ...string[]]>> = {
  pdf: ['pdf'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  webp: ['webp'],
  docx: ['docx'],
  xlsx: ['xlsx'],
}

/**
 * Why a file is not taken (SPEC.md, F2). Words are in `i18n` under `berkas.refused.<reason>`.
 * - `mixed`: it can be read as two kinds at once, or something is hidden before or behind it
 * - `active`: holds a script, a macro or an order to start a program
 * - `embedded`: holds other files
 * - `bomb`: would unpack to far more than it is
 * - `unsigned`, `signature-broken`: of a copy that should be signed electronically, and is not, or not as it stands
 * - `scanner-away`: nobody could look for viruses
 * - `quota-full`, `disk-full`: nothing is wrong with the file; there is no room for it
 * - `too-many`: the person has as many on the way as may be
 */
export const FILE_REFUSALS = [
  'empty',
  'too-large',
  'unknown-kind',
  'wrong-ending',
  'damaged',
  'mixed',
  'encrypted',
  'active',
  'embedded',
  'external-link',
  'too-many-pixels',
  'bomb',
  'infected',
  'unsigned',
  'signature-broken',
  'scanner-away',
  'quota-full',
  'disk-full',
  'too-many',
] as const
export type FileRefusal = (typeof FILE_REFUSALS)[number]

/** What a file belongs to. */
export const FILE_SUBJECTS = ['rapat', 'kartu', 'laporan'] as const
export type FileSubjectKind = (typeof FILE_SUBJECTS)[number]

const MAX_NAME = 120
const FALLBACK = 'berkas'
/** Control characters; marks that turn the direction of text or are not seen; what is no character at all. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu
/** What Windows does not take in a name. */
const UNSAFE = /[<>:"|?*]/g
/** Devices that Windows opens instead of a file, whatever the ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/** The ending of a name in small letters, without its dot; empty when there is none. */
export const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** The kind that a name promises; null when it is none of ours. */
export const kindOfName = (name: string): FileKind | null =>
  FILE_KINDS.find(kind => FILE_ENDINGS[kind].includes(endingOf(name))) ?? null

/**
 * The name of an uploaded file as it is kept and shown (SPEC.md, F1): its last part only, without what is unseen or
 * turns the direction of text, at most 120 characters with the ending kept.
 */
export function cleanFileName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const tidy = last
    .replace(UNSEEN, '')
    .replace(UNSAFE, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .replace(DEVICE, '_$&')
  const ending = endingOf(tidy)
  const stem = [...(ending === '' ? tidy : tidy.slice(0, -ending.length - 1)).trimEnd()]
  const tail = ending === '' ? '' : `.${[...ending].slice(0, 16).join('')}`
  return `${stem.slice(0, MAX_NAME - tail.length).join('') || FALLBACK}${tail}`
}
