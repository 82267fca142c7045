import { Button, Card, classes } from '@mufakat/ui'
import { Form, Link } from '@remix-run/react'
import { BellOff, Check } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { KindBadge } from './kind-badge'
import type { ToldGroup, ToldNotice } from './told.server'

/** Who opens what they were told has read it; a browser sends that while it goes there. */
function readAsOpened({ id }: ToldNotice, seenUntil: Date): void {
  navigator.sendBeacon('/pemberitahuan', new URLSearchParams({ id, dilihat: seenUntil.toISOString() }))
}

function Line({ notice, seenUntil, still }: { notice: ToldNotice; seenUntil: Date; still: boolean }) {
  const words = useAllWords()
  const { kind, at, isRead, link, text } = notice
  return (
    <li
      className={classes(
        'grid gap-x-4 gap-y-1 border-l-3 px-4 py-3 sm:grid-cols-[8rem_minmax(0,1fr)_auto] sm:items-center sm:px-5',
        isRead ? 'border-transparent' : 'border-accent bg-accent-soft/40',
      )}
    >
      <span className="flex items-center gap-2">
        <KindBadge kind={kind} />
        {!isRead && <span className="sr-only">{words.t('kabar.unread.mark')}</span>}
      </span>
      {link === null ? (
        <span className="min-w-0 text-ink-2 wrap-anywhere">{text}</span>
      ) : (
        <Link
          to={link}
          reloadDocument={still}
          onClick={() => !isRead && readAsOpened(notice, seenUntil)}
          className={classes(
            'inline-flex min-h-11 min-w-0 items-center text-ink wrap-anywhere hover:text-accent-strong',
            !isRead && 'font-semibold',
          )}
        >
          {text}
        </Link>
      )}
      <time dateTime={at.toISOString()} className="text-xs text-ink-2">
        {words.dateTime(at)}
      </time>
    </li>
  )
}

/** What somebody was told of one card, of the notula of one rapat, or of one report. */
export function GroupCard({ group, seenUntil }: { group: ToldGroup; seenUntil: Date }) {
  const words = useAllWords()
  const { about, title, link, rapatId, notices } = group
  const name = title ?? words.t('kabar.group.gone')
  const unread = notices.filter(({ isRead }) => !isRead)
  const heading = `kabar-${about.id}`
  // The page of a report is drawn by the server alone.
  const still = about.kind === 'report'
  return (
    <Card as="section" aria-labelledby={heading} className="overflow-hidden">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line px-4 py-2 sm:px-5">
        <h2 id={heading} className="min-w-0 flex-1 basis-60 text-base font-bold wrap-anywhere">
          <span className="block text-xs font-semibold text-ink-2">
            {words.t(`kabar.kind.${about.kind}`)}
          </span>
          {link === null ? (
            <span className="text-ink-2">{name}</span>
          ) : (
            <Link to={link} reloadDocument={still} className="inline-flex min-h-11 items-center">
              {name}
            </Link>
          )}
        </h2>
        <div className="flex flex-wrap items-center gap-1">
          {rapatId !== null && (
            <Form method="post">
              <input type="hidden" name="rapat" value={rapatId} />
              <Button
                type="submit"
                kind="quiet"
                size="sm"
                name="maksud"
                value="bisu"
                aria-label={words.t('kabar.mute.of', { title: name })}
              >
                <BellOff aria-hidden />
                {words.t('kabar.mute')}
              </Button>
            </Form>
          )}
          {unread.length > 0 && (
            <Form method="post">
              <input type="hidden" name="dilihat" value={seenUntil.toISOString()} />
              {unread.map(({ id }) => (
                <input key={id} type="hidden" name="id" value={id} />
              ))}
              <Button
                type="submit"
                kind="secondary"
                size="sm"
                aria-label={words.t('kabar.read.of', { title: name })}
              >
                <Check aria-hidden />
                {words.t('kabar.read')}
              </Button>
            </Form>
          )}
        </div>
      </div>
      <ul className="divide-y divide-line">
        {notices.map(notice => (
          <Line key={notice.id} notice={notice} seenUntil={seenUntil} still={still} />
        ))}
      </ul>
    </Card>
  )
}
