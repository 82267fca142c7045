import type { Contribution } from '@mufakat/domain'
import { useAllWords } from '~/frame/words'
import { useCard } from './card-context'

/** How an indicator, a place and a contribution are named. */
export function useContributionText() {
  const words = useAllWords()
  const { indicators, districts } = useCard().contribution

  const placeOf = (code: string): string => {
    if (code === '') return words.t('kontribusi.region.whole')
    for (const district of districts) {
      if (district.code === code) return words.t('kontribusi.region.district', { name: district.name })
      const village = district.villages.find(one => one.code === code)
      if (village !== undefined)
        return words.t('kontribusi.region.village', { name: village.name, district: district.name })
    }
    return code
  }
  const amountOf = (indicatorId: string, quantity: number | null): string => {
    if (quantity === null) return words.t('kontribusi.quantity.none')
    const unit = indicators.find(({ id }) => id === indicatorId)?.unit ?? ''
    return words.t('kontribusi.amount', { amount: words.number(quantity, 4), unit }).trim()
  }
  return {
    placeOf,
    amountOf,
    nameOf: (indicatorId: string): string => indicators.find(({ id }) => id === indicatorId)?.name ?? '–',
    said: (indicatorId: string, said: Contribution | null): string =>
      said === null
        ? '–'
        : words.t('kontribusi.said', {
            amount: amountOf(indicatorId, said.quantity),
            place: placeOf(said.regionCode),
          }),
  }
}
