import type { RowVerdict, TableReview } from '@mufakat/services'
import { Button, Notice } from '@mufakat/ui'
import { CircleCheckBig } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { HandedOn } from '~/impor/handed-on'
import { JudgedRows, ReviewCard } from '~/impor/review-card'

const ORDER: readonly RowVerdict[] = ['wrong', 'new', 'changed', 'same']

/** The verdict of every row that is not the same, wrong ones first, and the way to do it. */
export function TableReviewCard({ review }: { review: TableReview }) {
  const words = useAllWords()
  const { counts, rows, mark, sheet } = review
  const doing = counts.new + counts.changed
  const shown = rows
    .filter(row => row.verdict !== 'same')
    .sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || a.line - b.line)
  return (
    <ReviewCard counts={counts} order={ORDER}>
      {shown.length > 0 && <JudgedRows rows={shown} of="tabel" />}
      {counts.same > 0 && shown.length > 0 && (
        <p className="border-t border-line px-4 py-3 text-sm text-ink-2 sm:px-5">
          {words.t('tabel.same.hidden', { n: counts.same })}
        </p>
      )}
      <div className="grid gap-4 border-t border-line p-4 sm:p-5">
        {doing > 0 ? (
          // As parts: the sheet is large, and would grow threefold in an address's spelling.
          <form method="post" encType="multipart/form-data" className="flex flex-wrap items-center gap-4">
            <HandedOn sheet={JSON.stringify(sheet)} mark={mark} />
            <Button type="submit" name="maksud" value="terapkan">
              {words.t('tabel.apply', { n: doing })}
            </Button>
            {counts.wrong > 0 && (
              <p className="grow basis-64 text-sm text-ink-2">{words.t('tabel.apply.note')}</p>
            )}
          </form>
        ) : (
          <Notice tone="info" icon={CircleCheckBig}>
            {words.t('tabel.nothing')}
          </Notice>
        )}
      </div>
    </ReviewCard>
  )
}
