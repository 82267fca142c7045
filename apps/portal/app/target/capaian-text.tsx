import type { Capaian } from '@mufakat/domain'
import { useAllWords } from '~/frame/words'
import { amountText, type Unit } from './amount'

/** How far it has come: a percentage, or what is left until a target of 0, or why there is neither. */
export function CapaianText({ capaian, unit }: { capaian: Capaian; unit: Unit }) {
  const words = useAllWords()
  if (capaian.kind === 'tanpa')
    return <span className="text-ink-2">{words.t(`sasaran.none.${capaian.reason}`)}</span>
  if (capaian.kind === 'persen')
    return <span className="tabular-nums">{words.percent(capaian.percent / 100, 1)}</span>
  return (
    <span className="tabular-nums">
      {capaian.gap <= 0
        ? words.t('sasaran.gap.none')
        : words.t('sasaran.gap', { amount: amountText(words, capaian.gap, unit) })}
      {capaian.gap > 0 && capaian.wayShare !== null && (
        <span className="block text-xs text-ink-2">
          {words.t('sasaran.gap.way', { share: words.percent(capaian.wayShare, 0) })}
        </span>
      )}
    </span>
  )
}
