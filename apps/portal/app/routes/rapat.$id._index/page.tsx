import type { NotulaContent } from '@mufakat/doc-model'
import type { IndicatorName } from '@mufakat/editor'
import type { PageKey } from '@mufakat/i18n'
import type {
  AgendaNotes,
  KoreksiPage,
  NotulaFigures,
  RapatDetail,
  RemarkList,
  ReviewView,
} from '@mufakat/services'
import { buttonClass, Empty, Notice } from '@mufakat/ui'
import { Link } from '@remix-run/react'
import { Eye, Megaphone, MessageSquareText, NotebookPen } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { MoreWords } from '~/frame/more-words'
import { useWords } from '~/frame/words'
import { AgendaHead, itemNote } from '~/notula/agenda-notes'
import type { OwnerAnswers } from '~/notula/lines'
import { LiveNotula } from '~/notula/live-notula'
import { NotulaView } from '~/notula/notula-view'
import { useAgendaNotes } from '~/notula/use-agenda-notes'
import { useFigures } from '~/notula/use-figures'
import { useWork, type WorkOfNotula } from '~/notula/use-work'
import { ReviewPanel, SealedKoreksi } from '~/pengesahan/panel'
import { useRapat } from '~/rapat/rapat-context'
import { useSame } from '~/rapat/use-same'
import { useNews } from './use-news'

interface NotulaPageProps {
  /** Of how far the rapat was when the page was loaded. */
  mark: string
  review: ReviewView
  koreksi: KoreksiPage
  content: NotulaContent
  answers: OwnerAnswers
  work: WorkOfNotula
  figures: NotulaFigures
  indicators: readonly IndicatorName[]
  notes: AgendaNotes
  /** Words of the panel and the notes. */
  texts: Readonly<Record<string, string>>
  opd: readonly { id: string; shortName: string; name: string }[]
  people: readonly { id: string; name: string; opd: string | null }[]
  remarks: RemarkList
  self: { id: string; name: string; opd: string | null } | null
}

/** Why this person cannot write, in their words; null when they can. */
function readOnlyKey(rapat: RapatDetail): Extract<PageKey, `notula.read-only${string}`> | null {
  if (rapat.allowed.write) return null
  if (rapat.status === 'dibatalkan') return 'notula.read-only.dibatalkan'
  if (rapat.notulaState === 'disahkan') return 'notula.read-only.disahkan'
  if (rapat.notulaState === 'diajukan') return 'notula.read-only.diajukan'
  return 'notula.read-only'
}

/**
 * People at a rapat under way see each other's text arrive, also those who only read; so do those who look through a
 * notula that was submitted, with what is said beside it.
 */
const opensLive = (rapat: RapatDetail): boolean =>
  rapat.allowed.write || rapat.status === 'berlangsung' || rapat.notulaState === 'diajukan'

export function NotulaPage(props: NotulaPageProps) {
  const { review, koreksi, content, answers, notes: given, texts, remarks, self } = props
  const opd = useSame(props.opd)
  const people = useSame(props.people)
  const words = useWords()
  const rapat = useRapat()
  const notes = useAgendaNotes(given.carried === null ? null : rapat.id, given)
  const noteOf = useMemo(() => itemNote(notes, texts, rapat.id), [notes, texts, rapat.id])
  const reason = readOnlyKey(rapat)
  // An open text stays open, to read, when nobody writes in it any more.
  const wasLive = useRef(false)
  const isLive = self !== null && (opensLive(rapat) || wasLive.current)
  useEffect(() => {
    wasLive.current = isLive
  }, [isLive])
  const [work, askWork] = useWork(rapat, props.work)
  const [figures, askFigures, wantFigure] = useFigures(rapat.id, props.figures)
  const indicators = useSame(props.indicators)
  const onNews = useNews(rapat, props, { isLive, askWork, askFigures })
  const view =
    content.items.length > 0 ? (
      <NotulaView {...{ content, opd, work, figures }} itemNote={noteOf} {...(!isLive && { answers })} />
    ) : (
      <Empty icon={NotebookPen} title={words.t('notula.empty')} help={words.t('notula.empty.help')} />
    )
  return (
    <>
      <h2 className="sr-only print:not-sr-only">{words.t('rapat.tab.notula')}</h2>
      <MoreWords texts={texts}>
        <ReviewPanel review={review} />
        <SealedKoreksi page={koreksi} />
      </MoreWords>
      <div className="screen-only mb-4 flex flex-wrap gap-2 empty:hidden">
        {rapat.allowed.remarks && (
          <Link to={`/rapat/${rapat.id}/komentar`} reloadDocument className={buttonClass('secondary', 'sm')}>
            <MessageSquareText aria-hidden />
            {rapat.openRemarks === 0
              ? words.t('rapat.komentar')
              : words.t('rapat.komentar.open', { n: rapat.openRemarks })}
          </Link>
        )}
        {(rapat.status === 'berlangsung' || rapat.status === 'selesai') && (
          <Link to={`/rapat/${rapat.id}/bacakan`} className={buttonClass('secondary', 'sm')}>
            <Megaphone aria-hidden />
            {words.t('rapat.bacakan')}
          </Link>
        )}
      </div>
      {reason && rapat.notulaState !== 'disahkan' && (
        <Notice tone="neutral" icon={Eye} className="screen-only mb-4">
          {words.t(reason)}
        </Notice>
      )}
      {rapat.allowed.write && rapat.allowed.writeItems && (
        <Notice tone="neutral" icon={Eye} className="screen-only mb-4">
          {words.t('notula.some-items', {
            items: rapat.agenda
              .filter(item => rapat.allowed.writeItems?.includes(item.itemId))
              .map(item => item.title)
              .join('; '),
          })}
        </Notice>
      )}
      {props.figures.frozenAt !== null && Object.keys(figures).length > 0 && (
        <p className="mb-3 text-sm text-ink-2">
          {words.t('angka.frozen', { date: words.date(props.figures.frozenAt) })}
        </p>
      )}
      <AgendaHead notes={notes} texts={texts} rapatId={rapat.id} />
      {isLive ? (
        <LiveNotula
          key={rapat.documentId}
          documentId={rapat.documentId}
          rapatId={rapat.id}
          person={self}
          opds={opd}
          people={people}
          notulisId={rapat.notulis?.id ?? null}
          canWrite={rapat.allowed.write}
          writableItems={rapat.allowed.writeItems}
          plannedMinutes={rapat.plannedMinutes}
          itemNote={noteOf}
          onNews={onNews}
          work={work}
          indicators={indicators}
          figures={figures}
          onIndicator={wantFigure}
          placeholder={view}
          remarks={rapat.allowed.remarks ? remarks : null}
        />
      ) : (
        view
      )}
    </>
  )
}
