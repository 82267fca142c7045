import type { Item } from '@mufakat/doc-model'
import type { Words } from '@mufakat/i18n'
import { TriangleAlert } from 'lucide-react'
import { plannedSum } from './agenda-order'

/** The sum of the items against the planned length of the rapat; an overrun is a word, not only a colour. */
export function AgendaSum({
  items,
  plannedMinutes,
  words,
}: {
  items: readonly Item[]
  plannedMinutes: number | null
  words: Words
}) {
  const sum = plannedSum(items)
  if (plannedMinutes === null) {
    return <p className="nt-sum">{words.t('editor.sum.alone', { total: words.duration(sum) })}</p>
  }
  const rest = plannedMinutes - sum
  return (
    <p className={rest < 0 ? 'nt-sum nt-sum-over' : 'nt-sum'}>
      <span>
        {words.t('editor.sum', { total: words.duration(sum), planned: words.duration(plannedMinutes) })}
      </span>
      {rest < 0 && (
        <strong>
          <TriangleAlert aria-hidden size={16} />{' '}
          {words.t('editor.sum.over', { over: words.duration(-rest) })}
        </strong>
      )}
      {rest > 0 && <span>{words.t('editor.sum.left', { left: words.duration(rest) })}</span>}
    </p>
  )
}
