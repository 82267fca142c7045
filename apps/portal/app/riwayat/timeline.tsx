import type { Timeline, TimelineEntry } from '@mufakat/services'
import { Button, buttonClass, Card, CardHead, Empty, Notice } from '@mufakat/ui'
import { Form, Link } from '@remix-run/react'
import { Bookmark, ChevronDown, FileClock, GitCompare, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useAllWords } from '~/frame/words'
import { isPoint } from './steps'
import { Entry } from './timeline-entry'

/** Two points of the history by their sequences, as far as somebody has chosen them. */
export interface Chosen {
  readonly a: number | null
  readonly b: number | null
}

interface TimelineProps {
  timeline: Timeline
  /** Address of the rapat. */
  base: string
  chosen: Chosen
  /** Two points were asked for that are not two. */
  isUnclear: boolean
  onlyNamed: boolean
  isFirst: boolean
  nameForm: ReactNode
}

function Choose({ seq, what, checked }: { seq: number; what: string; checked: Chosen }) {
  const words = useAllWords()
  return (
    <span className="screen-only col-start-2 -ml-3 flex flex-none sm:col-start-3 sm:row-start-1 sm:ml-0">
      {(['a', 'b'] as const).map(side => (
        <label
          key={side}
          className="grid size-11 cursor-pointer place-content-center justify-items-center rounded-md text-xs font-semibold text-ink-2 hover:bg-neutral-soft"
        >
          <span aria-hidden>{words.t(`banding.point.${side}`)}</span>
          <input
            type="radio"
            name={side}
            value={seq}
            defaultChecked={checked[side] === seq}
            aria-label={words.t(`banding.point.${side}.of`, { what })}
            className="size-5 accent-accent"
          />
        </label>
      ))}
    </span>
  )
}

/** Entries by their day, newest first. */
function byDay(entries: readonly TimelineEntry[], dayOf: (at: Date) => string) {
  const days: { day: string; entries: TimelineEntry[] }[] = []
  for (const entry of entries) {
    const day = dayOf(entry.at)
    if (days.at(-1)?.day !== day) days.push({ day, entries: [] })
    days.at(-1)?.entries.push(entry)
  }
  return days
}

/** Without a choice: the newest point, and the one before it. */
function choiceOf({ a, b }: Chosen, entries: readonly TimelineEntry[], isFirst: boolean): Chosen {
  const [newest, before = 0] = [...new Set(entries.filter(isPoint).map(one => one.seq))]
  return isFirst ? { a: a ?? before, b: b ?? newest ?? null } : { a, b }
}

function Compare({ isUnclear }: { isUnclear: boolean }) {
  const words = useAllWords()
  return (
    <div className="screen-only grid gap-2 border-t border-line px-4 py-3 sm:px-5">
      {isUnclear && (
        <Notice tone="warn" icon={TriangleAlert} role="alert">
          {words.t('banding.choose.two')}
        </Notice>
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="text-sm text-ink-2">{words.t('banding.choose')}</p>
        <Button type="submit" name="banding" value="ya" className="w-full sm:w-fit">
          <GitCompare aria-hidden />
          {words.t('banding.do')}
        </Button>
      </div>
    </div>
  )
}

function Filter({ base, onlyNamed, count }: { base: string; onlyNamed: boolean; count: number }) {
  const words = useAllWords()
  if (count === 0 && !onlyNamed) return null
  return (
    <Link
      to={onlyNamed ? `${base}/riwayat` : `${base}/riwayat?hanya=bernama`}
      className={buttonClass('quiet', 'sm', 'screen-only -mr-3')}
    >
      <Bookmark aria-hidden />
      {onlyNamed ? words.t('versi.show-all') : words.t('versi.only-named', { n: count })}
    </Link>
  )
}

/** What became of the notula, with two of its points to choose and compare; all of it without script. */
export function TimelineCard({
  timeline,
  base,
  chosen,
  isUnclear,
  onlyNamed,
  isFirst,
  nameForm,
}: TimelineProps) {
  const words = useAllWords()
  const { entries, older, headSeq, namedCount } = timeline
  const checked = choiceOf(chosen, entries, isFirst && !onlyNamed)
  const isLast = older === null && !onlyNamed
  const nameOf = (entry: TimelineEntry) =>
    entry.kind === 'named' ? `“${entry.name}”` : words.dateTime(entry.at)
  return (
    <Card as="section" aria-labelledby="versi">
      <CardHead
        id="versi"
        title={words.t('versi.title')}
        end={<Filter base={base} onlyNamed={onlyNamed} count={namedCount} />}
      />
      {nameForm}
      {entries.length === 0 ? (
        <Empty icon={FileClock} title={words.t(onlyNamed ? 'versi.none-named' : 'versi.none')} />
      ) : (
        <Form method="get" reloadDocument>
          {onlyNamed && <input type="hidden" name="hanya" value="bernama" />}
          {/* What was chosen on another page goes along; what is chosen here stands behind it and counts. */}
          {(['a', 'b'] as const).map(side => {
            const seq = checked[side]
            const isHere = entries.some(one => isPoint(one) && one.seq === seq) || (isLast && seq === 0)
            return seq !== null && !isHere && <input key={side} type="hidden" name={side} value={seq} />
          })}
          {byDay(entries, at => words.date(at, 'full')).map(({ day, entries: ofDay }) => (
            <section key={day} aria-label={day} className="border-b border-line">
              <h3 className="border-b border-line bg-sunken px-4 py-1.5 text-sm font-semibold text-ink-2 sm:px-5">
                {day}
              </h3>
              <ol className="divide-y divide-line">
                {ofDay.map(entry => (
                  <Entry
                    key={entry.id}
                    entry={entry}
                    base={base}
                    headSeq={headSeq}
                    end={isPoint(entry) && <Choose seq={entry.seq} what={nameOf(entry)} checked={checked} />}
                  />
                ))}
              </ol>
            </section>
          ))}
          {isLast && (
            <div className="screen-only grid grid-cols-[2.25rem_minmax(0,1fr)] items-center gap-x-3 px-4 py-2 text-sm text-ink-2 sm:grid-cols-[2.25rem_minmax(0,1fr)_auto] sm:px-5">
              <span className="col-start-2">{words.t('versi.page.beginning')}</span>
              <Choose seq={0} what={words.t('versi.page.beginning')} checked={checked} />
            </div>
          )}
          {(older !== null || !isFirst) && (
            <div className="screen-only flex flex-wrap items-center gap-3 px-4 py-3 sm:px-5">
              {!isFirst && (
                <Link to={`${base}/riwayat`} className={buttonClass('quiet', 'sm')}>
                  {words.t('versi.newest')}
                </Link>
              )}
              {older !== null && (
                <Button type="submit" name="sebelum" value={older} kind="secondary" size="sm">
                  <ChevronDown aria-hidden />
                  {words.t('versi.older')}
                </Button>
              )}
            </div>
          )}
          <Compare isUnclear={isUnclear} />
        </Form>
      )}
    </Card>
  )
}
