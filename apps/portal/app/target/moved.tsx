import type { IndicatorStanding } from '@mufakat/domain'
import { useAllWords } from '~/frame/words'
import { amountText, type Unit } from './amount'
import { TrendWord } from './state'

/** Which way a number went, and from what. */
export function Moved({ standing, unit }: { standing: IndicatorStanding; unit: Unit }) {
  const words = useAllWords()
  const { value, previous, trend } = standing
  if (trend === null || previous === null || value === null) return null
  return (
    <div className="grid gap-0.5">
      <TrendWord trend={trend} isUp={value > previous.value} />
      <span className="text-xs text-ink-2">
        {words.t('target.from', { amount: amountText(words, previous.value, unit) })}
      </span>
    </div>
  )
}
