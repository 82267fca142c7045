import type { IndicatorDetail } from '@mufakat/services'
import { buttonClass } from '@mufakat/ui'
import { BookOpenText, Scissors } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { Section } from '~/kartu/section'

/** What it means, since when, and where that cuts the series; the newest first. */
export function DefinitionsSection({ indicator }: { indicator: IndicatorDetail }) {
  const words = useAllWords()
  return (
    <Section
      id="definisi"
      title={words.t('target.definitions')}
      end={
        indicator.allowed.edit && (
          <a href={`/target/${indicator.id}/definisi`} className={buttonClass('quiet', 'sm', 'screen-only')}>
            <BookOpenText aria-hidden />
            {words.t('target.definition.add')}
          </a>
        )
      }
    >
      <ol className="grid gap-4">
        {indicator.definitions.map(one => (
          <li key={one.version} className="grid gap-1 border-l-2 border-line pl-3">
            <p className="text-sm font-semibold">
              {words.t('target.definition.since', { version: one.version, triwulan: words.triwulan(one) })}
            </p>
            <p className="text-sm whitespace-pre-wrap wrap-anywhere">{one.definition}</p>
            {one.breaks && (
              <p className="flex items-center gap-1.5 text-xs text-violet-ink">
                <Scissors aria-hidden className="size-3.5 flex-none" />
                {words.t('target.definition.breaks')}
              </p>
            )}
            <p className="text-xs text-ink-2">
              {words.t('target.by', { by: one.by, at: words.dateTime(one.createdAt) })}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
