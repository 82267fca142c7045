import { buttonClass } from '@mufakat/ui'
import { Link, useSearchParams } from '@remix-run/react'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { changedAddress, VIEW_PATHS } from '~/saringan/address'

/** The way from one page of the table to the next. */
export function TablePages({ page, pages }: { page: number; pages: number }) {
  const words = useAllWords()
  const [params] = useSearchParams()
  if (pages === 1) return null
  const to = (at: number) => changedAddress(VIEW_PATHS.tabel, params, { hal: at === 1 ? null : String(at) })
  return (
    <nav
      aria-label={words.t('tampilan.page.list')}
      className="screen-only flex flex-wrap items-center gap-2 border-t border-line p-3"
    >
      {page > 1 && (
        <Link to={to(page - 1)} className={buttonClass('secondary', 'sm')}>
          <ChevronLeft aria-hidden />
          {words.t('tampilan.page.before')}
        </Link>
      )}
      <span className="text-sm text-ink-2">{words.t('tampilan.page', { page, pages })}</span>
      {page < pages && (
        <Link to={to(page + 1)} className={buttonClass('secondary', 'sm')}>
          {words.t('tampilan.page.after')}
          <ChevronRight aria-hidden />
        </Link>
      )}
    </nav>
  )
}
