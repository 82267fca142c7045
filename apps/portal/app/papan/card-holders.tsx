import type { CardHolder } from '@mufakat/live'
import { Avatar } from '@mufakat/ui'
import { useAllWords } from '~/frame/words'

/** More than these would cover what the card says. */
const MOST = 3

/** Who else has this card open or is moving it, in a corner of it. */
export function CardHolders({ id, holders }: { id: string; holders: readonly CardHolder[] }) {
  const words = useAllWords()
  const told = ({ name, opd, act }: CardHolder) =>
    words.t(`papan.holder.${act}`, { name: opd === null ? name : `${name} (${opd})` })
  return (
    <span id={id} className="absolute right-2 bottom-1.5 flex items-center gap-0.5">
      {holders.slice(0, MOST).map(holder => (
        <Avatar key={holder.personId} small name={holder.name} label={told(holder)} />
      ))}
      {holders.length > MOST && (
        <span className="text-xs font-semibold text-ink-2">
          +{holders.length - MOST}
          <span className="sr-only"> {holders.slice(MOST).map(told).join(' ')}</span>
        </span>
      )}
    </span>
  )
}
