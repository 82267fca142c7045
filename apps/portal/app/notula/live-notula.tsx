import type { NotulaEditorProps } from '@mufakat/editor'
import type { RemarkList } from '@mufakat/services'
import { lazy, type ReactNode, Suspense } from 'react'
import { useHydrated } from '~/frame/hydrated'
import { loadAllWords } from '~/journal/all-words'

type LiveNotulaProps = Omit<
  NotulaEditorProps,
  'words' | 'journalKey' | 'Unsent' | 'SignInAgain' | 'remarks'
> & { remarks: RemarkList | null }

/** The editor and its words come only where somebody writes; until then the page is read. */
const Editor = lazy(async () => {
  const [{ RemarksDesk }, { fetchJournalKey }, { UnsentPanel }, { SignInAgain }, words] = await Promise.all([
    import('~/komentar/remarks-desk'),
    import('~/journal/journal-key'),
    import('~/journal/unsent-panel'),
    import('~/journal/sign-in-again'),
    loadAllWords(),
  ])
  return {
    default: (props: LiveNotulaProps) => (
      <RemarksDesk
        {...props}
        words={words}
        journalKey={() => fetchJournalKey(props.person.id)}
        Unsent={UnsentPanel}
        SignInAgain={SignInAgain}
      />
    ),
  }
})

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
  const hydrated = useHydrated()
  const waiting = <Waiting>{props.placeholder}</Waiting>
  if (!hydrated) return waiting
  return (
    <Suspense fallback={waiting}>
      <Editor {...props} />
    </Suspense>
  )
}
