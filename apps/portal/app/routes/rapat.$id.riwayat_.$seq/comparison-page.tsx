import type { Comparison } from '@mufakat/doc-model'
import { buttonClass, Empty } from '@mufakat/ui'
import { Link } from '@remix-run/react'
import { Equal, Eye } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { useRapat } from '~/rapat/rapat-context'
import { ComparedOpds, ComparedSection } from '~/riwayat/comparison'
import { RestoreForm } from '~/riwayat/restore-form'
import { type Point, pointName, VersionHead } from '~/riwayat/version-head'

/** What makes one version out of another, item by item and line by line. */
export function ComparisonPage({
  before,
  after,
  comparison,
  opd,
}: {
  before: Point
  after: Point
  comparison: Comparison
  opd: readonly { id: string; shortName: string }[]
}) {
  const words = useAllWords()
  const rapat = useRapat()
  const base = `/rapat/${rapat.id}`
  const toNow = after.seq === after.headSeq && before.seq !== after.seq
  const mayRestore = rapat.allowed.bringBack && toNow && comparison.count > 0
  const address = `${base}/riwayat/${before.seq}`
  return (
    <>
      <VersionHead
        base={base}
        title={words.t('banding.title')}
        lead={`${words.t('banding.range', { from: pointName(before, words), to: pointName(after, words) })} · ${
          comparison.count === 0 ? words.t('banding.same') : words.t('banding.count', { n: comparison.count })
        }`}
      >
        <Link to={toNow ? address : `${base}/riwayat/${after.seq}`} className={buttonClass('secondary')}>
          <Eye aria-hidden />
          {words.t('versi.as-was')}
        </Link>
        {mayRestore && (
          <RestoreForm action={address} headSeq={after.headSeq}>
            {words.t('versi.restore')}
          </RestoreForm>
        )}
      </VersionHead>
      {comparison.count === 0 ? (
        <Empty icon={Equal} title={words.t('banding.same')} />
      ) : (
        <ComparedOpds value={new Map(opd.map(({ id, shortName }) => [id, shortName]))}>
          <div className="grid gap-3">
            {comparison.items.map(item => (
              <ComparedSection
                key={item.id}
                item={item}
                lineEnd={line =>
                  mayRestore &&
                  (line.change === 'removed' || line.change === 'changed') && (
                    <RestoreForm action={address} headSeq={after.headSeq} lineId={line.id} quiet>
                      {words.t('versi.restore.line')}
                    </RestoreForm>
                  )
                }
              />
            ))}
          </div>
        </ComparedOpds>
      )}
    </>
  )
}
