import { STRATEGIES } from '@mufakat/domain'
import { openCatalogue } from '@mufakat/services'
import { Card, CardHead, Empty } from '@mufakat/ui'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Database } from 'lucide-react'
import { IndicatorLine } from '~/data/indicator-line'
import { OpenFiles } from '~/data/open-files'
import { OpenFrame } from '~/data/open-frame'
import { PageHead } from '~/frame/page-head'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { guarded } from '~/request/guard.server'

export const handle = stillPage('data.title')

/** For everybody: no sign-in. */
export const loader = guarded(async ({ context }: LoaderFunctionArgs) => openCatalogue(context.services))

export default function OpenDataRoute() {
  const words = useAllWords()
  const { regency, indicators } = useLoaderData<typeof loader>()
  return (
    <OpenFrame>
      <div className="grid gap-6">
        <PageHead
          title={words.t('data.title')}
          lead={[regency.name, words.t('data.lead')].filter(Boolean).join('. ')}
        />
        {indicators.length === 0 ? (
          <Empty icon={Database} title={words.t('data.none')} help={words.t('data.none.help')} />
        ) : (
          STRATEGIES.filter(strategy => indicators.some(one => one.strategy === strategy)).map(strategy => (
            <Card key={strategy} as="section" aria-labelledby={`strategi-${strategy}`}>
              <CardHead
                id={`strategi-${strategy}`}
                title={words.t('data.strategy', {
                  code: strategy.toUpperCase(),
                  name: words.t(`strategy.${strategy}`),
                })}
              />
              <ul className="divide-y divide-line">
                {indicators
                  .filter(one => one.strategy === strategy)
                  .map(one => (
                    <IndicatorLine key={one.id} indicator={one} />
                  ))}
              </ul>
            </Card>
          ))
        )}
        <OpenFiles name={words.t('data.title')} stem="/data/indikator" />
      </div>
    </OpenFrame>
  )
}
