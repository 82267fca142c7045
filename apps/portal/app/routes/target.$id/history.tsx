import type { IndicatorDetail, ValueView } from '@mufakat/services'
import { classes } from '@mufakat/ui'
import { useAllWords } from '~/frame/words'
import { Section } from '~/kartu/section'
import { amountText } from '~/target/amount'

function Entry({ value, indicator }: { value: ValueView; indicator: IndicatorDetail }) {
  const words = useAllWords()
  const { supersededAt, numerator, denominator } = value
  return (
    <li className="grid gap-0.5 border-l-2 border-line pl-3">
      <p className="flex flex-wrap items-baseline gap-x-2 font-medium">
        <span>{words.triwulan(value)}</span>
        <span className={classes('tabular-nums', supersededAt !== null && 'text-ink-2 line-through')}>
          {value.number === null ? words.t('sasaran.na') : amountText(words, value.number, indicator)}
        </span>
        {numerator !== null && denominator !== null && (
          <span className="text-xs font-normal text-ink-2 tabular-nums">
            {words.number(numerator, 4)} / {words.number(denominator, 4)}
          </span>
        )}
        <span className="text-xs font-normal text-ink-2">
          {words.t(`sasaran.finality.${value.finality}`)}
        </span>
      </p>
      {value.reason !== '' && (
        <p className="text-sm wrap-anywhere whitespace-pre-wrap">
          {words.t('target.corrected', { reason: value.reason })}
        </p>
      )}
      <p className="text-xs text-ink-2">
        {words.t(value.isFromReport ? 'target.value.reported' : 'target.value.put', {
          by: value.by,
          at: words.dateTime(value.createdAt),
        })}{' '}
        {words.t('target.value.verified', { by: value.verifiedBy, at: words.dateTime(value.verifiedAt) })}
      </p>
      {supersededAt !== null && (
        <p className="text-xs font-semibold text-warn-ink">
          {words.t('target.value.superseded', { at: words.dateTime(supersededAt) })}
        </p>
      )}
    </li>
  )
}

/** Every value that holds or once held: who put it in, who checked it, and why another took its place. */
export function HistorySection({
  indicator,
  values,
}: {
  indicator: IndicatorDetail
  values: readonly ValueView[]
}) {
  const words = useAllWords()
  return (
    <Section
      id="riwayat"
      title={words.t('target.history')}
      end={
        values.length > 0 && (
          <span className="text-sm text-ink-2">{words.t('target.history.count', { n: values.length })}</span>
        )
      }
    >
      {values.length === 0 && (
        <p className="text-ink-2">
          {words.t(indicator.regions.length > 0 ? 'target.history.below' : 'target.history.none')}
        </p>
      )}
      <ol className="grid gap-4 py-1 empty:hidden">
        {values.map(value => (
          <Entry key={value.id} value={value} indicator={indicator} />
        ))}
      </ol>
    </Section>
  )
}
