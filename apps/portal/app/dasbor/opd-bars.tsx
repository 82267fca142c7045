import type { OpdWork } from '@mufakat/services'
import { Card, CardHead, Empty } from '@mufakat/ui'
import { BarList } from '@mufakat/ui/charts'
import { Link } from '@remix-run/react'
import { ListChecks } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { figureEntries } from './figures'

/** The work of each OPD beside that of the others; the page of each behind its name. */
export function OpdBars({ opd, search }: { opd: readonly OpdWork[]; search: string }) {
  const words = useAllWords()
  const names = opd.map(one => one.opd?.shortName ?? words.t('dasbor.opd.nobody'))
  const [first] = opd
  return (
    <Card as="section" aria-labelledby="per-opd">
      <CardHead id="per-opd" title={words.t('dasbor.opd.title')} />
      {first === undefined ? (
        <Empty
          compact
          icon={ListChecks}
          title={words.t('dasbor.opd.empty')}
          help={words.t('dasbor.opd.empty.help')}
        />
      ) : (
        <div className="grid gap-2 p-4 sm:p-5">
          <BarList
            title={words.t('dasbor.opd.title')}
            parts={[
              { label: words.t('dasbor.part.finished'), fill: 'solid' },
              { label: words.t('dasbor.part.waiting'), fill: 'dotted' },
              { label: words.t('dasbor.part.late'), fill: 'hatched' },
              { label: words.t('dasbor.part.running'), fill: 'hollow' },
            ]}
            rows={opd.map(({ opd: ref, figures }, i) => ({
              key: ref?.id ?? '',
              label:
                ref === null ? (
                  names[i]
                ) : (
                  <Link to={`/dasbor/opd/${ref.id}${search}`} className="inline-flex min-h-11 items-center">
                    {names[i]}
                  </Link>
                ),
              // Who waits and is late stands among the late.
              values: [
                figures.finished,
                figures.total - figures.finished - figures.late - figures.running,
                figures.late,
                figures.running,
              ],
              end: words.t('dasbor.opd.end', { late: figures.late, total: figures.total }),
            }))}
            table={{
              label: words.t('dasbor.chart.table'),
              columns: [
                words.t('dasbor.column.opd'),
                ...figureEntries(words, first.figures).map(([name]) => name),
              ],
              rows: opd.map(({ opd: ref, figures }, i) => ({
                key: ref?.id ?? '',
                cells: [names[i], ...figureEntries(words, figures).map(([, value]) => value)],
              })),
            }}
          />
          <p className="text-xs text-ink-2">{words.t('dasbor.opd.counted')}</p>
        </div>
      )}
    </Card>
  )
}
