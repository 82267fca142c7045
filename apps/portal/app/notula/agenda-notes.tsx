import type { AgendaNotes } from '@mufakat/services'
import { Badge, buttonClass } from '@mufakat/ui'
import { Link } from '@remix-run/react'
import { CalendarClock } from 'lucide-react'
import type { ReactNode } from 'react'
import { MoreWords } from '~/frame/more-words'
import { useAllWords } from '~/frame/words'
import { CarriedBlock } from './carried-block'

type Texts = Readonly<Record<string, string>>

function PostponedItem({ item }: { item: AgendaNotes['postponed'][number] }) {
  const words = useAllWords()
  return (
    <p className="nt-note flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <Badge tone="warn" icon={CalendarClock}>
        {words.t('lanjutan.item.postponed')}
      </Badge>
      {words.t('lanjutan.item.reason', { reason: item.reason, by: item.by })}
    </p>
  )
}

/** What stands at an item beside its text: the same in the stored view and in the editor; null: nothing. */
export const itemNote =
  (notes: AgendaNotes, texts: Texts, rapatId: string) =>
  (itemId: string): ReactNode => {
    const left = notes.postponed.find(one => one.itemId === itemId)
    const carried = notes.carried?.itemId === itemId ? notes.carried : null
    if (left === undefined && carried === null) return null
    return (
      <MoreWords texts={texts}>
        {left && <PostponedItem item={left} />}
        {carried && <CarriedBlock carried={carried} rapatId={rapatId} />}
      </MoreWords>
    )
  }

function Head({ notes, rapatId }: { notes: AgendaNotes; rapatId: string }) {
  const words = useAllWords()
  const count = notes.postponed.length
  return (
    <>
      {(notes.mayPostpone || count > 0) && (
        <div className="screen-only mb-4 flex flex-wrap items-center justify-end gap-x-4 gap-y-1 text-sm text-ink-2">
          {count > 0 && <span>{words.t('lanjutan.items.count', { n: count })}</span>}
          {notes.mayPostpone && (
            <Link to={`/rapat/${rapatId}/penundaan`} reloadDocument className={buttonClass('quiet', 'sm')}>
              <CalendarClock aria-hidden />
              {words.t('lanjutan.items')}
            </Link>
          )}
        </div>
      )}
      {/* The item that it stood under is no more. */}
      {notes.carried !== null && notes.carried.itemId === null && (
        <div className="mb-6">
          <CarriedBlock carried={notes.carried} rapatId={rapatId} />
        </div>
      )}
    </>
  )
}

/** What stands above the whole agenda. */
export function AgendaHead({ texts, ...props }: { notes: AgendaNotes; texts: Texts; rapatId: string }) {
  return (
    <MoreWords texts={texts}>
      <Head {...props} />
    </MoreWords>
  )
}
