import type { IndicatorDetail } from '@mufakat/services'
import { Badge } from '@mufakat/ui'
import { Globe, Lock } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { Fact, Section } from '~/kartu/section'
import { amountText, numberText } from '~/target/amount'

/** What Satu Data asks of a figure: concept, classification, measure, unit, source. */
export function MetadataSection({ indicator }: { indicator: IndicatorDetail }) {
  const words = useAllWords()
  const { baseline, baselineDate, lowest, highest } = indicator
  const limit = (value: number | null) => (value === null ? '…' : numberText(words, value, indicator))
  const texts = ['concept', 'classification', 'measure'] as const
  return (
    <Section
      id="metadata"
      title={words.t('target.metadata')}
      end={
        indicator.isPublic ? (
          <Badge tone="info" icon={Globe}>
            {words.t('target.public')}
          </Badge>
        ) : (
          <Badge tone="neutral" icon={Lock}>
            {words.t('target.internal')}
          </Badge>
        )
      }
    >
      <dl className="grid grid-cols-2 gap-3 text-sm">
        {texts.map(
          name =>
            indicator[name] !== '' && (
              <Fact key={name} label={words.t(`target.field.${name}`)} isWide>
                <span className="whitespace-pre-wrap">{indicator[name]}</span>
              </Fact>
            ),
        )}
        <Fact label={words.t('target.field.unit')}>{indicator.unit}</Fact>
        <Fact label={words.t('target.field.frequency')}>
          {words.t(`sasaran.frequency.${indicator.frequency}`)}
        </Fact>
        <Fact label={words.t('target.field.direction')} isWide>
          {words.t(`sasaran.direction.${indicator.direction}`)}
        </Fact>
        <Fact label={words.t('target.field.level')}>{words.t(`sasaran.level.${indicator.level}`)}</Fact>
        <Fact label={words.t('target.field.rollUp')}>{words.t(`sasaran.roll-up.${indicator.rollUp}`)}</Fact>
        <Fact label={words.t('target.field.accumulation')} isWide>
          {words.t(`sasaran.accumulation.${indicator.accumulation}`)}
        </Fact>
        <Fact label={words.t('target.field.source')} isWide>
          {indicator.source}
        </Fact>
        {baseline !== null && (
          <Fact label={words.t('target.field.baseline')}>
            {amountText(words, baseline, indicator)}
            {baselineDate !== null && (
              <span className="block text-xs text-ink-2">{words.date(baselineDate, 'short')}</span>
            )}
          </Fact>
        )}
        {(lowest !== null || highest !== null) && (
          <Fact label={words.t('target.limits')}>
            {limit(lowest)} – {limit(highest)}
          </Fact>
        )}
      </dl>
    </Section>
  )
}
