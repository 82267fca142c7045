import './editor.css'
import type { Words } from '@mufakat/i18n'
import type { Present, SaveState } from '@mufakat/live'
import { useBetweenPresses } from '@mufakat/ui'
import { type ComponentType, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import type { DirectoryPerson, IndicatorName, Opd, SignInAgainProps, UnsentProps } from './desk/desk'
import { NotulaDesk } from './desk/notula-desk'
import type { FigureTextById } from './figures'
import type { RemarksPort } from './remarks/port'
import { useLiveDocument } from './use-live-document'
import type { WorkByLine } from './work'

export interface NotulaEditorProps {
  documentId: string
  rapatId: string
  person: { id: string; name: string; opd: string | null }
  words: Words
  opds: readonly Opd[]
  people: readonly DirectoryPerson[]
  /** Indicators that may be named; empty: whoever is here names none. */
  indicators: readonly IndicatorName[]
  notulisId: string | null
  canWrite: boolean
  /** The only agenda items this person may write in; null: all. */
  writableItems: readonly string[] | null
  /** Key of the journal in this browser, from the server; the page does not wait for it. */
  journalKey: () => Promise<CryptoKey>
  /** Planned length of the rapat, minutes; the agenda's sum is held against it. */
  plannedMinutes: number | null
  /** Stands over the text of an item, and is not part of it; drawn anew whenever the function is another. */
  itemNote?: (itemId: string) => ReactNode
  /** The server's view of the same text, shown until the document has loaded whole. */
  placeholder: ReactNode
  /** What is kept here of this person's text and nowhere else; nothing when there is nothing. */
  Unsent: ComponentType<UnsentProps>
  /** The form to sign in again, over the page. */
  SignInAgain: ComponentType<SignInAgainProps>
  onSave?: (state: SaveState) => void
  onPresence?: (present: readonly Present[]) => void
  /** Something happened beside the text, or the text was edited. */
  onNews?: (what: 'noted' | 'edited') => void
  /** What stands beside the text; left out: nothing does. */
  remarks?: RemarksPort
  /** How far what the text decides is; left out: nothing is said of it. */
  work?: WorkByLine
  /** What the indicators of the text stand at; left out: only their names are shown. */
  figures?: FigureTextById
  /** The text names an indicator of which nothing is said. */
  onIndicator?: (id: string) => void
}

/** The server's view, until the text is there; leaves behind how far somebody had scrolled. */
function Opening({
  said,
  readTo,
  children,
}: {
  said: string
  readTo: { current: number | null }
  children: ReactNode
}) {
  // The last moment at which it still has its height: a page that grows short forgets where it was.
  useLayoutEffect(
    () => () => {
      readTo.current = window.scrollY
    },
    [readTo],
  )
  return (
    <div className="nt-desk">
      <div className="nt-bar nt-bar-live">
        <p role="status" className="nt-opening">
          {said}
        </p>
      </div>
      {children}
    </div>
  )
}

/**
 * The live notula of one rapat. Shows `placeholder` until the whole document is there, then takes over in the same
 * box with the same elements; what cannot be opened stays readable as it was.
 */
export function NotulaEditor(props: NotulaEditorProps) {
  const { documentId, person, words, onSave, onPresence, onNews } = props
  const opening = useBetweenPresses(useLiveDocument(documentId, person.id, props.journalKey))
  const live = opening.kind === 'open' ? opening.live : null
  const readTo = useRef<number | null>(null)

  useEffect(() => {
    if (!live || !onSave) return
    const tell = () => onSave(live.save.get())
    tell()
    return live.save.subscribe(tell)
  }, [live, onSave])
  useEffect(() => {
    if (!live || !onPresence) return
    const tell = () => onPresence(live.presence.get())
    tell()
    return live.presence.subscribe(tell)
  }, [live, onPresence])

  useEffect(() => {
    if (!live || !onNews) return
    const edited = () => onNews('edited')
    const quiet = live.noted.subscribe(() => onNews('noted'))
    live.doc.on('update', edited)
    return () => {
      quiet()
      live.doc.off('update', edited)
    }
  }, [live, onNews])

  if (opening.kind !== 'open') {
    const said = words.t(opening.kind === 'failed' ? 'editor.open-failed' : 'editor.loading')
    return (
      <Opening said={said} readTo={readTo}>
        {props.placeholder}
      </Opening>
    )
  }
  return (
    <NotulaDesk
      live={opening.live}
      replacement={opening.replacement}
      readTo={readTo}
      words={words}
      directory={{ opds: props.opds, people: props.people, indicators: props.indicators }}
      self={person.id}
      notulisId={props.notulisId}
      canWrite={props.canWrite}
      writableItems={props.writableItems}
      plannedMinutes={props.plannedMinutes}
      itemNote={props.itemNote}
      Unsent={props.Unsent}
      SignInAgain={props.SignInAgain}
      {...(props.remarks ? { remarks: props.remarks } : {})}
      {...(props.work ? { work: props.work } : {})}
      {...(props.figures ? { figures: props.figures } : {})}
      {...(props.onIndicator ? { onIndicator: props.onIndicator } : {})}
    />
  )
}
