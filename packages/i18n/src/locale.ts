export const LOCALES = ['id', 'en'] as const
export type Locale = (typeof LOCALES)[number]

export const isLocale = (value: unknown): value is Locale => LOCALES.includes(value as Locale)

/** The best of our languages for an Accept-Language header; Indonesian when nothing fits. */
export function localeOfHeader(header: string | null | undefined): Locale {
  const wishes = (header ?? '')
    .split(',')
    .map(part => {
      const [tag = '', ...params] = part.trim().split(';')
      const weight = params.map(param => /^\s*q=([\d.]+)$/.exec(param)?.[1]).find(Boolean)
      return { language: tag.toLowerCase().split('-')[0] ?? '', weight: weight ? Number(weight) : 1 }
    })
    .sort((a, b) => b.weight - a.weight)
  // 'in' and 'ms' are what old phones and Malay settings send; both read Indonesian more easily than English.
  const known: Record<string, Locale> = { id: 'id', in: 'id', ms: 'id', en: 'en' }
  for (const wish of wishes) {
    const locale = known[wish.language]
    if (locale && wish.weight > 0) return locale
  }
  return 'id'
}
