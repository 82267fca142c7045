import { openIndicator } from '@mufakat/services'
import { Card, CardHead } from '@mufakat/ui'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openNumber, openWhen } from '~/data/indicator-line'
import { Metadata } from '~/data/metadata'
import { OpenFiles } from '~/data/open-files'
import { OpenFrame } from '~/data/open-frame'
import { SeriesCard } from '~/data/series-card'
import { PageHead } from '~/frame/page-head'
import { type PageHandle, STILL } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { guarded } from '~/request/guard.server'

/** For everybody: no sign-in. */
export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) =>
  openIndicator(context.services, params.id ?? ''),
)

export const handle: PageHandle<{ indicator: { name: string } }> & typeof STILL = {
  ...STILL,
  title: (_words, { indicator }) => indicator.name,
}

export default function OpenIndicatorRoute() {
  const words = useAllWords()
  const { regency, indicator, series } = useLoaderData<typeof loader>()
  const { latest } = indicator
  return (
    <OpenFrame>
      <div className="grid gap-6">
        <PageHead
          title={indicator.name}
          lead={[regency.name, indicator.programme].filter(Boolean).join(' · ')}
          back={{ to: '/data', label: words.t('data.back') }}
        />
        <Card as="section" aria-labelledby="terbaru">
          <CardHead id="terbaru" title={words.t('data.latest')} />
          <div className="p-4 sm:p-5">
            {latest === null ? (
              <p className="text-ink-2">{words.t('data.latest.none')}</p>
            ) : (
              <>
                <p className="text-3xl font-bold tabular-nums">{openNumber(words, latest, indicator)}</p>
                <p className="text-sm text-ink-2">{openWhen(words, latest)}</p>
              </>
            )}
          </div>
        </Card>
        {series.length > 0 && <SeriesCard indicator={indicator} series={series} />}
        <Metadata indicator={indicator} />
        <OpenFiles name={indicator.name} stem={`/data/${indicator.id}/nilai`} />
      </div>
    </OpenFrame>
  )
}
