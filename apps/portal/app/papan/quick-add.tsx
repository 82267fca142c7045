import type { BoardStatus } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import { Button, describe, Field, Input, Select, useToast } from '@mufakat/ui'
import { useFetcher, useLocation } from '@remix-run/react'
import { Plus } from 'lucide-react'
import { type FormEvent, memo, useEffect, useRef } from 'react'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { NikConfirm } from '~/frame/nik-confirm'
import { useAllWords } from '~/frame/words'
import type { AddAnswer } from './add-form.server'
import { useNames } from './board-names'

function Fields({ id, typed }: { id: string; typed: AddAnswer['typed'] | undefined }) {
  const words = useAllWords()
  const { opd, rights } = useNames()
  const errorOf = useFieldErrors()
  const [title, owner] = [errorOf('title'), errorOf('ownerOpdId')]
  return (
    <>
      <Field id={`${id}-title`} label={words.t('papan.add.title')} error={title}>
        <Input
          {...describe(`${id}-title`, { error: title })}
          name="title"
          required
          maxLength={500}
          autoComplete="off"
          defaultValue={typed?.title}
        />
      </Field>
      {rights.createsAll ? (
        <Field id={`${id}-opd`} label={words.t('papan.add.opd')} error={owner}>
          <Select
            {...describe(`${id}-opd`, { error: owner })}
            name="ownerOpdId"
            required
            defaultValue={typed?.ownerOpdId ?? rights.ownOpdIds[0] ?? ''}
          >
            <option value="">{words.t('papan.add.opd.choose')}</option>
            {opd
              .filter(({ active }) => active)
              .map(one => (
                <option key={one.id} value={one.id}>
                  {one.shortName}
                </option>
              ))}
          </Select>
        </Field>
      ) : (
        <input type="hidden" name="ownerOpdId" value={rights.ownOpdIds[0] ?? ''} />
      )}
      <NikConfirm />
    </>
  )
}

/** Adds a card to a column: a title and Enter, again and again. What was typed stays when it is refused. */
export const QuickAdd = memo(function QuickAdd({
  status,
  commandId,
  answer,
}: {
  status: BoardStatus
  commandId: string
  answer?: AddAnswer | undefined
}) {
  const words = useAllWords()
  const { search } = useLocation()
  const fetcher = useFetcher<AddAnswer>()
  const toast = useToast()
  const form = useRef<HTMLFormElement>(null)
  /** Sent one after the other: the next title is typed while the last one is on its way. */
  const waiting = useRef<FormData[]>([])
  const column = words.t(`status.tl.${status}`)
  const told = fetcher.data ?? (answer?.typed.status === status ? answer : undefined)

  const titleBox = () => {
    const box = form.current?.elements.namedItem('title')
    return box instanceof HTMLInputElement ? box : null
  }
  const sendNext = () => {
    const next = waiting.current.shift()
    if (next !== undefined) fetcher.submit(next, { method: 'post', action: '/tindak-lanjut' })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again when an answer has come, and then alone
  useEffect(() => {
    if (fetcher.state !== 'idle' || !fetcher.data) return
    const { errors, typed } = fetcher.data
    const box = titleBox()
    // What was refused comes back, unless something else is being typed.
    if (errors && box?.value === '') box.value = typed.title
    if (!errors) toast({ text: words.t('papan.added', { title: typed.title }) })
    sendNext()
  }, [fetcher.state, fetcher.data])

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const filled = new FormData(event.currentTarget)
    filled.set('commandId', newId())
    waiting.current.push(filled)
    const box = titleBox()
    if (box) box.value = ''
    box?.focus()
    if (fetcher.state === 'idle') sendNext()
  }

  return (
    <details open={told?.errors ? true : undefined} className="group">
      <summary
        aria-label={words.t('papan.add.to', { column })}
        className="inline-flex min-h-11 items-center gap-1.5 rounded-md px-2 text-sm font-semibold text-accent-strong hover:bg-neutral-soft pointer-fine:min-h-9"
      >
        <Plus aria-hidden className="size-4" />
        <span className="sm:max-2xl:sr-only">{words.t('papan.add')}</span>
      </summary>
      <form
        ref={form}
        method="post"
        action={`/tindak-lanjut${search}`}
        onSubmit={send}
        aria-label={words.t('papan.add.to', { column })}
        className="absolute inset-x-1 z-10 grid gap-2 rounded-md border border-line bg-surface p-3 shadow-2"
      >
        <input type="hidden" name="status" value={status} />
        <input type="hidden" name="commandId" value={commandId} />
        <FieldErrors errors={told?.errors}>
          <Fields id={`tambah-${status}`} typed={told?.errors ? told.typed : undefined} />
        </FieldErrors>
        <Button type="submit" size="sm">
          {words.t('papan.add.submit')}
        </Button>
      </form>
    </details>
  )
})
