import './editor.css'
import type { Words } from '@mufakat/i18n'
import { type LiveDocument, openLiveDocument, type Present, type SaveState } from '@mufakat/live'
import { type ComponentType, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { DirectoryPerson, Opd, SignInAgainProps, UnsentProps } from './desk/desk'
import { NotulaDesk } from './desk/notula-desk'

export interface NotulaEditorProps {
  documentId: string
  rapatId: string
  person: { id: string; name: string; opd: string | null }
  words: Words
  opds: readonly Opd[]
  people: readonly DirectoryPerson[]
  notulisId: string | null
  canWrite: boolean
  /** Key of the journal in this browser, from the server; the page does not wait for it. */
  journalKey: () => Promise<CryptoKey>
  /** Planned length of the rapat, minutes; the agenda's sum is held against it. */
  plannedMinutes: number | null
  /** The server's view of the same text, shown until the document has loaded whole. */
  placeholder: ReactNode
  /** What is kept here of this person's text and nowhere else; nothing when there is nothing. */
  Unsent: ComponentType<UnsentProps>
  /** The form to sign in again, over the page. */
  SignInAgain: ComponentType<SignInAgainProps>
  onSave?: (state: SaveState) => void
  onPresence?: (present: readonly Present[]) => void
}

type Opening = { kind: 'opening' } | { kind: 'open'; live: LiveDocument } | { kind: 'failed' }

function useLiveDocument(
  documentId: string,
  personId: string,
  journalKey: () => Promise<CryptoKey>,
): Opening {
  const [opening, setOpening] = useState<Opening>({ kind: 'opening' })
  const keyOf = useRef(journalKey)
  keyOf.current = journalKey
  useEffect(() => {
    const live = openLiveDocument({ url: '', documentId, personId, key: () => keyOf.current() })
    let current = true
    live.ready.then(
      () => {
        if (current) setOpening({ kind: 'open', live })
      },
      () => {
        if (current) setOpening({ kind: 'failed' })
      },
    )
    return () => {
      current = false
      setOpening({ kind: 'opening' })
      void live.close()
    }
  }, [documentId, personId])
  return opening
}

/**
 * The live notula of one rapat. Shows `placeholder` until the whole document is there, then takes over in the same
 * box with the same elements; what cannot be opened stays readable as it was.
 */
export function NotulaEditor(props: NotulaEditorProps) {
  const { documentId, person, words, opds, people, onSave, onPresence } = props
  const opening = useLiveDocument(documentId, person.id, props.journalKey)
  const directory = useMemo(() => ({ opds, people }), [opds, people])
  const live = opening.kind === 'open' ? opening.live : null

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

  if (!live) {
    return (
      <div className="nt-desk">
        <div className="nt-bar nt-bar-live">
          <p role="status" className="nt-opening">
            {words.t(opening.kind === 'failed' ? 'editor.open-failed' : 'editor.loading')}
          </p>
        </div>
        {props.placeholder}
      </div>
    )
  }
  return (
    <NotulaDesk
      live={live}
      words={words}
      directory={directory}
      self={person.id}
      notulisId={props.notulisId}
      canWrite={props.canWrite}
      plannedMinutes={props.plannedMinutes}
      Unsent={props.Unsent}
      SignInAgain={props.SignInAgain}
    />
  )
}
