import type { CounterView, OpdRef, ReadBackTindakLanjut } from '@mufakat/services'
import { Badge, Button, Card } from '@mufakat/ui'
import { useFetcher } from '@remix-run/react'
import { Check, CircleHelp, Hourglass, Scale, X } from 'lucide-react'
import { useKeptFocus } from '~/frame/kept-focus'
import { useAllWords } from '~/frame/words'
import { AcceptForm, CounterForm } from './answer-forms'
import { type ReadBackAnswer, Trouble, useSaved } from './saved'

function Standing({ one }: { one: ReadBackTindakLanjut }) {
  const words = useAllWords()
  if (one.owner === null)
    return (
      <Badge tone="warn" icon={CircleHelp}>
        {words.t('bacakan.ownerless')}
      </Badge>
    )
  if (one.isAccepted)
    return (
      <Badge tone="success" icon={Check}>
        {words.t('bacakan.accepted')}
      </Badge>
    )
  if (one.counters.some(({ state }) => state === 'terbuka'))
    return (
      <Badge tone="violet" icon={Scale}>
        {words.t('bacakan.countered')}
      </Badge>
    )
  return (
    <Badge tone="info" icon={Hourglass}>
      {words.t(one.acceptances.length > 0 ? 'bacakan.changed' : 'bacakan.waiting')}
    </Badge>
  )
}

/** What is committed to: who, until when, how urgent. */
function Facts({ one }: { one: ReadBackTindakLanjut }) {
  const words = useAllWords()
  const facts = [
    {
      label: words.t('bacakan.offer.owner'),
      value: one.owner && [one.owner.shortName, one.jabatan].filter(Boolean).join(' – '),
    },
    { label: words.t('bacakan.offer.tenggat'), value: one.tenggat && words.date(one.tenggat, 'full') },
    { label: words.t('tl.column.priority'), value: one.priority && words.t(`priority.${one.priority}`) },
    { label: words.t('tl.column.strategy'), value: one.strategy && words.t(`strategy.${one.strategy}`) },
  ]
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
      {facts.map(
        ({ label, value }) =>
          value && (
            <div key={label} className="flex gap-1.5">
              <dt className="text-ink-2">{label}:</dt>
              <dd className="font-semibold">{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

function Accepted({ one }: { one: ReadBackTindakLanjut }) {
  const words = useAllWords()
  if (one.acceptances.length === 0) return null
  return (
    <ul className="grid gap-1 text-sm text-ink-2">
      {one.acceptances.map(({ id, opd, person, saidBy, at, hash, holds }) => {
        const told = { opd: opd.shortName, name: person.name, when: words.dateTime(at) }
        return (
          <li key={id} className={holds ? undefined : 'line-through decoration-1'}>
            {saidBy === ''
              ? words.t('bacakan.accepted.by', told)
              : words.t('bacakan.accepted.for', { ...told, said: saidBy })}{' '}
            <span className="font-mono text-xs">{words.t('bacakan.seal', { hash: hash.slice(0, 12) })}</span>
          </li>
        )
      })}
    </ul>
  )
}

function Counter({
  counter,
  action,
  onSaved,
}: {
  counter: CounterView
  action: string
  onSaved: () => void
}) {
  const words = useAllWords()
  const fetcher = useFetcher<ReadBackAnswer>()
  useSaved(fetcher, onSaved)
  const offers = [
    { label: words.t('bacakan.offer.text'), value: counter.text },
    { label: words.t('bacakan.offer.owner'), value: counter.owner?.shortName },
    {
      label: words.t('bacakan.offer.tenggat'),
      value: counter.tenggat && words.date(counter.tenggat, 'full'),
    },
  ]
  return (
    <li className="grid gap-2 rounded-md border border-violet-line bg-violet-soft p-3 text-sm">
      <p className="font-semibold text-violet-ink">
        {words.t('bacakan.countered')} · {words.t(`bacakan.state.${counter.state}`)}
      </p>
      <p>
        {counter.opd.shortName}: {counter.saidBy || counter.person.name}, {words.dateTime(counter.at)}
      </p>
      <dl className="grid gap-1">
        {offers.map(
          ({ label, value }) =>
            value && (
              <div key={label}>
                <dt className="inline text-ink-2">{label}: </dt>
                <dd className="inline font-semibold [overflow-wrap:anywhere]">{value}</dd>
              </div>
            ),
        )}
        <div>
          <dt className="inline text-ink-2">{words.t('bacakan.offer.reason')}: </dt>
          <dd className="inline [overflow-wrap:anywhere]">{counter.reason}</dd>
        </div>
      </dl>
      {counter.note !== '' && <p>{counter.note}</p>}
      {counter.mayDecide && (
        <fetcher.Form method="post" action={action} className="grid gap-2">
          <input type="hidden" name="tawaran" value={counter.id} />
          <Trouble errors={fetcher.data?.errors} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" name="maksud" value="take" size="sm" busy={fetcher.state !== 'idle'}>
              <Check aria-hidden />
              {words.t('bacakan.take')}
            </Button>
            <Button
              type="submit"
              name="maksud"
              value="decline"
              kind="secondary"
              size="sm"
              busy={fetcher.state !== 'idle'}
            >
              <X aria-hidden />
              {words.t('bacakan.decline')}
            </Button>
          </div>
        </fetcher.Form>
      )}
    </li>
  )
}

/** A tindak lanjut as it is read out, with what its owner says. Its forms work without script too. */
export function CommitmentCard({
  one,
  action,
  opds,
  onSaved,
}: {
  one: ReadBackTindakLanjut
  action: string
  opds: readonly OpdRef[]
  onSaved: () => void
}) {
  const part = useKeptFocus<HTMLElement>()
  return (
    <Card as="li" id={`tl-${one.lineId}`} className="keep-together">
      <article
        ref={part}
        tabIndex={-1}
        aria-label={one.text}
        className="grid gap-3 rounded-lg p-4 focus-visible:outline-3 focus-visible:outline-accent sm:p-5"
      >
        <div className="flex flex-wrap items-start justify-between gap-2">
          <p className="min-w-0 flex-1 basis-64 text-base font-semibold [overflow-wrap:anywhere]">
            {one.text}
          </p>
          <Standing one={one} />
        </div>
        <Facts one={one} />
        <Accepted one={one} />
        {one.counters.length > 0 && (
          <ul className="grid gap-2">
            {one.counters.map(counter => (
              <Counter key={counter.id} counter={counter} action={action} onSaved={onSaved} />
            ))}
          </ul>
        )}
        {one.mayAnswer && (
          <div className="screen-only grid gap-2">
            {!one.isAccepted && <AcceptForm one={one} action={action} onSaved={onSaved} />}
            <CounterForm key={one.hash} one={one} action={action} opds={opds} onSaved={onSaved} />
          </div>
        )}
      </article>
    </Card>
  )
}
