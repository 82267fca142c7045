import type { LetterView, PersonRef } from '@mufakat/services'
import { Button, buttonClass, Card, CardHead, classes, describe, Field, Select, Textarea } from '@mufakat/ui'
import { Form } from '@remix-run/react'
import { ChevronLeft } from 'lucide-react'
import { TextField } from '~/admin/text-field'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { NikConfirm } from '~/frame/nik-confirm'
import { useAllWords } from '~/frame/words'
import { useRapat } from '~/rapat/rapat-context'
import type { FormErrors } from '~/request/guard.server'
import type { TypedLetter } from './form.server'

export interface LetterFormPageProps {
  letter: LetterView
  people: readonly PersonRef[]
  answer: { typed: TypedLetter; errors: FormErrors } | null
}

function LongField({
  name,
  value,
  help,
}: {
  name: 'basis' | 'note' | 'copies'
  value: string
  help?: string
}) {
  const words = useAllWords()
  const error = useFieldErrors()(name)
  return (
    <Field
      id={name}
      label={words.t(`undangan.field.${name}`)}
      help={help}
      error={error}
      className="sm:col-span-2"
    >
      <Textarea {...describe(name, { error, help })} name={name} rows={3} defaultValue={value} />
    </Field>
  )
}

function Fields({ values, people }: { values: Omit<TypedLetter, 'nik'>; people: readonly PersonRef[] }) {
  const words = useAllWords()
  const error = useFieldErrors()
  const line = (name: 'number' | 'nature' | 'attachments' | 'subject' | 'signerTitle' | 'signerRank') => ({
    name,
    label: words.t(`undangan.field.${name}`),
    defaultValue: values[name],
    autoComplete: 'off',
  })
  return (
    <>
      <TextField {...line('number')} maxLength={100} />
      <TextField
        name="letterDate"
        type="date"
        label={words.t('undangan.field.letterDate')}
        defaultValue={values.letterDate}
      />
      <TextField {...line('nature')} maxLength={60} />
      <TextField {...line('attachments')} maxLength={100} />
      <TextField {...line('subject')} maxLength={300} className="sm:col-span-2" />
      <LongField name="basis" value={values.basis} help={words.t('undangan.field.basis.help')} />
      <LongField name="note" value={values.note} />
      <Field
        id="signerId"
        label={words.t('undangan.field.signerId')}
        error={error('signerId')}
        className="sm:col-span-2"
      >
        <Select
          {...describe('signerId', { error: error('signerId') })}
          name="signerId"
          defaultValue={values.signerId}
        >
          <option value="">{words.t('undangan.field.signerId.none')}</option>
          {people.map(person => (
            <option key={person.id} value={person.id}>
              {[person.name, person.jabatan].filter(Boolean).join(' – ')}
            </option>
          ))}
        </Select>
      </Field>
      <TextField {...line('signerTitle')} maxLength={200} help={words.t('undangan.field.signerTitle.help')} />
      <TextField {...line('signerRank')} maxLength={100} />
      <LongField name="copies" value={values.copies} help={words.t('undangan.field.copies.help')} />
    </>
  )
}

/** What the letter says beside the facts of the rapat. */
export function LetterFormPage({ letter, people, answer }: LetterFormPageProps) {
  const words = useAllWords()
  const rapat = useRapat()
  const { signer, copies, letterDate, ...texts } = letter
  const values = answer?.typed ?? {
    ...texts,
    letterDate: letterDate ?? '',
    copies: copies.join('\n'),
    signerId: signer.id ?? '',
    signerTitle: signer.title,
    signerRank: signer.rank,
  }
  return (
    <div className="grid gap-5">
      <a href={`/rapat/${rapat.id}/undangan`} className={classes(buttonClass('quiet', 'sm'), '-ml-3 w-fit')}>
        <ChevronLeft aria-hidden />
        {words.t('undangan.title')}
      </a>
      <Card as="section" aria-labelledby="ubah-surat">
        <CardHead id="ubah-surat" title={words.t('undangan.edit.title')} />
        <Form
          method="post"
          noValidate
          className="grid gap-4 p-4 sm:grid-cols-2 sm:p-5 sm:[&>[role=alert]]:col-span-2"
        >
          <p className="text-sm text-ink-2 sm:col-span-2">{words.t('undangan.edit.lead')}</p>
          <input type="hidden" name="revision" value={values.revision} />
          <FieldErrors errors={answer?.errors}>
            <Fields values={values} people={people} />
            <NikConfirm />
          </FieldErrors>
          <Button type="submit" className="w-fit">
            {words.t('action.save')}
          </Button>
        </Form>
      </Card>
    </div>
  )
}
