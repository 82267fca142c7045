import type { IndicatorDetail } from '@mufakat/services'
import { useAllWords } from '~/frame/words'
import { Fact, Section } from '~/kartu/section'
import { amountText } from '~/target/amount'
import { CapaianText } from '~/target/capaian-text'
import { AchievementBadge, BandBadge, ProvisionalWord, TrendWord } from '~/target/state'

/** The number that holds as of the triwulan, and how far it is from what was aimed at. */
export function StandingSection({ indicator }: { indicator: IndicatorDetail }) {
  const words = useAllWords()
  const { standing, finality, at } = indicator
  const amount = (value: number) => amountText(words, value, indicator)
  const isOlder = standing.at !== null && (standing.at.year !== at.year || standing.at.quarter !== at.quarter)
  return (
    <Section
      id="keadaan"
      title={words.t('target.standing', { triwulan: words.triwulan(at) })}
      end={standing.achievement !== null && <AchievementBadge state={standing.achievement} />}
    >
      <div className="grid gap-x-6 gap-y-4 py-1 sm:grid-cols-[auto_minmax(0,1fr)] sm:items-center">
        <div className="grid gap-1 sm:min-w-44 sm:pr-4">
          {standing.at === null ? (
            <p className="text-lg text-ink-2">{words.t('sasaran.none.belum_ada_data')}</p>
          ) : (
            <p className="text-3xl font-extrabold tracking-tight tabular-nums">
              {standing.value === null ? words.t('sasaran.na') : amount(standing.value)}
            </p>
          )}
          {standing.at !== null && (
            <p className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
              {words.triwulan(standing.at)}
              <ProvisionalWord finality={finality} />
            </p>
          )}
          {isOlder && <p className="text-xs text-ink-2">{words.t('target.standing.older')}</p>}
        </div>
        <dl className="grid grid-cols-2 gap-4 sm:border-l sm:border-line sm:pl-6">
          <Fact
            label={words.t(standing.isTargetOfYear ? 'target.column.target.year' : 'target.column.target')}
          >
            <span className="tabular-nums">
              {standing.target === null ? words.t('sasaran.none.tanpa_target') : amount(standing.target)}
            </span>
          </Fact>
          <Fact label={words.t('target.column.capaian')}>
            <span className="flex flex-wrap items-center gap-2">
              <CapaianText capaian={standing.capaian} unit={indicator} />
              {standing.band !== null && <BandBadge band={standing.band} />}
            </span>
          </Fact>
          <Fact label={words.t('target.gap')}>
            <span className="tabular-nums">
              {standing.gap === null
                ? '–'
                : standing.gap <= 0
                  ? words.t('target.gap.none')
                  : amount(standing.gap)}
            </span>
          </Fact>
          <Fact label={words.t('target.column.trend')}>
            {standing.trend !== null && standing.previous !== null && standing.value !== null ? (
              <span className="grid gap-0.5">
                <TrendWord trend={standing.trend} isUp={standing.value > standing.previous.value} />
                <span className="text-xs text-ink-2">
                  {words.t('target.from.at', {
                    amount: amount(standing.previous.value),
                    triwulan: words.triwulan(standing.previous.at),
                  })}
                </span>
              </span>
            ) : (
              '–'
            )}
          </Fact>
        </dl>
      </div>
    </Section>
  )
}
