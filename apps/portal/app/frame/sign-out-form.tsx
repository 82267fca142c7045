import { Form } from '@remix-run/react'
import { type ComponentProps, type FormEvent, lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import { createPortal } from 'react-dom'

const SignOutDialog = lazy(async () => {
  const [{ SignOutDialog: Dialog }, { loadAllWords }] = await Promise.all([
    import('~/journal/sign-out-dialog'),
    import('~/journal/all-words'),
  ])
  const words = await loadAllWords()
  return {
    default: (props: Omit<ComponentProps<typeof Dialog>, 'words'>) => <Dialog {...props} words={words} />,
  }
})

/** What was just acknowledged is forgotten a moment later: nobody should be asked about that. */
const SETTLE_MS = 600

async function unsentOf(personId: string): Promise<number> {
  const { countWaiting } = await import('@mufakat/live/waiting')
  const { unsent } = await countWaiting(personId)
  if (unsent === 0) return 0
  await new Promise(resolve => setTimeout(resolve, SETTLE_MS))
  return (await countWaiting(personId)).unsent
}

/**
 * A form that ends the session, here or everywhere. With text in this browser that has not reached the server, in
 * whichever tab, it asks first. Without script it is an ordinary form.
 */
export function SignOutForm({
  personId,
  action,
  className,
  children,
}: {
  personId: string
  action: string
  className?: string
  children: ReactNode
}) {
  const form = useRef<HTMLFormElement>(null)
  const [unsent, setUnsent] = useState(0)
  const leave = () => form.current?.submit()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    unsentOf(personId).then(
      n => (n === 0 ? leave() : setUnsent(n)),
      () => leave(),
    )
  }
  return (
    <>
      <Form ref={form} method="post" action={action} reloadDocument className={className} onSubmit={submit}>
        {children}
      </Form>
      {unsent > 0 &&
        createPortal(
          <Suspense>
            <SignOutDialog personId={personId} unsent={unsent} onClose={() => setUnsent(0)} onLeave={leave} />
          </Suspense>,
          document.body,
        )}
    </>
  )
}
