import type { ErrorCode } from '@mufakat/kernel'
import type { OpdRef, ReadBack } from '@mufakat/services'
import { Button, buttonClass, Card, CardHead, Empty, Notice } from '@mufakat/ui'
import { Link, useFetcher } from '@remix-run/react'
import { ArrowLeft, CircleAlert, CircleCheckBig, Gavel, Lock, Megaphone } from 'lucide-react'
import { CommitmentCard } from '~/bacakan/commitment-card'
import { Trouble } from '~/bacakan/saved'
import { useReadBack } from '~/bacakan/use-read-back'
import { FieldErrors } from '~/frame/field-errors'
import { useKeptFocus } from '~/frame/kept-focus'
import { useAllWords } from '~/frame/words'
import { useRapat } from '~/rapat/rapat-context'
import type { FormErrors } from '~/request/guard.server'

interface ReadBackPageProps {
  list: ReadBack
  /** Of how far the rapat was when the page was loaded. */
  mark: string
  opd: readonly OpdRef[]
  /** Who is here; null: nobody in the room. */
  personId: string | null
  /** Of a form that left the page. */
  errors: FormErrors | null
}

function Progress({ load }: { load: ReadBack['load'] }) {
  const words = useAllWords()
  const rest = [
    load.countered > 0 && words.t('bacakan.progress.countered', { n: load.countered }),
    load.ownerless > 0 && words.t('bacakan.progress.ownerless', { n: load.ownerless }),
  ].filter(Boolean)
  return (
    <div className="grid gap-1.5" role="status">
      <p className="font-semibold">
        {words.t('bacakan.progress', { accepted: load.accepted, total: load.total })}
        {rest.length > 0 && <span className="font-normal text-ink-2"> · {rest.join(' · ')}</span>}
      </p>
      <progress
        value={load.accepted}
        max={Math.max(load.total, 1)}
        aria-label={words.t('bacakan.title')}
        // Drawn by hand: no browser takes an accent for it that is ours.
        className="h-2 w-full max-w-md appearance-none overflow-hidden rounded-full bg-neutral-soft [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-neutral-soft [&::-webkit-progress-value]:bg-accent"
      />
    </div>
  )
}

/** Closes the rapat from here; what is wrong with that is said beside it. */
function CloseRapat({ action }: { action: string }) {
  const words = useAllWords()
  const fetcher = useFetcher<{ code: ErrorCode | null }>()
  const code = fetcher.data?.code
  return (
    <fetcher.Form method="post" action={action} className="screen-only grid justify-items-start gap-1">
      {code && (
        <Notice tone="danger" icon={CircleAlert} role="alert">
          {words.t(`error.${code}`)}
        </Notice>
      )}
      <Button type="submit" name="status" value="selesai" busy={fetcher.state !== 'idle'}>
        <CircleCheckBig aria-hidden />
        {words.t('bacakan.close-rapat')}
      </Button>
      <p className="text-sm text-ink-2">{words.t('bacakan.close-rapat.help')}</p>
    </fetcher.Form>
  )
}

/** Decisions and tindak lanjut as they are read out before the rapat is closed: on the wall, and on each phone. */
export function ReadBackPage({ list: initial, mark, opd, personId, errors }: ReadBackPageProps) {
  const words = useAllWords()
  const rapat = useRapat()
  const base = `/rapat/${rapat.id}`
  const room = { rapatId: rapat.id, documentId: rapat.documentId, personId }
  const [list, refresh] = useReadBack(room, initial, mark)
  const part = useKeptFocus<HTMLElement>()
  return (
    <section ref={part} tabIndex={-1} aria-labelledby="bacakan-judul" className="grid max-w-4xl gap-5">
      <div className="grid gap-1">
        <Link to={base} className={buttonClass('quiet', 'sm', 'screen-only -ml-3 w-fit')}>
          <ArrowLeft aria-hidden />
          {words.t('rapat.tab.notula')}
        </Link>
        <h2 id="bacakan-judul" className="text-lg">
          {words.t('bacakan.title')}
        </h2>
        <p className="text-ink-2">{words.t('bacakan.lead')}</p>
      </div>
      <Trouble errors={errors} />
      <FieldErrors errors={errors?.form === 'conflict' ? null : errors}>{null}</FieldErrors>
      {!list.isOpen && (
        <Notice tone="neutral" icon={Lock}>
          {words.t('bacakan.closed')}
        </Notice>
      )}
      {list.load.total > 0 && <Progress load={list.load} />}
      {list.items.length === 0 && (
        <Empty icon={Megaphone} title={words.t('bacakan.empty')} help={words.t('bacakan.empty.help')} />
      )}
      {list.items.map((item, at) => (
        <section key={item.itemId} aria-labelledby={`acara-${item.itemId}`} className="grid gap-3">
          <h3 id={`acara-${item.itemId}`}>
            {at + 1}. {item.title || words.t('notula.item.untitled')}
          </h3>
          {item.keputusan.length > 0 && (
            <Card>
              <CardHead title={words.t('notula.keputusan')} />
              <ul className="divide-y divide-line">
                {item.keputusan.map(({ lineId, text }) => (
                  <li key={lineId} className="flex gap-3 px-4 py-3 sm:px-5">
                    <Gavel aria-hidden className="mt-1 size-4.5 flex-none text-accent-strong" />
                    <p className="min-w-0 [overflow-wrap:anywhere]">{text}</p>
                  </li>
                ))}
              </ul>
            </Card>
          )}
          {item.tindakLanjut.length > 0 && (
            <ol className="grid gap-3">
              {item.tindakLanjut.map(one => (
                <CommitmentCard
                  key={one.lineId}
                  one={one}
                  action={`${base}/bacakan`}
                  opds={opd}
                  onSaved={refresh}
                />
              ))}
            </ol>
          )}
        </section>
      ))}
      {rapat.allowed.setStatus.includes('selesai') && <CloseRapat action={`${base}/status`} />}
    </section>
  )
}
