import type { RowVerdict, ValueReview } from '@mufakat/services'
import { Button, Notice } from '@mufakat/ui'
import { CircleCheckBig, CircleX, Download, TriangleAlert } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { HandedOn } from '~/impor/handed-on'
import { JudgedRows, ReviewCard } from '~/impor/review-card'

/** Of a long file a page shows the beginning: first of what is wrong, then of what changes. */
const SHOWN: Readonly<Record<RowVerdict, number>> = { wrong: 200, changed: 50, new: 10, same: 0 }
const ORDER = Object.keys(SHOWN) as RowVerdict[]

function Apply({ review: { counts, packed, mark } }: { review: ValueReview }) {
  const words = useAllWords()
  const n = counts.new + counts.changed
  if (n === 0)
    return (
      <Notice tone={counts.wrong > 0 ? 'warn' : 'info'} icon={counts.wrong > 0 ? CircleX : CircleCheckBig}>
        {words.t(counts.wrong > 0 ? 'impor-nilai.none' : 'tabel.nothing')}
      </Notice>
    )
  if (counts.wrong === 0)
    return (
      <form method="post" action="/target/impor" encType="multipart/form-data">
        <HandedOn sheet={packed} mark={mark} />
        <input type="hidden" name="pilihan" value="semua" />
        <Button type="submit" name="maksud" value="terapkan">
          {words.t('impor-nilai.apply.all', { n })}
        </Button>
      </form>
    )
  return (
    <>
      <Notice tone="warn" icon={TriangleAlert}>
        {words.t('impor-nilai.apply.all.none', { wrong: counts.wrong })}
      </Notice>
      <form
        method="post"
        action="/target/impor"
        encType="multipart/form-data"
        className="flex flex-wrap items-center gap-x-4 gap-y-2"
      >
        <HandedOn sheet={packed} mark={mark} />
        <input type="hidden" name="pilihan" value="benar" />
        <Button type="submit" kind="secondary" name="maksud" value="terapkan">
          {words.t('impor-nilai.apply.good', { n })}
        </Button>
        <p className="grow basis-64 text-sm text-ink-2">{words.t('impor-nilai.apply.good.help')}</p>
      </form>
    </>
  )
}

/** The verdicts of a file, wrong ones first, and the ways to do it: all of it, or what is right. */
export function ValueReviewCard({ review }: { review: ValueReview }) {
  const words = useAllWords()
  const { counts, rows, packed, mark } = review
  const shown = ORDER.flatMap(verdict => rows.filter(row => row.verdict === verdict).slice(0, SHOWN[verdict]))
  return (
    <ReviewCard counts={counts} order={ORDER}>
      <section aria-label={words.t('impor-nilai.choice')} className="grid gap-4 p-4 sm:p-5">
        <Apply review={review} />
      </section>
      {shown.length > 0 && (
        <div className="border-t border-line">
          <JudgedRows rows={shown} of="impor-nilai" />
        </div>
      )}
      <form
        method="post"
        action="/target/impor/putusan.csv"
        encType="multipart/form-data"
        className="screen-only flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line p-4 sm:px-5"
      >
        <HandedOn sheet={packed} mark={mark} />
        <Button type="submit" kind="quiet" size="sm">
          <Download aria-hidden />
          {words.t('impor-nilai.verdicts')}
        </Button>
        {rows.length > shown.length && (
          <p className="grow basis-64 text-sm text-ink-2">
            {words.t('impor-nilai.hidden', { n: rows.length - shown.length })}
          </p>
        )}
      </form>
    </ReviewCard>
  )
}
