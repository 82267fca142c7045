import { compareTriwulan } from '@mufakat/domain'
import type { IndicatorDetail, RegionStanding } from '@mufakat/services'
import { type Column, DataTable } from '@mufakat/ui'
import { ChevronRight } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { Section } from '~/kartu/section'
import { triwulanCode } from '~/request/triwulan'
import { numberText } from '~/target/amount'
import { CapaianText } from '~/target/capaian-text'
import { Moved } from '~/target/moved'
import { indicatorPath, useRegionName } from '~/target/region'
import { BandBadge } from '~/target/state'

const districtOf = (code: string): string => code.slice(0, '17.06.01'.length)

/** Where in the kabupaten one is, and the way back up. */
export function RegionPath({ indicator }: { indicator: IndicatorDetail }) {
  const words = useAllWords()
  const regionName = useRegionName()
  const { id, region, at } = indicator
  if (region.code === '') return null
  const district = districtOf(region.code)
  const link = (code: string) => indicatorPath(id, code, { tw: triwulanCode(at) })
  const above = [
    { code: '', name: words.t('sasaran.whole') },
    ...(region.code === district || !region.district
      ? []
      : [{ code: district, name: words.t('sasaran.district', { name: region.district }) }]),
  ]
  return (
    <nav
      aria-label={words.t('target.region.path')}
      className="mb-4 flex flex-wrap items-center gap-1 text-sm"
    >
      {above.map(one => (
        <span key={one.code} className="flex items-center gap-1">
          <a href={link(one.code)} className="inline-flex min-h-11 items-center">
            {one.name}
          </a>
          <ChevronRight aria-hidden className="size-4 text-ink-2" />
        </span>
      ))}
      <span aria-current="page" className="font-semibold">
        {regionName(region)}
      </span>
    </nav>
  )
}

interface OfRegion {
  readonly region: RegionStanding
  readonly indicator: IndicatorDetail
}

/** The newest number of a region, and its triwulan where that is another than the one that is looked at. */
function Amount({ region: { standing }, indicator }: OfRegion) {
  const words = useAllWords()
  const { at, value, notAvailable } = standing
  return (
    <div className="grid gap-0.5">
      <span className={value === null ? 'text-ink-2' : 'font-semibold'}>
        {value === null
          ? words.t(notAvailable ? 'sasaran.na' : 'target.none')
          : numberText(words, value, indicator)}
      </span>
      {at !== null && compareTriwulan(at, indicator.at) !== 0 && (
        <span className="text-xs text-ink-2">{words.triwulan(at)}</span>
      )}
    </div>
  )
}

/** The kecamatan, or the desa of the one that is looked at, each with its number and how much of it is there. */
export function RegionsSection({ indicator }: { indicator: IndicatorDetail }) {
  const words = useAllWords()
  const regionName = useRegionName()
  const { id, at, regions } = indicator
  if (regions.length === 0) return null
  const isVillages = regions[0]?.district !== null
  const title = words.t(isVillages ? 'target.villages' : 'target.districts')
  const has = (test: (standing: RegionStanding['standing']) => boolean) =>
    regions.some(({ standing }) => test(standing))
  const columns: Column<RegionStanding>[] = [
    {
      key: 'region',
      label: words.t('target.column.region'),
      lead: true,
      cell: one => (
        <div className="grid gap-0.5">
          <a
            href={indicatorPath(id, one.code, { tw: triwulanCode(at) })}
            className="-mt-1 inline-flex min-h-8 items-center font-semibold text-ink"
          >
            {one.district === null ? one.name : regionName(one)}
          </a>
          {one.of > 1 && (
            <span className="text-xs font-normal text-ink-2">
              {words.t('target.villages.given', { given: one.given, of: one.of })}
            </span>
          )}
        </div>
      ),
    },
    {
      key: 'value',
      label: words.t('target.column.value.unit', { unit: indicator.unit }),
      align: 'end',
      width: 'md:w-40',
      cell: one => <Amount region={one} indicator={indicator} />,
    },
    ...(has(({ target }) => target !== null)
      ? [
          {
            key: 'target',
            label: words.t('target.column.target'),
            align: 'end',
            width: 'md:w-32',
            cell: ({ standing }: RegionStanding) =>
              standing.target !== null && numberText(words, standing.target, indicator),
          } as const,
          {
            key: 'capaian',
            label: words.t('target.column.capaian'),
            width: 'md:w-56',
            cell: ({ standing }: RegionStanding) =>
              standing.band !== null && (
                <div className="flex flex-wrap items-center gap-2">
                  <CapaianText capaian={standing.capaian} unit={indicator} />
                  <BandBadge band={standing.band} />
                </div>
              ),
          },
        ]
      : []),
    ...(has(({ trend }) => trend !== null)
      ? [
          {
            key: 'trend',
            label: words.t('target.column.trend'),
            width: 'md:w-44',
            cell: (one: RegionStanding) => <Moved standing={one.standing} unit={indicator} />,
          },
        ]
      : []),
  ]
  return (
    <Section id="wilayah" title={title}>
      <div className="-mx-4 -my-3 sm:-mx-5">
        <DataTable caption={title} columns={columns} rows={regions} rowKey={one => one.code} />
      </div>
    </Section>
  )
}
