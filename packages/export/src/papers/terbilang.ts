const ONES = [
  'nol',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
]

const joined = (head: string, rest: number): string => (rest === 0 ? head : `${head} ${terbilang(rest)}`)

/** A whole number from 0 to 999,999 in Indonesian words: what a day or a year needs, and an amount of people. */
export function terbilang(n: number): string {
  if (n < 12) return ONES[n] ?? ''
  if (n < 20) return `${terbilang(n - 10)} belas`
  if (n < 100) return joined(`${terbilang(Math.floor(n / 10))} puluh`, n % 10)
  if (n < 200) return joined('seratus', n - 100)
  if (n < 1_000) return joined(`${terbilang(Math.floor(n / 100))} ratus`, n % 100)
  if (n < 2_000) return joined('seribu', n - 1_000)
  return joined(`${terbilang(Math.floor(n / 1_000))} ribu`, n % 1_000)
}
