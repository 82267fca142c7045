/** Long rather than contrived: length is what guessing costs, and rules of composition make people write it down. */
export const MIN_PASSWORD_LENGTH = 12
/** More than anybody types, and little enough to hash. */
export const MAX_PASSWORD_LENGTH = 200

/**
 * The most common passwords that are long enough, without digits and signs at their end: lists of broken passwords,
 * and what people of a regency think of first.
 */
const COMMON = new Set(
  `password passwordpassword mypassword adminadmin administrator qwertyuiop qwertyuiopasdfghjkl asdfghjklzxcvbnm
  qwertyqwerty asdfghjkl zxcvbnm zxcvbnmasdfghjkl qazwsxedc qazwsxedcrfv qweasdzxc iloveyou iloveyouforever trustno
  letmein letmeinnow welcome welcomehome sunshine princess football baseball superman batman starwars dragon monkey
  changeme changemenow secret secretsecret computer internet default defaultpassword guestguest testtest
  katasandi katasandiku katasandibaru passwordku rahasia rahasiaku sangatrahasia sayang sayangku sayangkamu akusayangkamu
  bismillah bismillahirrahmanirrahim alhamdulillah assalamualaikum insyaallah allahuakbar indonesia indonesiaku
  indonesiaraya indonesiamerdeka merdeka garuda pancasila bengkulu mukomuko kabmukomuko kabupatenmukomuko
  pemkabmukomuko pemdamukomuko bupatimukomuko sekretariat dinaskesehatan mufakat mufakatdemo mufakat-demo
  musyawarahmufakat selamatdatang selamatpagi terimakasih ganteng cantik anakku keluargaku jakarta bandung surabaya`
    .split(/\s+/)
    .filter(Boolean),
)

/** Rows of the keyboard and of the alphabet, forwards and backwards. */
const RUNS = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'].flatMap(
  run => [run, [...run].reverse().join('')],
)

/** "abcabcabcabc" is as good as "abc". */
const repeats = (text: string): boolean => /^(.{1,5})\1+.{0,4}$/su.test(text)

export type PasswordFault = 'too-short' | 'too-long' | 'common' | 'own'

/** What belongs to a person and is guessed first. */
export interface OwnWords {
  readonly name: string
  readonly email: string | null
  readonly nip: string | null
}

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Most of the password is one of the person's own words, whatever stands around it. */
function isOwn(plain: string, own: OwnWords): boolean {
  const words = [own.nip ?? '', own.email?.split('@')[0] ?? '', own.name, ...own.name.split(/\s+/)]
  return words
    .map(lettersOf)
    .some(word => word.length >= 4 && plain.includes(word) && plain.length - word.length < 6)
}

/** Why a password is refused (SPEC.md U3), or null. */
export function passwordFault(password: string, own?: OwnWords): PasswordFault | null {
  const length = [...password].length
  if (length < MIN_PASSWORD_LENGTH) return 'too-short'
  if (length > MAX_PASSWORD_LENGTH) return 'too-long'
  const plain = lettersOf(password)
  const word = plain.replace(/^\d+|\d+$/g, '')
  const isCommon =
    COMMON.has(plain) ||
    COMMON.has(word) ||
    // Nothing but signs, digits, or letters of a kind.
    word.length < 4 ||
    new Set(password).size < 5 ||
    repeats(plain) ||
    RUNS.some(run => run.includes(plain))
  if (isCommon) return 'common'
  return own !== undefined && isOwn(plain, own) ? 'own' : null
}

export type PasswordStrength = 'weak' | 'fair' | 'strong'

/** A word for a person who is choosing one; `weak` is what would be refused. */
export function passwordStrength(password: string, own?: OwnWords): PasswordStrength {
  if (passwordFault(password, own) !== null) return 'weak'
  return [...password].length >= 16 && new Set(password).size >= 8 ? 'strong' : 'fair'
}
