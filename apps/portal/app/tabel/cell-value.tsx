import { type CardColumn, tenggatState, toldProgress } from '@mufakat/domain'
import type { CardView } from '@mufakat/services'
import { classes } from '@mufakat/ui'
import { useAllWords } from '~/frame/words'
import { PriorityWord, TenggatBadge, TindakLanjutBadge } from '~/rapat/status'
import { useTableNames } from './table-names'

function Due({ card }: { card: CardView }) {
  const words = useAllWords()
  const { today } = useTableNames()
  const state = tenggatState({ status: card.status, tenggat: card.due }, today)
  if (card.due === null) return <span className="text-ink-2">{words.t('papan.no-due')}</span>
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span
        className={classes('whitespace-nowrap', state === 'terlambat' && 'font-semibold text-danger-ink')}
      >
        {words.date(card.due, 'short')}
      </span>
      <TenggatBadge state={state} />
      {card.postponed > 0 && (
        <span className="text-xs text-ink-2">{words.t('papan.postponed', { n: card.postponed })}</span>
      )}
    </span>
  )
}

function Source({ card }: { card: CardView }) {
  const words = useAllWords()
  const { rapatById } = useTableNames()
  const rapat = card.from === null ? undefined : rapatById.get(card.from.rapatId)
  if (card.from === null || rapat === undefined) return <span className="text-ink-3">–</span>
  return (
    <a
      href={`/rapat/${rapat.id}#line-${card.from.lineId}`}
      aria-label={words.t('papan.source.of', { title: card.title })}
    >
      {rapat.title}
    </a>
  )
}

/** What a row says in a column. */
export function CellValue({ card, column }: { card: CardView; column: CardColumn }) {
  const words = useAllWords()
  const { opdById } = useTableNames()
  switch (column) {
    case 'opd': {
      const owner = card.opdId === null ? undefined : opdById.get(card.opdId)
      return owner ? (
        <span title={owner.name}>{owner.shortName}</span>
      ) : (
        <span className="text-ink-2">{words.t('papan.no-owner')}</span>
      )
    }
    case 'jabatan':
      return card.jabatan ?? <span className="text-ink-3">–</span>
    case 'tenggat':
      return <Due card={card} />
    case 'status':
      return <TindakLanjutBadge status={card.status} />
    case 'prioritas':
      return <PriorityWord priority={card.priority} />
    case 'strategi':
      return card.strategy === null ? (
        <span className="text-ink-3">–</span>
      ) : (
        <span title={words.t(`strategy.${card.strategy}`)}>
          {words.t('strategy.label', { code: card.strategy.toUpperCase() })}
        </span>
      )
    case 'progres':
      return words.percent(toldProgress(card) / 100)
    case 'bukti':
      return card.evidence === 0 ? (
        <span className="text-ink-3">–</span>
      ) : (
        words.t('tampilan.evidence', { accepted: card.accepted, n: card.evidence })
      )
    case 'rapat':
      return <Source card={card} />
  }
}
