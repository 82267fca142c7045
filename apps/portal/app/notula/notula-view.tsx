import type { ContentLine, NotulaContent } from '@mufakat/doc-model'
import type { FigureTextById, WorkByLine } from '@mufakat/editor'
import { type ReactNode, useMemo } from 'react'
import { useWords } from '~/frame/words'
import { Lines, type OwnerAnswers, OwnerAnswersProvider, WorkProvider } from './lines'
import { FiguresProvider } from './spans'

const NO_ANSWERS: OwnerAnswers = {}
const NO_WORK: WorkByLine = {}
const NO_FIGURES: FigureTextById = {}

/** An item that nobody has written in: the editor shows one empty line there, so this does too. */
const BlankLine = () => (
  <div className="nt-line nt-paragraf" data-level={0}>
    <div className="nt-words">
      <br />
    </div>
  </div>
)

/**
 * A notula from its stored content, without script and without an editor: what is read first, printed, and
 * replaced in place by the editor, which draws the same elements.
 */
export function NotulaView({
  content,
  opd,
  itemNote,
  itemEnd,
  lineEnd,
  answers = NO_ANSWERS,
  work = NO_WORK,
  figures = NO_FIGURES,
}: {
  content: NotulaContent
  opd: readonly { id: string; shortName: string }[]
  /** Stands over the text of an item: what comes from elsewhere. */
  itemNote?: (itemId: string) => ReactNode
  /** Stands at the end of an item: what may be done with it. */
  itemEnd?: (itemId: string) => ReactNode
  /** Stands behind a line. */
  lineEnd?: (line: ContentLine) => ReactNode
  /** What owners have said of tindak lanjut. */
  answers?: OwnerAnswers
  /** How far the work of tindak lanjut is. */
  work?: WorkByLine
  /** What indicators stand at. */
  figures?: FigureTextById
}) {
  const words = useWords()
  const names = useMemo(() => new Map(opd.map(one => [one.id, one.shortName])), [opd])
  return (
    <OwnerAnswersProvider value={answers}>
      <WorkProvider value={work}>
        <FiguresProvider value={figures}>
          <div className="nt-doc">
            {content.items.map((item, at) => (
              <section key={item.id} id={`item-${item.id}`} data-item={item.id} className="nt-item">
                <header className="nt-item-head">
                  <span className="nt-item-number">{at + 1}</span>
                  <h3 className="nt-item-title">{item.title || words.t('notula.item.untitled')}</h3>
                  <p className="nt-item-meta">
                    {item.minutes !== null && (
                      <span className="nt-item-minutes">
                        {words.t('notula.minutes', { n: item.minutes })}
                      </span>
                    )}
                    {item.presenter && <span className="nt-item-presenter">{item.presenter}</span>}
                  </p>
                </header>
                <div className="nt-item-note">{itemNote?.(item.id)}</div>
                <div className="nt-text">
                  {item.lines.length > 0 ? (
                    <Lines lines={item.lines} opd={names} {...(lineEnd ? { lineEnd } : {})} />
                  ) : (
                    <BlankLine />
                  )}
                </div>
                {itemEnd?.(item.id)}
              </section>
            ))}
          </div>
        </FiguresProvider>
      </WorkProvider>
    </OwnerAnswersProvider>
  )
}
