import type { NotulaEditorProps } from '@mufakat/editor'
import type { RemarkList } from '@mufakat/services'
import { useBetweenPresses } from '@mufakat/ui'
import { type ReactNode, useEffect, useState } from 'react'
import { loadAllWords } from '~/journal/all-words'

type LiveNotulaProps = Omit<
  NotulaEditorProps,
  'words' | 'journalKey' | 'Unsent' | 'SignInAgain' | 'remarks'
> & { remarks: RemarkList | null }

/** The editor and its words come only where somebody writes; until then the page is read. */
async function loadEditor() {
  const [{ RemarksDesk }, { fetchJournalKey }, { UnsentPanel }, { SignInAgain }, words] = await Promise.all([
    import('~/komentar/remarks-desk'),
    import('~/journal/journal-key'),
    import('~/journal/unsent-panel'),
    import('~/journal/sign-in-again'),
    loadAllWords(),
  ])
  return { RemarksDesk, fetchJournalKey, UnsentPanel, SignInAgain, words }
}

type Loaded = { readonly parts: Awaited<ReturnType<typeof loadEditor>> } | { readonly failure: unknown }

/** The place of the editor's bar, kept free from the first paint on, so that its coming moves nothing. */
function Waiting({ children }: { children: ReactNode }) {
  return (
    <div className="nt-desk">
      <div className="nt-bar nt-bar-live screen-only" />
      {children}
    </div>
  )
}

export function LiveNotula(props: LiveNotulaProps) {
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  useEffect(() => {
    let isGone = false
    loadEditor().then(
      parts => isGone || setLoaded({ parts }),
      (failure: unknown) => isGone || setLoaded({ failure }),
    )
    return () => {
      isGone = true
    }
  }, [])
  const shown = useBetweenPresses(loaded)
  if (shown === null) return <Waiting>{props.placeholder}</Waiting>
  // Told by the page's own boundary, as a failure of drawing is.
  if ('failure' in shown) throw shown.failure
  const { RemarksDesk, fetchJournalKey, UnsentPanel, SignInAgain, words } = shown.parts
  return (
    <RemarksDesk
      {...props}
      words={words}
      journalKey={() => fetchJournalKey(props.person.id)}
      Unsent={UnsentPanel}
      SignInAgain={SignInAgain}
    />
  )
}
