import type { CardHolder } from '@mufakat/live'
import { Avatar } from '@mufakat/ui'
import { useAllWords } from '~/frame/words'

/** Who else has this card open, under its head. */
export function Here({ holders }: { holders: readonly CardHolder[] }) {
  const words = useAllWords()
  if (holders.length === 0) return null
  return (
    <ul className="screen-only -mt-2 mb-4 flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-2">
      {holders.map(({ personId, name, opd, act }) => (
        <li key={personId} className="flex items-center gap-1.5">
          <Avatar small name={name} />
          {words.t(`papan.holder.${act}`, { name: opd === null ? name : `${name} (${opd})` })}
        </li>
      ))}
    </ul>
  )
}
