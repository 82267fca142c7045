import type { OpdRef, ReadBackTindakLanjut } from '@mufakat/services'
import { Button, describe, Field, Input, Select, Textarea } from '@mufakat/ui'
import { useFetcher } from '@remix-run/react'
import { Check, Scale } from 'lucide-react'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { NikConfirm } from '~/frame/nik-confirm'
import { useAllWords } from '~/frame/words'
import { type ReadBackAnswer, Trouble, useSaved } from './saved'

interface AnswerFormProps {
  one: ReadBackTindakLanjut
  action: string
  onSaved: () => void
}

/** What an answer is about, and what its person had before their eyes. */
function About({ one }: { one: ReadBackTindakLanjut }) {
  return (
    <>
      <input type="hidden" name="baris" value={one.lineId} />
      <input type="hidden" name="hash" value={one.hash} />
    </>
  )
}

/** Who said it, asked of who writes it down for them. */
function SaidBy({ one, form }: { one: ReadBackTindakLanjut; form: string }) {
  const words = useAllWords()
  const error = useFieldErrors()('saidBy')
  const id = `${form}-kata-${one.lineId}`
  if (!one.forOthers) return null
  return (
    <Field id={id} label={words.t('bacakan.said-by')} hint={words.t('bacakan.said-by.hint')} error={error}>
      <Input name="saidBy" maxLength={200} {...describe(id, { error })} />
    </Field>
  )
}

export function AcceptForm({ one, action, onSaved }: AnswerFormProps) {
  const words = useAllWords()
  const fetcher = useFetcher<ReadBackAnswer>()
  useSaved(fetcher, onSaved)
  return (
    <fetcher.Form method="post" action={action} noValidate className="grid gap-2">
      <About one={one} />
      <input type="hidden" name="maksud" value="terima" />
      <Trouble errors={fetcher.data?.errors} />
      <FieldErrors errors={fetcher.data?.errors && { ...fetcher.data.errors, form: null }}>
        <SaidBy one={one} form="terima" />
        <NikConfirm />
      </FieldErrors>
      <Button type="submit" busy={fetcher.state !== 'idle'} className="w-fit">
        <Check aria-hidden />
        {words.t(one.forOthers ? 'bacakan.accept.for' : 'bacakan.accept')}
      </Button>
    </fetcher.Form>
  )
}

export function CounterForm({ one, action, opds, onSaved }: AnswerFormProps & { opds: readonly OpdRef[] }) {
  const words = useAllWords()
  const fetcher = useFetcher<ReadBackAnswer>()
  useSaved(fetcher, onSaved)
  return (
    <details>
      <summary className="min-h-11 w-fit content-center text-sm font-semibold text-accent-strong pointer-fine:min-h-9">
        {words.t('bacakan.counter')}
      </summary>
      <fetcher.Form method="post" action={action} noValidate className="grid gap-3 pt-2">
        <About one={one} />
        <input type="hidden" name="maksud" value="tawar" />
        <Trouble errors={fetcher.data?.errors} />
        <FieldErrors errors={fetcher.data?.errors && { ...fetcher.data.errors, form: null }}>
          <SaidBy one={one} form="tawar" />
          <Offer one={one} opds={opds} />
          <NikConfirm />
        </FieldErrors>
        <Button type="submit" kind="secondary" busy={fetcher.state !== 'idle'} className="w-fit">
          <Scale aria-hidden />
          {words.t('bacakan.offer.submit')}
        </Button>
      </fetcher.Form>
    </details>
  )
}

function Offer({ one, opds }: { one: ReadBackTindakLanjut; opds: readonly OpdRef[] }) {
  const words = useAllWords()
  const errorOf = useFieldErrors()
  const idOf = (name: string) => `${name}-${one.lineId}`
  const errors = {
    text: errorOf('text'),
    owner: errorOf('ownerOpdId'),
    tenggat: errorOf('tenggat'),
    reason: errorOf('reason'),
  }
  return (
    <>
      <Field id={idOf('uraian')} label={words.t('bacakan.offer.text')} error={errors.text}>
        <Textarea
          name="text"
          rows={2}
          maxLength={4_000}
          defaultValue={one.text}
          className="min-h-16"
          {...describe(idOf('uraian'), { error: errors.text })}
        />
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field id={idOf('opd')} label={words.t('bacakan.offer.owner')} error={errors.owner}>
          <Select
            name="ownerOpdId"
            defaultValue={one.owner?.id}
            {...describe(idOf('opd'), { error: errors.owner })}
          >
            {opds.map(opd => (
              <option key={opd.id} value={opd.id}>
                {opd.shortName}
              </option>
            ))}
          </Select>
        </Field>
        <Field id={idOf('tenggat')} label={words.t('bacakan.offer.tenggat')} error={errors.tenggat}>
          <Input
            type="date"
            name="tenggat"
            defaultValue={one.tenggat ?? ''}
            {...describe(idOf('tenggat'), { error: errors.tenggat })}
          />
        </Field>
      </div>
      <Field id={idOf('alasan')} label={words.t('bacakan.offer.reason')} error={errors.reason}>
        <Textarea
          name="reason"
          rows={2}
          maxLength={1_000}
          className="min-h-16"
          {...describe(idOf('alasan'), { error: errors.reason })}
        />
      </Field>
    </>
  )
}
