import type { BoardRefusal, BoardSnapshot } from '@mufakat/live'
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

/** What the server has not done, until it is dismissed. */
export function Refused({ board, onDismiss }: { board: BoardSnapshot; onDismiss: () => void }) {
  const words = useAllWords()
  if (board.refused.length === 0) return null
  const titleOf = (id: string) => board.cards.find(card => card.id === id)?.title ?? words.t('papan.card')
  return (
    <Notice tone="danger" icon={CircleAlert} role="alert" className="mb-2">
      <p>{words.t('papan.refused')}</p>
      <ul className="list-disc pl-5">
        {board.refused.map(refusal => (
          <li key={refusal.move.commandId}>
            {words.t('papan.fault', {
              title: titleOf(refusal.move.cardId),
              reason: words.t(reasonOf(refusal)),
            })}
          </li>
        ))}
      </ul>
      <Button kind="secondary" size="sm" className="mt-2" onClick={onDismiss}>
        {words.t('action.close')}
      </Button>
    </Notice>
  )
}
