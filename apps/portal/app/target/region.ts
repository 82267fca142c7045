import { useAllWords } from '~/frame/words'

const CODE = /^\d{2}\.\d{2}\.\d{2}(?:\.\d{4})?$/

/** The kecamatan or desa that an address names; what is no code is the whole kabupaten. */
export function regionOfRequest(request: Request): string {
  const code = new URL(request.url).searchParams.get('wilayah') ?? ''
  return CODE.test(code) ? code : ''
}

/** The page of an indicator, where it looks at a region there too. */
export function indicatorPath(
  id: string,
  regionCode: string,
  more: Readonly<Record<string, string>> = {},
  part = '',
): string {
  const params = new URLSearchParams({ ...(regionCode === '' ? {} : { wilayah: regionCode }), ...more })
  const asked = params.size === 0 ? '' : `?${params}`
  return `/target/${id}${asked}${part === '' ? '' : `#${part}`}`
}

const DISTRICT = /^\d{2}\.\d{2}\.\d{2}$/

interface Region {
  readonly code: string
  readonly name: string | null
  /** The kecamatan of a desa. */
  readonly district?: string | null
}

/** What a region is called; a desa never without its kecamatan. */
export function useRegionName(): (region: Region) => string {
  const words = useAllWords()
  return ({ code, name, district }) => {
    if (code === '' || name === null) return words.t('sasaran.whole')
    if (DISTRICT.test(code)) return words.t('sasaran.district', { name })
    return district ? words.t('sasaran.village', { name, district }) : name
  }
}
