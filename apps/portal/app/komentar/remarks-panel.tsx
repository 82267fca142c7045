import type { RemarkView } from '@mufakat/services'
import { useKeptFocus } from '~/frame/kept-focus'
import { useAllWords } from '~/frame/words'
import { RemarkCard } from './remark-card'

/** The remarks beside the live text: those that are open, and what was dealt with folded away. */
export function RemarksPanel({
  remarks,
  action,
  shown,
}: {
  remarks: readonly RemarkView[]
  action: string
  /** The one whose mark was pressed. */
  shown: string | null
}) {
  const words = useAllWords()
  const part = useKeptFocus<HTMLElement>()
  const open = remarks.filter(({ state }) => state === 'terbuka')
  const settled = remarks.filter(({ state }) => state !== 'terbuka')
  if (remarks.length === 0) return null
  const cards = (list: readonly RemarkView[]) => (
    <ol className="grid gap-3">
      {list.map(remark => (
        <RemarkCard
          key={remark.id}
          remark={remark}
          action={action}
          isShown={remark.id === shown}
          onShow={() => showInText(remark)}
        />
      ))}
    </ol>
  )
  return (
    <aside
      ref={part}
      tabIndex={-1}
      aria-labelledby="komentar-judul"
      className="screen-only grid content-start gap-3 rounded-md focus-visible:outline-3 focus-visible:outline-accent xl:sticky xl:top-20 xl:max-h-[calc(100dvh-6rem)] xl:overflow-y-auto xl:p-1"
    >
      <h2 id="komentar-judul" className="text-base">
        {words.t('komentar.title')}{' '}
        <span className="font-normal text-ink-2">{words.t('komentar.open', { n: open.length })}</span>
      </h2>
      {cards(open)}
      {settled.length > 0 && (
        <details>
          <summary className="min-h-11 content-center text-sm font-semibold">
            {words.t('komentar.settled', { n: settled.length })}
          </summary>
          <div className="pt-2">{cards(settled)}</div>
        </details>
      )}
    </aside>
  )
}

function showInText({ id, place }: RemarkView): void {
  const mark =
    document.querySelector(`[data-remark="${CSS.escape(id)}"]`) ??
    document.querySelector(`[data-line="${CSS.escape(place?.lineId ?? '')}"]`)
  mark?.scrollIntoView({ block: 'center' })
}
