import type { IndicatorDetail } from '@mufakat/services'
import { buttonClass } from '@mufakat/ui'
import { PencilLine } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { Section } from '~/kartu/section'
import { numberText } from '~/target/amount'
import { TARGET_QUARTERS } from '~/target/target-names'

const ROMAN = ['', 'I', 'II', 'III', 'IV'] as const

/** Targets of the region, a row for each year. */
export function TargetsSection({ indicator }: { indicator: IndicatorDetail }) {
  const words = useAllWords()
  const { id, region, targets, allowed } = indicator
  const years = [...new Set(targets.map(one => one.year))].sort((a, b) => b - a)
  const title = words.t('target.targets', { unit: indicator.unit })
  const edit = `/target/${id}/target${region.code === '' ? '' : `?wilayah=${region.code}`}`
  return (
    <Section
      id="target"
      title={title}
      end={
        allowed.edit && (
          <a href={edit} className={buttonClass('quiet', 'sm', 'screen-only')}>
            <PencilLine aria-hidden />
            {words.t('target.targets.edit')}
          </a>
        )
      }
    >
      {years.length === 0 ? (
        <p className="text-ink-2">{words.t('sasaran.none.tanpa_target')}</p>
      ) : (
        <table className="w-full text-sm tabular-nums">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr className="text-xs text-ink-2">
              <th scope="col" className="py-1 text-start font-semibold">
                {words.t('target.field.year')}
              </th>
              {TARGET_QUARTERS.map(quarter => (
                <th key={quarter} scope="col" className="py-1 ps-2 text-end font-semibold">
                  {quarter === 0 ? words.t('target.year.short') : ROMAN[quarter]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {years.map(year => (
              <tr key={year} className="border-t border-line">
                <th scope="row" className="py-1.5 text-start font-semibold">
                  {year}
                </th>
                {TARGET_QUARTERS.map(quarter => {
                  const found = targets.find(one => one.year === year && one.quarter === quarter)
                  return (
                    <td key={quarter} className="py-1.5 ps-2 text-end">
                      {found === undefined ? (
                        <span className="text-ink-3">–</span>
                      ) : (
                        numberText(words, found.value, indicator)
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
