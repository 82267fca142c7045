import type { DashboardIndicatorView } from '@mufakat/services'
import { Badge, Card, CardHead } from '@mufakat/ui'
import { Link } from '@remix-run/react'
import { CircleHelp, CircleSlash2 } from 'lucide-react'
import { valueText } from '~/dasbor/said'
import { useAllWords } from '~/frame/words'

/** Indicators of which work and numbers do not say the same. */
export function Flags({
  indicators,
  search,
}: {
  indicators: readonly DashboardIndicatorView[]
  search: string
}) {
  const words = useAllWords()
  const called = indicators.filter(one => one.isDoneNotMoved || one.movedAlone !== null)
  return (
    <Card as="section" aria-labelledby="perlu-dilihat">
      <CardHead id="perlu-dilihat" title={words.t('dasbor.flag.title')} />
      {called.length === 0 ? (
        <p className="p-4 text-sm text-ink-2 sm:p-5">{words.t('dasbor.flag.none')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {called.map(one => (
            <li key={one.id} className="keep-together grid gap-1 px-4 py-2 sm:px-5">
              <Link
                to={`/dasbor/indikator/${one.id}${search}`}
                className="inline-flex min-h-11 flex-wrap items-center gap-x-2 font-medium"
              >
                {one.name} <span className="font-normal tabular-nums">{valueText(words, one, one)}</span>
              </Link>
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
                {one.isDoneNotMoved ? (
                  <>
                    <Badge tone="warn" icon={CircleSlash2}>
                      {words.t('dasbor.flag.done')}
                    </Badge>
                    {words.t('dasbor.flag.done.help')}
                  </>
                ) : (
                  one.movedAlone !== null && (
                    <>
                      <Badge tone="info" icon={CircleHelp}>
                        {words.t(`dasbor.flag.alone.${one.movedAlone}`)}
                      </Badge>
                      {words.t('dasbor.flag.alone.help')}
                    </>
                  )
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
