import type { AgendaNotes, CarriedLineView } from '@mufakat/services'
import { Badge } from '@mufakat/ui'
import { Link } from '@remix-run/react'
import { ChevronDown, CircleCheckBig, CircleDashed, ClockAlert } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { OwnerAnswerMark } from '~/rapat/owner-answer'
import { TenggatBadge, TindakLanjutBadge } from '~/rapat/status'

type Carried = NonNullable<AgendaNotes['carried']>

/** How often its tenggat was postponed, and on asking each time with its reason. */
function Postponements({ line }: { line: CarriedLineView }) {
  const words = useAllWords()
  const day = (date: string | null) =>
    date === null ? words.t('lanjutan.postponed.none') : words.date(date, 'short')
  return (
    <details className="group inline-block print:hidden">
      <summary className="inline-flex min-h-11 cursor-pointer items-center gap-1 font-semibold text-warn-ink md:min-h-8">
        {words.t('lanjutan.postponed', { n: line.postponements.length })}
        <ChevronDown aria-hidden className="size-4 transition-transform group-open:rotate-180" />
      </summary>
      <ol className="mt-1 grid gap-1">
        {line.postponements.map(step => (
          <li key={step.at + step.to}>
            {words.t('lanjutan.postponed.step', {
              from: day(step.from),
              to: day(step.to),
              reason: step.reason,
              by: step.by,
              at: words.date(step.at, 'short'),
            })}
          </li>
        ))}
      </ol>
    </details>
  )
}

function Tenggat({ line }: { line: CarriedLineView }) {
  const words = useAllWords()
  if (line.status === 'selesai' && line.finishedOn !== null)
    return <span>{words.t('lanjutan.finished-on', { date: words.date(line.finishedOn, 'short') })}</span>
  return (
    <span>
      {line.due === null
        ? words.t('lanjutan.no-due')
        : words.t('lanjutan.due', { date: words.date(line.due, 'short') })}
    </span>
  )
}

function Line({ line, rapatId }: { line: CarriedLineView; rapatId: string }) {
  const words = useAllWords()
  const when = line.rapatDate ? words.date(line.rapatDate, 'short') : words.triwulan(line.triwulan)
  const text = line.text || words.t('tl.untitled')
  const source = words.t('lanjutan.from', { when })
  return (
    <li className="keep-together grid gap-1 py-2.5">
      <p className="font-medium">{text}</p>
      {line.answer && <OwnerAnswerMark answer={line.answer} />}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
        <TindakLanjutBadge status={line.status} />
        <TenggatBadge state={line.tenggatState} />
        <Tenggat line={line} />
        {line.postponements.length > 0 && (
          <>
            <span className="hidden print:inline">
              {words.t('lanjutan.postponed', { n: line.postponements.length })}
            </span>
            <Postponements line={line} />
          </>
        )}
        {line.jabatan && <span>{line.jabatan}</span>}
        {line.formerOwner && <span>{words.t('lanjutan.was', { opd: line.formerOwner })}</span>}
        {line.readable ? (
          <Link
            to={`/rapat/${line.rapatId}#line-${line.lineId}`}
            reloadDocument
            aria-label={words.t('lanjutan.from.of', { when, text })}
            className="inline-flex min-h-11 items-center text-accent-strong md:min-h-8"
          >
            {source}
          </Link>
        ) : (
          <span>{source}</span>
        )}
        {line.mayPostpone && (
          <Link
            to={`/rapat/${line.rapatId}/tunda/${line.lineId}?rapat=${rapatId}`}
            reloadDocument
            aria-label={words.t('lanjutan.postpone.of', { text })}
            className="screen-only inline-flex min-h-11 items-center font-semibold text-accent-strong md:min-h-8"
          >
            {words.t('lanjutan.postpone')}
          </Link>
        )}
      </div>
    </li>
  )
}

/** What earlier rapat of the series left to do, by OPD, as it stands now; it is read, not written. */
export function CarriedBlock({ carried, rapatId }: { carried: Carried; rapatId: string }) {
  const words = useAllWords()
  const lines = carried.groups.flatMap(group => group.lines)
  const finished = lines.filter(line => line.status === 'selesai').length
  const late = lines.filter(line => line.tenggatState === 'terlambat').length
  return (
    <section aria-labelledby="lanjutan" className="nt-note">
      <h4 id="lanjutan" className="flex flex-wrap items-center gap-x-3 gap-y-1 text-base font-bold">
        {words.t('lanjutan.title')}
        {lines.length > 0 && (
          <span className="flex flex-wrap gap-2">
            <Badge tone="neutral" icon={CircleDashed}>
              {words.t('lanjutan.open', { n: lines.length - finished })}
            </Badge>
            {late > 0 && (
              <Badge tone="danger" icon={ClockAlert}>
                {words.t('lanjutan.late', { n: late })}
              </Badge>
            )}
            {finished > 0 && (
              <Badge tone="success" icon={CircleCheckBig}>
                {words.t('lanjutan.finished', { n: finished })}
              </Badge>
            )}
          </span>
        )}
      </h4>
      {lines.length === 0 && <p className="mt-1 text-ink-2">{words.t('lanjutan.empty')}</p>}
      {finished > 0 && carried.since !== null && (
        <p className="mt-1 text-sm text-ink-2">
          {words.t('lanjutan.since', { date: words.date(carried.since, 'short') })}
        </p>
      )}
      {carried.groups.map(({ opd, lines: own }) => (
        <div key={opd?.id ?? ''} className="mt-3">
          <h5 className="text-sm font-bold text-accent-strong" title={opd?.name}>
            {opd?.shortName ?? words.t('lanjutan.no-owner')}
          </h5>
          <ul className="divide-y divide-line">
            {own.map(line => (
              <Line key={`${line.rapatId} ${line.lineId}`} line={line} rapatId={rapatId} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
