import type { RescueView, RiwayatEntry, VersionView } from '@mufakat/services'
import { buttonClass } from '@mufakat/ui'
import { Link } from '@remix-run/react'
import { Eraser } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { useRapat } from '~/rapat/rapat-context'
import type { FormErrors } from '~/request/guard.server'
import { Done } from '~/riwayat/done'
import { Entries } from '~/riwayat/entries'
import { SavedSentences } from '~/riwayat/saved-sentences'
import { Versions } from '~/riwayat/versions'

interface RiwayatPageProps {
  entries: readonly RiwayatEntry[]
  versions: readonly VersionView[]
  saved: readonly RescueView[]
  now: Date
  errors: FormErrors | undefined
}

export function RiwayatPage({ entries, versions, saved, now, errors }: RiwayatPageProps) {
  const words = useAllWords()
  const rapat = useRapat()
  const base = `/rapat/${rapat.id}`
  return (
    <div className="grid gap-5">
      <h2 className="sr-only">{words.t('riwayat.title')}</h2>
      <Done />
      <SavedSentences rescues={saved} />
      <Versions
        versions={versions}
        base={base}
        now={now}
        mayName={rapat.allowed.nameVersion}
        errors={errors}
      />
      <Entries entries={entries} now={now} />
      {rapat.allowed.redact && (
        <Link to={`${base}/riwayat/redaksi`} className={buttonClass('danger', 'md', 'screen-only w-fit')}>
          <Eraser aria-hidden />
          {words.t('redaksi.title')}
        </Link>
      )}
    </div>
  )
}
