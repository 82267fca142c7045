import type { NotulaVersion } from '@mufakat/services'
import { buttonClass, Empty, Notice } from '@mufakat/ui'
import { Link } from '@remix-run/react'
import { Eye, GitCompare, NotebookPen } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { NotulaView } from '~/notula/notula-view'
import { useRapat } from '~/rapat/rapat-context'
import { RestoreForm } from '~/riwayat/restore-form'
import { pointName, VersionHead } from '~/riwayat/version-head'

/** The notula as it was, to read, and to bring back. */
export function VersionPage({
  version,
  opd,
}: {
  version: NotulaVersion
  opd: readonly { id: string; shortName: string }[]
}) {
  const words = useAllWords()
  const rapat = useRapat()
  const base = `/rapat/${rapat.id}`
  const address = `${base}/riwayat/${version.seq}`
  const isNow = version.seq === version.headSeq
  const mayRestore = rapat.allowed.bringBack && !isNow
  const when = version.at === null ? words.t('versi.page.beginning') : words.dateTime(version.at)
  const name = pointName(version, words)
  return (
    <>
      <VersionHead base={base} title={words.t('versi.page', { when: name })}>
        {!isNow && (
          <Link to={`${address}?banding=kini`} className={buttonClass('secondary')}>
            <GitCompare aria-hidden />
            {words.t('versi.compare-now')}
          </Link>
        )}
        {mayRestore && (
          <RestoreForm action={address} headSeq={version.headSeq}>
            {words.t('versi.restore')}
          </RestoreForm>
        )}
      </VersionHead>
      <Notice tone="neutral" icon={Eye} className="mb-4">
        {isNow ? words.t('versi.now') : words.t('versi.readonly', { when })}
        {mayRestore && <span className="screen-only"> {words.t('versi.restore.help')}</span>}
      </Notice>
      {version.content.items.length === 0 ? (
        <Empty icon={NotebookPen} title={words.t('versi.empty')} />
      ) : (
        <NotulaView
          content={version.content}
          opd={opd}
          itemEnd={itemId =>
            mayRestore && (
              <div className="mt-2 -ml-3">
                <RestoreForm action={address} headSeq={version.headSeq} itemId={itemId} quiet>
                  {words.t('versi.restore.item')}
                </RestoreForm>
              </div>
            )
          }
        />
      )}
    </>
  )
}
