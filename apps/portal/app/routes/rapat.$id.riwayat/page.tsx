import type { RescueView, RiwayatEntry, Timeline } from '@mufakat/services'
import { buttonClass } from '@mufakat/ui'
import { Link } from '@remix-run/react'
import { Eraser } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { useRapat } from '~/rapat/rapat-context'
import type { FormErrors } from '~/request/guard.server'
import { Done } from '~/riwayat/done'
import { Entries } from '~/riwayat/entries'
import { NameForm } from '~/riwayat/name-form'
import { SavedSentences } from '~/riwayat/saved-sentences'
import { type Chosen, TimelineCard } from '~/riwayat/timeline'

interface RiwayatPageProps {
  timeline: Timeline
  entries: readonly RiwayatEntry[]
  saved: readonly RescueView[]
  chosen: Chosen
  isUnclear: boolean
  onlyNamed: boolean
  /** The newest part of it; what stands beside the timeline is shown there. */
  isFirst: boolean
  now: Date
  errors: FormErrors | undefined
}

export function RiwayatPage({ entries, saved, now, errors, ...shown }: RiwayatPageProps) {
  const words = useAllWords()
  const rapat = useRapat()
  const base = `/rapat/${rapat.id}`
  const mayName = rapat.allowed.nameVersion && shown.isFirst
  return (
    <div className="grid gap-5">
      <h2 className="sr-only">{words.t('riwayat.title')}</h2>
      <Done />
      <SavedSentences rescues={saved} />
      <TimelineCard
        {...shown}
        base={base}
        // A name that was given is not offered again.
        nameForm={mayName && <NameForm key={shown.timeline.namedCount} errors={errors} />}
      />
      {shown.isFirst && <Entries entries={entries} now={now} />}
      {rapat.allowed.redact && (
        <Link to={`${base}/riwayat/redaksi`} className={buttonClass('danger', 'md', 'screen-only w-fit')}>
          <Eraser aria-hidden />
          {words.t('redaksi.title')}
        </Link>
      )}
    </div>
  )
}
