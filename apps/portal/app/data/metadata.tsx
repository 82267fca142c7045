import type { OpenIndicator } from '@mufakat/services'
import { Card, CardHead } from '@mufakat/ui'
import type { ReactNode } from 'react'
import { useAllWords } from '~/frame/words'

/** What Satu Data asks of an indicator (Perpres 39/2019). */
export function Metadata({ indicator }: { indicator: OpenIndicator }) {
  const words = useAllWords()
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words.t('data.meta.concept'), indicator.concept],
    [
      words.t('data.meta.definition'),
      <ul key="definition" className="grid gap-2">
        {indicator.definitions.map(({ version, definition, year, quarter }) => (
          <li key={version}>
            {definition}
            <span className="block text-xs text-ink-2">
              {words.t('data.meta.definition.since', {
                version,
                triwulan: words.triwulan({ year, quarter }),
              })}
            </span>
          </li>
        ))}
      </ul>,
    ],
    [words.t('data.meta.classification'), indicator.classification],
    [words.t('data.meta.unit'), indicator.unit],
    [words.t('data.meta.measure'), indicator.measure],
    [
      words.t('data.meta.factor'),
      indicator.factor === null ? '' : words.t('data.meta.factor.of', { factor: indicator.factor }),
    ],
    [words.t('data.meta.source'), indicator.source],
    [words.t('data.meta.owner'), indicator.producer],
    [words.t('data.meta.frequency'), words.t(`data.frequency.${indicator.frequency}`)],
    [words.t('data.meta.level'), words.t(`data.level.${indicator.level}`)],
  ]
  return (
    <Card as="section" aria-labelledby="metadata">
      <CardHead id="metadata" title={words.t('data.meta')} />
      <dl className="divide-y divide-line px-4 sm:px-5">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name} className="grid gap-x-6 gap-y-1 py-3 text-sm sm:grid-cols-[12rem_minmax(0,1fr)]">
              <dt className="text-ink-2">{name}</dt>
              <dd className="min-w-0 break-words whitespace-pre-line">{value}</dd>
            </div>
          ))}
      </dl>
    </Card>
  )
}
