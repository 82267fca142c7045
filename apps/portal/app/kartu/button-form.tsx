import { newId } from '@mufakat/kernel'
import { useToast } from '@mufakat/ui'
import { useFetcher } from '@remix-run/react'
import { type FormEvent, type ReactNode, useEffect } from 'react'
import { useAllWords } from '~/frame/words'
import { useCard } from './card-context'
import type { CardAnswer } from './card-form.server'
import type { FormName } from './form-names'

/** A form of buttons alone: what they say is sent at once, and what hinders it is said at the foot of the page. */
export function ButtonForm({
  name,
  fields = {},
  className,
  children,
}: {
  name: FormName
  fields?: Readonly<Record<string, string>>
  className?: string
  children: ReactNode
}) {
  const words = useAllWords()
  const { commandId } = useCard()
  const fetcher = useFetcher<CardAnswer>()
  const toast = useToast()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer
  useEffect(() => {
    const errors = fetcher.state === 'idle' ? fetcher.data?.errors : null
    if (!errors) return
    const [key] = Object.values(errors.fields)
    const general = words.lookup(`error.${errors.form}`, '')
    const text = key === undefined ? general : words.lookup(`field.${key.replace(/^field\./, '')}`, general)
    toast({ text, tone: 'danger' })
  }, [fetcher.state, fetcher.data])
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const filled = new FormData(event.currentTarget, submitter)
    filled.set('commandId', newId())
    fetcher.submit(filled, { method: 'post' })
  }
  return (
    <form method="post" onSubmit={send} className={className}>
      <input type="hidden" name="maksud" value={name} />
      <input type="hidden" name="commandId" value={commandId} />
      {Object.entries(fields).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {children}
    </form>
  )
}
