import type { Words } from '@mufakat/i18n'
import type { OpenIndicator, OpenValue } from '@mufakat/services'
import { useAllWords } from '~/frame/words'

/** A number as it is shown, with its unit. */
export function openNumber(words: Words, value: OpenValue, { unit, decimals }: OpenIndicator): string {
  if (value.notAvailable) return words.t('capaian.not-available')
  if (value.number === null) return '–'
  const number = words.number(value.number, decimals)
  return unit.startsWith('%') ? `${number}${unit}` : `${number} ${unit}`
}

export const openWhen = (words: Words, value: OpenValue): string =>
  words.t('data.latest.at', {
    triwulan: words.triwulan(value),
    date: words.date(value.asOf),
    finality: words.t(`capaian.finality.${value.finality}`),
  })

/** An open indicator with its newest value. */
export function IndicatorLine({ indicator }: { indicator: OpenIndicator }) {
  const words = useAllWords()
  const { latest } = indicator
  return (
    <li className="grid gap-x-6 gap-y-1 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center sm:px-5">
      <div className="min-w-0">
        <a
          href={`/data/${indicator.id}`}
          className="inline-flex min-h-11 items-center font-semibold break-words text-ink"
        >
          {indicator.name}
        </a>
        <p className="text-sm text-ink-2">
          {indicator.programme} · {indicator.source}
        </p>
      </div>
      <p className="sm:text-right">
        {latest === null ? (
          <span className="text-sm text-ink-2">{words.t('data.latest.none')}</span>
        ) : (
          <>
            <span className="block text-lg font-bold tabular-nums">
              {openNumber(words, latest, indicator)}
            </span>
            <span className="block text-xs text-ink-2">{openWhen(words, latest)}</span>
          </>
        )}
      </p>
    </li>
  )
}
