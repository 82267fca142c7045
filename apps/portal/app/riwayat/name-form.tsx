import { Button, describe, Field, Input } from '@mufakat/ui'
import { Form, useActionData, useNavigation } from '@remix-run/react'
import { Bookmark } from 'lucide-react'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { NikConfirm } from '~/frame/nik-confirm'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'

function NameField() {
  const words = useAllWords()
  const error = useFieldErrors()('name')
  const typed = useActionData<{ name?: string }>()?.name
  return (
    <Field id="name" label={words.t('versi.name')} error={error} className="min-w-56 flex-1">
      <Input
        name="name"
        maxLength={120}
        required
        autoComplete="off"
        defaultValue={typed}
        {...describe('name', { error })}
      />
    </Field>
  )
}

/** Gives what the notula is now a name to come back to. */
export function NameForm({ errors }: { errors: FormErrors | undefined }) {
  const words = useAllWords()
  const busy = useNavigation().state !== 'idle'
  return (
    <Form
      method="post"
      className="screen-only grid gap-3 border-b border-line px-4 py-4 sm:px-5"
      preventScrollReset
    >
      <input type="hidden" name="maksud" value="simpan" />
      <FieldErrors errors={errors}>
        <div className="flex flex-wrap items-end gap-3">
          <NameField />
          <Button type="submit" kind="secondary" disabled={busy}>
            <Bookmark aria-hidden />
            {words.t('versi.save')}
          </Button>
        </div>
        <NikConfirm />
      </FieldErrors>
    </Form>
  )
}
