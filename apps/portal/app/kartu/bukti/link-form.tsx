import { Button, describe, Field, Input } from '@mufakat/ui'
import { useFetcher } from '@remix-run/react'
import { Hourglass, Link2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useFieldErrors } from '~/frame/field-errors'
import { NikConfirm } from '~/frame/nik-confirm'
import { useAllWords } from '~/frame/words'
import { CommandId } from '../command-id'
import { answerTo, type DeedAnswer, doneOf } from '../deed'
import type { BuktiSectionProps } from '../part-props'
import { DeedErrors } from './deed-errors'

function Fields({ typed }: { typed: DeedAnswer['typed'] | undefined }) {
  const words = useAllWords()
  const errorOf = useFieldErrors()
  const [title, url] = [errorOf('title'), errorOf('url')]
  return (
    <>
      <Field id="bukti-judul-tautan" label={words.t('bukti.link.title')} error={title}>
        <Input
          {...describe('bukti-judul-tautan', { error: title })}
          name="title"
          required
          maxLength={300}
          autoComplete="off"
          defaultValue={typed?.title}
        />
      </Field>
      <Field id="bukti-alamat" label={words.t('bukti.link.url')} error={url}>
        <Input
          {...describe('bukti-alamat', { error: url })}
          name="url"
          type="url"
          inputMode="url"
          required
          maxLength={2_000}
          autoComplete="off"
          placeholder="https://"
          defaultValue={typed?.url}
        />
      </Field>
      <NikConfirm />
    </>
  )
}

/** Evidence that lies elsewhere, handed in by its address; it may ask for verification in the same step. */
export function LinkForm({ cardId, commandId, answer }: BuktiSectionProps) {
  const words = useAllWords()
  const fetcher = useFetcher<DeedAnswer>()
  const form = useRef<HTMLFormElement>(null)
  const done = doneOf(fetcher.data)
  const told = answerTo(fetcher.data, answer, { maksud: 'tautan' })
  useEffect(() => {
    if (done !== null) form.current?.reset()
  }, [done])
  const isBusy = fetcher.state !== 'idle'
  return (
    <details open={told?.errors ? true : undefined} className="screen-only">
      <summary className="inline-flex min-h-11 items-center gap-2 text-sm font-semibold text-accent-strong">
        <Link2 aria-hidden className="size-4.5" />
        {words.t('bukti.link')}
      </summary>
      <fetcher.Form
        ref={form}
        method="post"
        action={`/tindak-lanjut/${cardId}/bukti`}
        noValidate
        aria-label={words.t('bukti.link')}
        className="grid max-w-xl gap-3 pt-2"
      >
        <input type="hidden" name="maksud" value="tautan" />
        <CommandId base={commandId} done={done} />
        <DeedErrors answer={told}>
          <Fields typed={told?.errors ? told.typed : undefined} />
        </DeedErrors>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" kind="secondary" busy={isBusy}>
            {words.t('bukti.link.submit')}
          </Button>
          <Button type="submit" name="ajukan" value="ya" kind="secondary" busy={isBusy}>
            <Hourglass aria-hidden />
            {words.t('bukti.link.ask')}
          </Button>
        </div>
      </fetcher.Form>
    </details>
  )
}
