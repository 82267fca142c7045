import type { WorkFigures } from '@mufakat/domain'
import type { Words } from '@mufakat/i18n'
import { useAllWords } from '~/frame/words'
import { shareText } from './said'

/** Every figure of the work with its name, in one order wherever they stand. */
export const figureEntries = (words: Words, figures: WorkFigures): [name: string, value: string][] => [
  [words.t('dasbor.figure.total'), words.number(figures.total)],
  [words.t('dasbor.figure.finished'), words.number(figures.finished)],
  [words.t('dasbor.figure.late'), words.number(figures.late)],
  [words.t('dasbor.figure.waiting'), words.number(figures.waiting)],
  [words.t('dasbor.figure.running'), words.number(figures.running)],
  [words.t('dasbor.figure.in-time'), shareText(words, figures.inTimeShare)],
  [
    words.t('dasbor.figure.median'),
    figures.medianDays === null ? '–' : words.t('dasbor.figure.days', { n: figures.medianDays }),
  ],
  [words.t('dasbor.figure.postponed'), words.number(figures.postponed)],
  [words.t('dasbor.figure.proven'), shareText(words, figures.provenShare)],
]

export function Figures({ figures }: { figures: WorkFigures }) {
  const words = useAllWords()
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-3 p-4 sm:grid-cols-3 sm:p-5">
      {figureEntries(words, figures).map(([name, value]) => (
        <div key={name} className="grid content-between gap-0.5">
          <dt className="text-xs text-ink-2">{name}</dt>
          <dd className="text-lg font-bold tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
