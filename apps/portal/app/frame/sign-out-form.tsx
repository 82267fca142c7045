import { Form } from '@remix-run/react'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'

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
  const [question, setQuestion] = useState<ReactNode>(null)
  const leave = () => form.current?.submit()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    import('~/journal/sign-out-question')
      .then(({ signOutQuestion }) => signOutQuestion(personId, () => setQuestion(null), leave))
      .then(asked => (asked === null ? leave() : setQuestion(asked)), leave)
  }
  return (
    <>
      <Form ref={form} method="post" action={action} reloadDocument className={className} onSubmit={submit}>
        {children}
      </Form>
      {question}
    </>
  )
}
