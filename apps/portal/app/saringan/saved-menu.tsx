import type { CardViewName } from '@mufakat/domain'
import type { SavedFilterView } from '@mufakat/services'
import { buttonClass, Menu, menuItemClass } from '@mufakat/ui'
import { useSearchParams } from '@remix-run/react'
import { Bookmark, BookmarkPlus, Settings2 } from 'lucide-react'
import { useAllWords } from '~/frame/words'

/** Views that were kept, and the way to keep this one. */
export function SavedMenu({ view, saved }: { view: CardViewName; saved: readonly SavedFilterView[] }) {
  const words = useAllWords()
  const [params] = useSearchParams()
  const keep = new URLSearchParams({ pandang: view, kueri: params.toString() })
  return (
    <Menu
      align="head"
      summary={
        <>
          <Bookmark aria-hidden />
          {words.t('tampilan.saved.open')}
        </>
      }
      summaryClass={buttonClass('secondary', 'md', 'cursor-pointer list-none')}
    >
      {saved.map(one => (
        <a
          key={one.id}
          href={`/tindak-lanjut/tampilan/${one.id}`}
          data-menu-item
          className={menuItemClass}
          aria-current={params.get('tampilan') === one.id ? 'page' : undefined}
        >
          <Bookmark aria-hidden />
          <span className="min-w-0">
            {one.name}
            {one.by !== null && (
              <span className="block text-xs text-ink-2">
                {words.t('tampilan.saved.by', { name: one.by })}
              </span>
            )}
          </span>
        </a>
      ))}
      <a href={`/tindak-lanjut/tampilan?${keep}`} data-menu-item className={menuItemClass}>
        <BookmarkPlus aria-hidden />
        {words.t('tampilan.saved.save')}
      </a>
      <a href="/tindak-lanjut/tampilan" data-menu-item className={menuItemClass}>
        <Settings2 aria-hidden />
        {words.t('tampilan.saved')}
      </a>
    </Menu>
  )
}
