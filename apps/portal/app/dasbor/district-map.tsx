import type { DashboardIndicatorView, DistrictTile } from '@mufakat/services'
import { TileMap } from '@mufakat/ui/charts'
import { useAllWords } from '~/frame/words'
import { numberText } from '~/target/amount'
import { levelsOf, placesOf } from './places'
import { achievementText } from './said'

interface DistrictMapProps {
  indicator: DashboardIndicatorView
  tiles: readonly DistrictTile[]
}

/** One indicator in each kecamatan, on tiles. */
export function DistrictMap({ indicator, tiles }: DistrictMapProps) {
  const words = useAllWords()
  const places = placesOf(tiles.map(({ code }) => code))
  const levels = levelsOf(
    tiles.map(({ trend }) => trend.standing.value),
    indicator.direction,
  )
  const said = tiles.map(({ trend }) => {
    const { value, notAvailable, target, trend: way } = trend.standing
    if (notAvailable) return { value: words.t('dasbor.chart.not-available'), word: '' }
    if (value === null) return { value: '–', word: words.t('dasbor.chart.none') }
    const word =
      target === null && way !== null ? words.t(`dasbor.trend.${way}`) : achievementText(words, trend)
    return { value: numberText(words, value, indicator), word }
  })
  const title = words.t('dasbor.map.of', { name: `${indicator.name} (${indicator.unit})` })
  return (
    <TileMap
      title={title}
      note={words.t(indicator.direction === 'konteks' ? 'dasbor.map.note.context' : 'dasbor.map.note')}
      tiles={tiles.map(({ code, name }, i) => ({
        key: code,
        name,
        ...(places.get(code) ?? { row: 1, column: 1 }),
        value: said[i]?.value,
        word: said[i]?.word ?? '',
        level: levels[i] ?? 0,
      }))}
      table={{
        label: words.t('dasbor.chart.table'),
        columns: [
          words.t('dasbor.district.column'),
          indicator.unit,
          words.t('dasbor.district.status'),
          words.t('dasbor.chart.period'),
        ],
        rows: tiles.map(({ code, name, trend }, i) => ({
          key: code,
          cells: [
            name,
            said[i]?.value,
            said[i]?.word,
            trend.standing.at === null ? '–' : words.triwulan(trend.standing.at),
          ],
        })),
      }}
    />
  )
}
