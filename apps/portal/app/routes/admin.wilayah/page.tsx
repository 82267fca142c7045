import type { DistrictView } from '@mufakat/services'
import { Card, CardHead, Empty } from '@mufakat/ui'
import { ChevronDown, MapPinOff } from 'lucide-react'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'

function District({ district }: { district: DistrictView }) {
  const words = useAllWords()
  const kelurahan = district.villages.filter(village => village.kind === 'kelurahan').length
  const counts = [
    words.t('admin.wilayah.desa', { n: district.villages.length - kelurahan }),
    ...(kelurahan > 0 ? [words.t('admin.wilayah.kelurahan', { n: kelurahan })] : []),
  ]
  return (
    <li>
      <details className="group">
        <summary className="flex min-h-14 flex-wrap items-center gap-x-4 px-4 py-2 hover:bg-sunken sm:px-5">
          <span className="min-w-0 flex-1 font-medium">
            {words.t('admin.wilayah.kecamatan', { name: district.name })}
            <span className="block text-sm font-normal text-ink-2">{counts.join(' · ')}</span>
          </span>
          <span className="font-mono text-xs text-ink-2">{district.code}</span>
          <ChevronDown
            aria-hidden
            className="size-4.5 flex-none text-ink-2 transition-transform group-open:rotate-180"
          />
        </summary>
        <ul className="grid gap-x-6 border-t border-line bg-sunken px-4 py-2 sm:grid-cols-2 sm:px-5 xl:grid-cols-3">
          {district.villages.map(village => (
            <li key={village.code} className="flex min-h-9 items-baseline justify-between gap-3 text-sm">
              <span>
                {village.name}
                {village.kind === 'kelurahan' && (
                  <span className="text-ink-2"> ({words.t('admin.wilayah.kind.kelurahan')})</span>
                )}
              </span>
              <span className="font-mono text-xs text-ink-2">{village.code}</span>
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}

export function WilayahPage({ districts }: { districts: readonly DistrictView[] }) {
  const words = useAllWords()
  return (
    <>
      <PageHead title={words.t('admin.wilayah')} lead={words.t('admin.wilayah.lead')} />
      <Card as="section" aria-labelledby="kecamatan">
        <CardHead id="kecamatan" title={words.t('admin.wilayah.count', { n: districts.length })} />
        {districts.length === 0 ? (
          <Empty compact icon={MapPinOff} title={words.t('admin.wilayah.empty')} />
        ) : (
          <ul className="divide-y divide-line">
            {districts.map(district => (
              <District key={district.code} district={district} />
            ))}
          </ul>
        )}
      </Card>
    </>
  )
}
