import { ACHIEVEMENTS } from '@mufakat/domain'
import type { IndicatorSummary } from '@mufakat/services'
import { useAllWords } from '~/frame/words'
import { AchievementBadge } from '~/target/state'

/** How many indicators have reached their target, are close, are not, or have no data; one without a target is in none. */
export function AchievementCounts({ indicators }: { indicators: readonly IndicatorSummary[] }) {
  const words = useAllWords()
  return (
    <dl
      aria-label={words.t('target.counts')}
      className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-4"
    >
      {ACHIEVEMENTS.map(state => (
        <div key={state} className="flex flex-col-reverse justify-end gap-1 bg-surface px-4 py-3">
          <dt>
            <AchievementBadge state={state} />
          </dt>
          <dd className="text-2xl font-bold tabular-nums">
            {indicators.filter(({ standing }) => standing.achievement === state).length}
          </dd>
        </div>
      ))}
    </dl>
  )
}
