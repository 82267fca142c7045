import { tenggatState } from '@mufakat/domain'
import type { CardView } from '@mufakat/services'
import { classes } from '@mufakat/ui'
import { FileCheck2, FilePen, Link2, MessageSquareText } from 'lucide-react'
import type { ReactNode } from 'react'
import { useAllWords } from '~/frame/words'
import { PriorityWord, TenggatBadge, TindakLanjutBadge } from '~/rapat/status'
import { useNames } from './board-names'

/** A card, whatever it says. */
export const CARD_BOX =
  'flex h-48 flex-col gap-1 overflow-hidden rounded-md border border-line bg-surface px-3 pt-2 pb-1 shadow-1 in-data-selected:border-accent in-data-selected:bg-accent-soft'

const small = 'inline-flex items-center gap-1 text-xs text-ink-2 [&>svg]:size-3.5 [&>svg]:flex-none'

/**
 * What a card says, within its box.
 * @param withStatus where columns are OPD: the status stands in the place of the owner
 * @param isReached whether the keyboard stops at what is inside of it
 */
export function CardFace({
  card,
  withStatus,
  isReached = true,
  end,
}: {
  card: CardView
  withStatus: boolean
  isReached?: boolean
  end?: ReactNode
}) {
  const words = useAllWords()
  const { opdById, rapatById, today } = useNames()
  const owner = card.opdId === null ? undefined : opdById.get(card.opdId)
  const title = card.title || words.t('tl.untitled')
  const state = tenggatState({ status: card.status, tenggat: card.due }, today)
  const { from } = card
  return (
    <>
      <div className="flex items-start justify-between gap-1">
        <p id={`judul-${card.id}`} className="line-clamp-2 text-sm leading-snug font-semibold" title={title}>
          <a
            href={`/tindak-lanjut/${card.id}`}
            tabIndex={isReached ? undefined : -1}
            draggable={false}
            className="text-ink no-underline hover:underline"
          >
            {title}
          </a>
        </p>
        {end}
      </div>
      <div
        id={`isi-${card.id}`}
        className="grid min-h-0 flex-1 auto-rows-max content-start gap-1 overflow-hidden"
      >
        {withStatus ? (
          // The column says whose it is.
          <p className="flex min-w-0 items-center gap-2 text-xs text-ink-2">
            <TindakLanjutBadge status={card.status} />
            <span className="truncate">{card.jabatan}</span>
          </p>
        ) : (
          <p className="truncate text-xs text-ink-2">
            <span className="font-semibold text-ink" title={owner?.name}>
              {owner?.shortName ?? words.t('papan.no-owner')}
            </span>
            {card.jabatan && ` · ${card.jabatan}`}
          </p>
        )}
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-2">
          <span
            className={classes('whitespace-nowrap', state === 'terlambat' && 'font-semibold text-danger-ink')}
          >
            {card.due
              ? words.t('papan.due', { date: words.date(card.due, 'short') })
              : words.t('papan.no-due')}
          </span>
          <TenggatBadge state={state} />
          {card.postponed > 0 && <span>{words.t('papan.postponed', { n: card.postponed })}</span>}
        </p>
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-xs">
          {card.priority && <PriorityWord priority={card.priority} />}
          {card.evidence > 0 && (
            <span className={small}>
              <FileCheck2 aria-hidden />
              {words.t('papan.evidence', { accepted: card.accepted, n: card.evidence })}
            </span>
          )}
          {card.comments > 0 && (
            <span className={small}>
              <MessageSquareText aria-hidden />
              {words.t('papan.comments', { n: card.comments })}
            </span>
          )}
          {from?.isDraft && (
            <span className={small}>
              <FilePen aria-hidden />
              {words.t('papan.draft')}
            </span>
          )}
        </p>
      </div>
      {from && rapatById.has(from.rapatId) && (
        <a
          href={`/rapat/${from.rapatId}#line-${from.lineId}`}
          tabIndex={isReached ? undefined : -1}
          draggable={false}
          aria-label={words.t('papan.source.of', { title })}
          className="inline-flex min-h-8 w-fit items-center gap-1 text-xs font-semibold text-accent-strong no-underline hover:underline pointer-coarse:min-h-11 [&>svg]:size-3.5"
        >
          <Link2 aria-hidden />
          {words.t('papan.source')}
        </a>
      )}
    </>
  )
}
