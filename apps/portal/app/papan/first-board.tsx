import { BOARD_STATUSES, type BoardStatus } from '@mufakat/domain'
import type { BoardStart } from '@mufakat/services'
import { buttonClass, classes } from '@mufakat/ui'
import { useSearchParams } from '@remix-run/react'
import { ArrowRightLeft } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import type { AddAnswer } from './add-form.server'
import { useNames } from './board-names'
import { CARD_BOX, CardFace } from './card-face'
import { COLUMN, ColumnHead } from './column-head'
import { MoveForm } from './move-form'
import type { MoveAnswer } from './move-form.server'
import { mayMove } from './moves'
import { QuickAdd } from './quick-add'
import type { BoardLook } from './view'

interface FirstBoardProps {
  start: BoardStart
  look: BoardLook
  commandId: string
  answer: AddAnswer | MoveAnswer | undefined
}

/** The box that a board is scrolled in. */
export const BOARD_BOX =
  'relative overflow-auto rounded-lg border border-line bg-sunken h-[calc(100dvh-19rem)] min-h-96 md:h-[calc(100dvh-14rem)] snap-x scroll-p-1 contain-strict print:h-auto print:overflow-visible print:contain-none'

/** The first cards of each column: what is read before script comes, and all that there is without it. */
export function FirstBoard({ start, look, commandId, answer }: FirstBoardProps) {
  const words = useAllWords()
  const { rights } = useNames()
  const [params] = useSearchParams()
  const cardsOf = (status: BoardStatus) => start.cards.filter(card => card.status === status)
  const addressOf = (change: Readonly<Record<string, string | null>>) => {
    const next = new URLSearchParams(params)
    for (const [name, value] of Object.entries(change))
      if (value === null) next.delete(name)
      else next.set(name, value)
    return `/tindak-lanjut?${next}`
  }
  const moving = start.cards.find(({ id }) => id === look.moving)
  const added = answer && 'typed' in answer ? answer : undefined
  const shown = look.status === null ? BOARD_STATUSES : [look.status]
  return (
    <>
      {look.status !== null && (
        <a
          href={addressOf({ status: null, sesudah: null })}
          className={buttonClass('secondary', 'sm', 'mb-2')}
        >
          {words.t('papan.all')}
        </a>
      )}
      {moving && (
        <MoveForm
          card={moving}
          commandId={commandId}
          back={addressOf({ pindah: null })}
          answer={answer && 'moved' in answer ? answer : undefined}
        />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled must be reached by keys */}
      <section className={BOARD_BOX} tabIndex={0} aria-label={words.t('papan.title')}>
        <div className="flex min-h-full w-max min-w-full gap-2 px-1 sm:w-full">
          {shown.map(status => {
            const cards = cardsOf(status)
            const last = cards.at(-1)
            const name = words.t(`status.tl.${status}`)
            const isCut = cards.length < start.counts[status]
            return (
              <section key={status} className={COLUMN} aria-label={name}>
                <div className="sticky top-0 z-10 bg-sunken">
                  <ColumnHead status={status} name={name} count={start.counts[status]}>
                    {status !== 'selesai' && (rights.createsAll || rights.createsOwn) && (
                      <QuickAdd status={status} commandId={commandId} answer={added} />
                    )}
                  </ColumnHead>
                </div>
                <ul className={classes('grid gap-2 pb-4', look.status && 'sm:grid-cols-2 lg:grid-cols-3')}>
                  {cards.map(card => (
                    <li key={card.id}>
                      <article aria-labelledby={`judul-${card.id}`} className={CARD_BOX}>
                        <CardFace
                          card={card}
                          withStatus={false}
                          end={
                            mayMove(card, rights) && (
                              <a
                                href={addressOf({ pindah: card.id })}
                                aria-label={words.t('papan.move.of', {
                                  title: card.title || words.t('tl.untitled'),
                                })}
                                className="-mt-1 -mr-2 inline-grid size-11 flex-none place-items-center rounded-md text-ink-2 pointer-fine:size-8"
                              >
                                <ArrowRightLeft aria-hidden className="size-4" />
                              </a>
                            )
                          }
                        />
                      </article>
                    </li>
                  ))}
                </ul>
                {cards.length === 0 && (
                  <p className="px-2 py-4 text-sm text-ink-2">{words.t('papan.empty')}</p>
                )}
                {isCut && look.status === null && (
                  <a href={addressOf({ status })} className={buttonClass('quiet', 'sm', 'mb-3 w-full')}>
                    {words.t('papan.more', { n: start.counts[status] })}
                  </a>
                )}
                {isCut && look.status !== null && last && cards.length === 100 && (
                  <a
                    href={addressOf({ sesudah: last.rank })}
                    className={buttonClass('secondary', 'sm', 'mb-3')}
                  >
                    {words.t('papan.next')}
                  </a>
                )}
              </section>
            )
          })}
        </div>
      </section>
    </>
  )
}
