import type { ReportIndicatorView } from '@mufakat/services'
import { Badge, Card, CardHead } from '@mufakat/ui'
import { CircleAlert, CircleCheck, CircleDashed, ListChecks } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { amountText } from '~/target/amount'
import { CellList } from './cell-list'
import { CommonFields } from './common-fields'
import { EvidenceList } from './evidence-list'
import { RemarkFields } from './remark-fields'

function Missing({ indicator }: { indicator: ReportIndicatorView }) {
  const words = useAllWords()
  const { isDue, missing, cells } = indicator
  if (!isDue)
    return (
      <Badge tone="neutral" icon={CircleDashed}>
        {words.t('lapor.not-due')}
      </Badge>
    )
  // Both are there, for the script of the page to show the one that holds.
  return (
    <>
      <span data-complete hidden={missing > 0}>
        <Badge tone="success" icon={CircleCheck}>
          {words.t('lapor.complete')}
        </Badge>
      </span>
      <span data-incomplete hidden={missing === 0}>
        <Badge tone="warn" icon={missing === cells.length ? ListChecks : CircleAlert}>
          <span data-missing data-text={words.t('lapor.missing', { n: '{n}' })}>
            {words.t('lapor.missing', { n: missing })}
          </span>
        </Badge>
      </span>
    </>
  )
}

/** An indicator in a report: its cells, what is said of them, and what proves them. */
export function IndicatorSection({ indicator }: { indicator: ReportIndicatorView }) {
  const words = useAllWords()
  const { id, name, definition, cells } = indicator
  const [first] = cells
  const target = cells.length === 1 && first !== undefined ? first.target : null
  return (
    <Card as="section" id={`indikator-${id}`} aria-labelledby={`judul-${id}`} className="scroll-mt-20">
      <CardHead id={`judul-${id}`} title={name} end={<Missing indicator={indicator} />} />
      <div className="grid gap-1 px-4 pt-2.5 text-sm text-ink-2 sm:px-5">
        <p className="flex flex-wrap gap-x-3">
          <span>{indicator.programmeName}</span>
          <span aria-hidden>·</span>
          <span>{indicator.unit}</span>
          <span aria-hidden>·</span>
          <span>{words.t(`sasaran.frequency.${indicator.frequency}`)}</span>
          {target !== null && (
            <>
              <span aria-hidden>·</span>
              <span>{words.t('lapor.target', { amount: amountText(words, target, indicator) })}</span>
            </>
          )}
        </p>
        <details>
          <summary className="inline-flex min-h-9 items-center font-semibold text-accent-strong">
            {words.t('lapor.definition')}
          </summary>
          <p className="max-w-prose pb-1 whitespace-pre-wrap text-ink">{definition}</p>
        </details>
      </div>
      <CommonFields indicator={indicator} />
      <CellList indicator={indicator} />
      <RemarkFields indicator={indicator} />
      <EvidenceList indicator={indicator} />
    </Card>
  )
}
