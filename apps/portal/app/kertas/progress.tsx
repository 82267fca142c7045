import type { PaperView } from '@mufakat/services'
import { classes } from '@mufakat/ui'
import { useAllWords } from '~/frame/words'

const BAR = classes(
  'h-2 w-full appearance-none overflow-hidden rounded-full border-0 bg-neutral-soft',
  '[&::-webkit-progress-bar]:bg-neutral-soft [&::-webkit-progress-value]:bg-accent [&::-moz-progress-bar]:bg-accent',
)

/** How far a paper is, with a number. */
export function Progress({ paper }: { paper: PaperView }) {
  const words = useAllWords()
  const share = paper.progress / 100
  return (
    <div className="grid gap-1">
      <span className="text-sm">
        {paper.state === 'waiting'
          ? words.t('kertas.state.waiting')
          : words.t('kertas.state.making', { percent: words.percent(share, 0) })}
      </span>
      <progress className={BAR} aria-label={words.t('kertas.progress')} max={1} value={share} />
    </div>
  )
}
