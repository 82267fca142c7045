import type { BoardStatus } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import { Button, describe, Field, Input, Select } from '@mufakat/ui'
import { useFetcher, useLocation } from '@remix-run/react'
import { Plus } from 'lucide-react'
import { type FormEvent, useEffect, useRef } from 'react'
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
export function QuickAdd({
  status,
  commandId,
  answer,
  onAdded,
}: {
  status: BoardStatus
  commandId: string
  answer?: AddAnswer | undefined
  onAdded?: (title: string) => void
}) {
  const words = useAllWords()
  const { search } = useLocation()
  const fetcher = useFetcher<AddAnswer>()
  const form = useRef<HTMLFormElement>(null)
  const column = words.t(`status.tl.${status}`)
  const told = fetcher.data ?? (answer?.typed.status === status ? answer : undefined)
  const isBusy = fetcher.state !== 'idle'

  useEffect(() => {
    if (fetcher.state !== 'idle' || !fetcher.data || fetcher.data.errors) return
    const title = form.current?.elements.namedItem('title')
    if (title instanceof HTMLInputElement) {
      title.value = ''
      title.focus()
    }
    onAdded?.(fetcher.data.typed.title)
  }, [fetcher.state, fetcher.data, onAdded])

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isBusy) return
    const filled = new FormData(event.currentTarget)
    filled.set('commandId', newId())
    fetcher.submit(filled, { method: 'post', action: '/tindak-lanjut' })
  }

  return (
    <details open={told?.errors ? true : undefined} className="group">
      <summary
        aria-label={words.t('papan.add.to', { column })}
        className="inline-flex min-h-11 items-center gap-1.5 rounded-md px-2 text-sm font-semibold text-accent-strong hover:bg-neutral-soft pointer-fine:min-h-9"
      >
        <Plus aria-hidden className="size-4" />
        {words.t('papan.add')}
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
        <Button type="submit" size="sm" aria-disabled={isBusy}>
          {words.t('papan.add.submit')}
        </Button>
      </form>
    </details>
  )
}
