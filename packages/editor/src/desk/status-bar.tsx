import type { LiveDocument } from '@mufakat/live'
import {
  Check,
  CloudOff,
  Crosshair,
  LoaderCircle,
  Lock,
  MessageSquarePlus,
  TriangleAlert,
} from 'lucide-react'
import { type ComponentType, useCallback, useEffect, useState } from 'react'
import { useFollow } from '../people/follow'
import { PresentList } from '../people/present-list'
import { remarkOnSelection } from '../remarks/point'
import type { SignInAgainProps } from './desk'
import { useDesk, useValue } from './hooks'
import { saveWords } from './save-words'
import { Toolbar } from './toolbar'
import { useShownSave } from './use-save'

const ICONS = { calm: Check, busy: LoaderCircle, warn: CloudOff, bad: TriangleAlert }

function SaveLine({ live }: { live: LiveDocument }) {
  const desk = useDesk()
  const save = useShownSave(live.save)
  const { text, help, tone } = saveWords(save, desk.words)
  const Icon = save.kind === 'read-only' ? Lock : ICONS[tone]
  return (
    <div className={`nt-save nt-save-${tone}`} data-save={save.kind}>
      <Icon aria-hidden size={16} />
      <span role="status" aria-live="polite" aria-atomic="true" title={help ?? undefined}>
        {text}
        {help !== null && <span className="nt-unseen">. {help}</span>}
      </span>
    </div>
  )
}

/** What must be done when saving does not work; beside the text, not in a tooltip. */
export function SaveHelp({
  live,
  SignInAgain,
}: {
  live: LiveDocument
  SignInAgain: ComponentType<SignInAgainProps>
}) {
  const desk = useDesk()
  const { words, doc } = desk
  const save = useValue(live.save)
  const [asks, setAsks] = useState(false)
  const isSignedOut = save.kind === 'signed-out'
  // Asked at once: until then nothing more can be written.
  useEffect(() => setAsks(isSignedOut), [isSignedOut])
  const { help, tone } = saveWords(save, words)
  if (help === null) return null
  return (
    <div className={`nt-save-help nt-save-${tone}`}>
      <p aria-hidden="true">{help}</p>
      {save.kind === 'failed' && (
        <div>
          <button
            type="button"
            className="nt-button"
            onClick={() => {
              void import('@mufakat/doc-model').then(({ itemPlainText, readNotula }) => {
                const text = readNotula(doc)
                  .items.map(item => `${item.title}\n${itemPlainText(item)}`)
                  .join('\n\n')
                return navigator.clipboard.writeText(text)
              })
            }}
          >
            {words.t('editor.copy-unsaved')}
          </button>
          <button type="button" className="nt-button nt-button-main" onClick={() => window.location.reload()}>
            {words.t('editor.reload')}
          </button>
        </div>
      )}
      {isSignedOut && (
        <button type="button" className="nt-button nt-button-main" onClick={() => setAsks(true)}>
          {words.t('masuk.again')}
        </button>
      )}
      <SignInAgain
        words={words}
        open={asks && isSignedOut}
        onClose={() => setAsks(false)}
        onSignedIn={() => live.resume()}
        asOther={isSignedOut && save.asOther}
      />
    </div>
  )
}

function FollowToggle({ notulisId }: { notulisId: string }) {
  const desk = useDesk()
  const presence = useValue(desk.presence)
  const [on, setOn] = useState(false)
  const stop = useCallback(() => setOn(false), [])
  useFollow(desk, notulisId, on, stop)
  const here = presence.some(present => present.personId === notulisId)
  return (
    <button
      type="button"
      className="nt-follow"
      aria-pressed={on}
      aria-disabled={!here}
      title={here ? undefined : desk.words.t('editor.follow.away')}
      onClick={() => {
        if (here) setOn(!on)
        else desk.spoken.set(desk.words.t('editor.follow.away'))
      }}
    >
      <Crosshair aria-hidden size={16} />
      <span>{desk.words.t('editor.follow')}</span>
    </button>
  )
}

/** For who writes and who only reads alike. */
function RemarkButton() {
  const desk = useDesk()
  const label = desk.words.t('editor.remark')
  return (
    <button
      type="button"
      className="nt-follow"
      title={`${label} (Ctrl+Alt+M)`}
      // What is selected stays selected, and a phone keeps its keyboard.
      onMouseDown={event => event.preventDefault()}
      onClick={() => remarkOnSelection(desk)}
    >
      <MessageSquarePlus aria-hidden size={16} />
      <span>{label}</span>
    </button>
  )
}

/** Arrivals and departures of others, in one polite sentence. */
function useArrivals(self: string) {
  const desk = useDesk()
  useEffect(() => {
    let known = new Map(desk.presence.get().map(present => [present.personId, present.name]))
    return desk.presence.subscribe(() => {
      const now = new Map(desk.presence.get().map(present => [present.personId, present.name]))
      const said: string[] = []
      for (const [id, name] of now) {
        if (id !== self && !known.has(id)) said.push(desk.words.t('editor.arrived', { name }))
      }
      for (const [id, name] of known) {
        if (id !== self && !now.has(id)) said.push(desk.words.t('editor.left', { name }))
      }
      known = now
      if (said.length > 0) desk.spoken.set(said.join(' '))
    })
  }, [desk, self])
}

/** One line above the notula: tools, who is here, whether it is saved. */
export function StatusBar({
  live,
  self,
  notulisId,
  mayRemark,
}: {
  live: LiveDocument
  self: string
  notulisId: string | null
  mayRemark: boolean
}) {
  const desk = useDesk()
  const presence = useValue(desk.presence)
  const editable = useValue(desk.editable)
  useArrivals(self)
  return (
    <div className="nt-bar nt-bar-live">
      {editable && <Toolbar />}
      <div className="nt-bar-state">
        <SaveLine live={live} />
        <PresentList presence={presence} self={self} words={desk.words} />
        {mayRemark && <RemarkButton />}
        {notulisId !== null && notulisId !== self && <FollowToggle notulisId={notulisId} />}
      </div>
    </div>
  )
}
