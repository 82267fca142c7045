import type { BoardRefusal, BoardSnapshot } from '@mufakat/live'
import type { BoardMove } from '@mufakat/protocol'
import { Button, Notice } from '@mufakat/ui'
import { CircleAlert, Radio, WifiOff } from 'lucide-react'
import { useAllWords } from '~/frame/words'

/** Whether what others do arrives, and what waits to be sent. */
export function Connection({ board }: { board: BoardSnapshot }) {
  const words = useAllWords()
  const { waiting, isOnline, ended } = board
  const Icon = isOnline ? Radio : WifiOff
  return (
    <p role="status" className="flex min-h-6 items-center gap-1.5 text-xs text-ink-2">
      <Icon aria-hidden className="size-4 flex-none" />
      <span>
        {ended ? words.t(`error.${ended}`) : words.t(isOnline ? 'papan.online' : 'papan.offline')}
        {waiting > 0 && ` ${words.t('papan.waiting', { n: waiting })}.`}
      </span>
    </p>
  )
}

function reasonOf({
  move,
  code,
}: BoardRefusal): 'papan.fault.evidence' | 'papan.fault.gone' | `error.${typeof code}` {
  if (code === 'invalid-input' && move.status === 'selesai') return 'papan.fault.evidence'
  return code === 'conflict' || code === 'not-found' ? 'papan.fault.gone' : `error.${code}`
}

/** After a day without a line there may be many. */
const MOST = 8

/** What was not done as it was meant, or went over what somebody else had done: what was meant, and what stands. */
export function Conflicts({ board, onDismiss }: { board: BoardSnapshot; onDismiss: () => void }) {
  const words = useAllWords()
  const { refused, crossed, cards } = board
  if (refused.length === 0 && crossed.length === 0) return null
  const cardOf = (id: string) => cards.find(card => card.id === id)
  const titleOf = (id: string) => cardOf(id)?.title || words.t('papan.card')
  const statusOf = (status: BoardMove['status']) => words.t(`status.tl.${status}`)
  const meant = ({ cardId, status }: BoardMove) => {
    const now = cardOf(cardId)
    return now === undefined || now.status === status
      ? words.t('papan.meant.place', { to: statusOf(status) })
      : words.t('papan.meant', { to: statusOf(status), now: statusOf(now.status) })
  }
  return (
    <Notice tone="danger" icon={CircleAlert} role="alert" className="mb-2">
      {refused.length > 0 && <p>{words.t('papan.refused')}</p>}
      <ul className="list-disc pl-5">
        {refused.map(refusal => (
          <li key={refusal.move.commandId}>
            {words.t('papan.fault', {
              title: titleOf(refusal.move.cardId),
              reason: words.t(reasonOf(refusal)),
            })}{' '}
            {meant(refusal.move)}
          </li>
        ))}
        {crossed.slice(-MOST).map(({ move, found }) => (
          <li key={move.commandId}>
            {words.t('papan.crossed', {
              title: titleOf(move.cardId),
              found: statusOf(found),
              to: statusOf(move.status),
            })}
          </li>
        ))}
      </ul>
      {crossed.length > MOST && <p>{words.t('papan.crossed.more', { n: crossed.length - MOST })}</p>}
      <Button kind="secondary" size="sm" className="mt-2" onClick={onDismiss}>
        {words.t('action.close')}
      </Button>
    </Notice>
  )
}
