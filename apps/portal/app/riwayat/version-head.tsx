import type { Words } from '@mufakat/i18n'
import { Link } from '@remix-run/react'
import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { useAllWords } from '~/frame/words'

/** A point of the history as pages name it. */
export interface Point {
  readonly seq: number
  readonly headSeq: number
  readonly at: Date | null
  readonly names: readonly string[]
}

/** Its name, or its moment; "kini" for the newest. */
export function pointName({ seq, headSeq, at, names }: Point, words: Words): string {
  if (names[0] !== undefined) return `“${names[0]}”`
  if (seq === headSeq) return words.t('banding.now')
  return at === null ? words.t('versi.page.beginning') : words.dateTime(at)
}

/** The way back, the title, and what may be done. */
export function VersionHead({
  base,
  title,
  lead,
  children,
}: {
  base: string
  title: ReactNode
  lead?: ReactNode
  children?: ReactNode
}) {
  const words = useAllWords()
  return (
    <div className="mb-4 grid gap-2">
      <Link
        to={`${base}/riwayat`}
        className="screen-only -ml-2 inline-flex min-h-11 w-fit items-center gap-1 rounded-md px-2 text-sm font-semibold text-ink-2 no-underline hover:text-ink"
      >
        <ChevronLeft aria-hidden className="size-4.5" />
        {words.t('riwayat.back')}
      </Link>
      <h2 className="text-lg font-bold">{title}</h2>
      {lead && <p className="text-sm text-ink-2">{lead}</p>}
      {children && <div className="screen-only mt-1 flex flex-wrap items-center gap-2">{children}</div>}
    </div>
  )
}
