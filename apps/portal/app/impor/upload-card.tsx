import { Button, Card, CardHead, describe, Field } from '@mufakat/ui'
import { FileSearch } from 'lucide-react'
import type { ReactNode } from 'react'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'

function FileField({ help }: { help: string }) {
  const words = useAllWords()
  const error = useFieldErrors()('file')
  return (
    <Field id="file" label={words.t('tabel.file')} help={help} error={error}>
      <input
        {...describe('file', { error, help })}
        type="file"
        name="file"
        accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        className="min-h-11 w-full rounded-md border border-line-strong bg-surface p-2 text-sm"
      />
    </Field>
  )
}

/** Where a file is handed in, to be looked at first. */
export function UploadCard({
  action,
  help,
  errors,
  children,
}: {
  /** The page's own address without more: what was done before is not told again. */
  action: string
  help: string
  errors: FormErrors | null | undefined
  children?: ReactNode
}) {
  const words = useAllWords()
  return (
    <Card as="section" aria-labelledby="unggah">
      <CardHead id="unggah" title={words.t('tabel.upload')} />
      <form
        method="post"
        action={action}
        encType="multipart/form-data"
        noValidate
        className="grid gap-5 p-4 sm:p-5"
      >
        <FieldErrors errors={errors}>
          <FileField help={help} />
        </FieldErrors>
        <Button type="submit" name="maksud" value="periksa" className="w-fit">
          <FileSearch aria-hidden />
          {words.t('tabel.check')}
        </Button>
      </form>
      {children}
    </Card>
  )
}
