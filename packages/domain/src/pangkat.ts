/*
 * Golongan ruang of a civil servant with the pangkat that goes with it (PP 99/2000, kept by PP 11/2017). Official papers
 * print both beside a signature. PPPK and people who are no ASN have none.
 */
const PANGKAT = {
  'I/a': 'Juru Muda',
  'I/b': 'Juru Muda Tingkat I',
  'I/c': 'Juru',
  'I/d': 'Juru Tingkat I',
  'II/a': 'Pengatur Muda',
  'II/b': 'Pengatur Muda Tingkat I',
  'II/c': 'Pengatur',
  'II/d': 'Pengatur Tingkat I',
  'III/a': 'Penata Muda',
  'III/b': 'Penata Muda Tingkat I',
  'III/c': 'Penata',
  'III/d': 'Penata Tingkat I',
  'IV/a': 'Pembina',
  'IV/b': 'Pembina Tingkat I',
  'IV/c': 'Pembina Utama Muda',
  'IV/d': 'Pembina Utama Madya',
  'IV/e': 'Pembina Utama',
} as const

export type Golongan = keyof typeof PANGKAT

/** From the lowest to the highest. */
export const GOLONGAN = Object.keys(PANGKAT) as [Golongan, ...Golongan[]]

/** Pangkat is a title of state: it reads the same in every language (SPEC.md J8). */
export const pangkatOf = (golongan: Golongan): string => PANGKAT[golongan]

/** As papers print it: "Pembina Utama Muda (IV/c)". */
export const pangkatLine = (golongan: Golongan): string => `${PANGKAT[golongan]} (${golongan})`

/** A golongan as people write it, also "iii / D" or the whole line of a paper; null: it is none. */
export function parseGolongan(text: string): Golongan | null {
  const [, roman = '', letter = ''] = /(?:^|[\s(])(iv|i{1,3})\s*\/\s*([a-e])\)?$/i.exec(text.trim()) ?? []
  const code = `${roman.toUpperCase()}/${letter.toLowerCase()}`
  return GOLONGAN.find(one => one === code) ?? null
}
