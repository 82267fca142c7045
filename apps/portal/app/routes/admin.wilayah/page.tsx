import type { DistrictView } from '@mufakat/services'
import { Badge, buttonClass, Card, CardHead, Empty, Notice } from '@mufakat/ui'
import { Link } from '@remix-run/react'
import { ChevronDown, CircleCheckBig, CircleOff, Download, MapPinOff, UserRoundCog } from 'lucide-react'
import type { RegionAnswer } from '~/admin/region-form.server'
import { RegionImport } from '~/admin/region-import'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'

interface WilayahPageProps {
  districts: readonly DistrictView[]
  /** How many operators a desa has today, by its code. */
  operators: Readonly<Record<string, number>>
  /** Whether this person also changes the tables of wilayah. */
  mayEdit: boolean
  hasIncluded: boolean
  hasRegency: boolean
  saved: boolean
  answer: RegionAnswer | undefined
}

function Inactive() {
  const words = useAllWords()
  return (
    <Badge tone="neutral" icon={CircleOff}>
      {words.t('admin.wilayah.inactive')}
    </Badge>
  )
}

type Operators = Pick<WilayahPageProps, 'operators'>

function Villages({ villages, operators }: Pick<DistrictView, 'villages'> & Operators) {
  const words = useAllWords()
  return (
    <ul className="grid gap-x-6 bg-sunken px-4 py-2 sm:grid-cols-2 sm:px-5 xl:grid-cols-3">
      {villages.map(village => (
        <li key={village.code} className="flex min-h-9 items-center justify-between gap-3 text-sm">
          <span>
            {village.name}
            {village.kind === 'kelurahan' && (
              <span className="text-ink-2"> ({words.t('admin.wilayah.kind.kelurahan')})</span>
            )}{' '}
            {!village.active && <Inactive />}
            {(operators[village.code] ?? 0) > 0 && (
              <span className="block text-xs text-ink-2">
                {words.t('petugas.operators', { n: operators[village.code] ?? 0 })}
              </span>
            )}
          </span>
          <span className="text-xs text-ink-2 tabular-nums">{village.code}</span>
        </li>
      ))}
    </ul>
  )
}

function District({ district, operators }: { district: DistrictView } & Operators) {
  const words = useAllWords()
  const active = district.villages.filter(village => village.active)
  const kelurahan = active.filter(village => village.kind === 'kelurahan').length
  const counts = [
    words.t('admin.wilayah.desa', { n: active.length - kelurahan }),
    ...(kelurahan > 0 ? [words.t('admin.wilayah.kelurahan', { n: kelurahan })] : []),
  ]
  return (
    <li>
      <details className="group">
        <summary className="flex min-h-14 items-center gap-x-4 px-4 py-2 hover:bg-sunken sm:px-5">
          <span className="min-w-0 flex-1 font-medium">
            {words.t('admin.wilayah.kecamatan', { name: district.name })} {!district.active && <Inactive />}
            <span className="block text-sm font-normal text-ink-2">{counts.join(' · ')}</span>
          </span>
          <span className="text-xs text-ink-2 tabular-nums">{district.code}</span>
          <ChevronDown
            aria-hidden
            className="size-4.5 flex-none text-ink-2 transition-transform group-open:rotate-180"
          />
        </summary>
        <p className="border-t border-line bg-sunken px-4 pt-3 sm:px-5">
          <Link to={`/admin/wilayah/kecamatan/${district.code}`} className={buttonClass('secondary', 'sm')}>
            <UserRoundCog aria-hidden />
            {words.t('petugas.open')}
          </Link>
        </p>
        <Villages villages={district.villages} operators={operators} />
      </details>
    </li>
  )
}

export function WilayahPage(props: WilayahPageProps) {
  const { districts, operators, mayEdit, hasIncluded, hasRegency, saved, answer } = props
  const words = useAllWords()
  return (
    <div className="grid gap-6">
      <PageHead title={words.t('admin.wilayah')} lead={words.t('admin.wilayah.lead')} />
      {saved && (
        <Notice tone="success" icon={CircleCheckBig} role="status">
          {words.t('admin.saved')}
        </Notice>
      )}
      {mayEdit && (
        <RegionImport
          hasIncluded={hasIncluded}
          hasRegency={hasRegency}
          regencyAt="/admin/daerah"
          answer={answer}
        />
      )}
      <Card as="section" aria-labelledby="kecamatan">
        <CardHead
          id="kecamatan"
          title={words.t('admin.wilayah.count', { n: districts.filter(one => one.active).length })}
          end={
            mayEdit &&
            districts.length > 0 && (
              <span className="flex flex-wrap gap-2">
                {(['kecamatan', 'desa'] as const).map(name => (
                  <a
                    key={name}
                    href={`/admin/wilayah/${name}.csv`}
                    className={buttonClass('secondary', 'sm')}
                  >
                    <Download aria-hidden />
                    {words.t(`admin.wilayah.csv.${name}`)}
                  </a>
                ))}
              </span>
            )
          }
        />
        {districts.length === 0 ? (
          <Empty
            compact
            icon={MapPinOff}
            title={words.t('admin.wilayah.empty')}
            help={mayEdit && words.t('admin.wilayah.empty.help')}
          />
        ) : (
          <ul className="divide-y divide-line">
            {districts.map(district => (
              <District key={district.code} district={district} operators={operators} />
            ))}
          </ul>
        )}
      </Card>
    </div>
  )
}
