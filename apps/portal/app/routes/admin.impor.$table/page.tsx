import type { TableName, TableReview } from '@mufakat/services'
import { Button, Card, CardHead, describe, Field, Notice } from '@mufakat/ui'
import { CircleCheckBig, FileSearch, TriangleAlert } from 'lucide-react'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import { TableFiles } from '~/organisasi/table-files'
import type { FormErrors } from '~/request/guard.server'
import { ReviewCard } from './review-card'

interface TablePageProps {
  readonly table: TableName
  /** How many rows were written just now. */
  readonly done: number | null
  readonly answer: { readonly errors: FormErrors | null; readonly review: TableReview | null } | undefined
}

function FileField() {
  const words = useAllWords()
  const error = useFieldErrors()('file')
  const help = words.t('tabel.file.help')
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

export function TablePage({ table, done, answer }: TablePageProps) {
  const words = useAllWords()
  const name = words.t(`tabel.name.${table}`)
  const isConflict = answer?.errors?.form === 'conflict'
  return (
    <div className="grid max-w-5xl gap-6">
      <PageHead
        title={words.t('tabel.open', { name })}
        lead={words.t(`tabel.about.${table}`)}
        back={{ to: '/admin/impor', label: words.t('tabel.title') }}
      />
      {done !== null && !answer && (
        <Notice tone="success" icon={CircleCheckBig} role="status">
          {words.t('tabel.done', { n: done })}
        </Notice>
      )}
      {isConflict && (
        <Notice tone="warn" icon={TriangleAlert} role="alert">
          {words.t('tabel.conflict')}
        </Notice>
      )}
      {answer?.review && <ReviewCard review={answer.review} />}
      <Card as="section" aria-labelledby="unggah">
        <CardHead id="unggah" title={words.t('tabel.upload')} />
        {/* Back to its own address: what was done before is not told again. */}
        <form
          method="post"
          action={`/admin/impor/${table}`}
          encType="multipart/form-data"
          noValidate
          className="grid gap-5 p-4 sm:p-5"
        >
          <FieldErrors errors={isConflict ? null : answer?.errors}>
            <FileField />
          </FieldErrors>
          <Button type="submit" name="maksud" value="periksa" className="w-fit">
            <FileSearch aria-hidden />
            {words.t('tabel.check')}
          </Button>
        </form>
        <div className="border-t border-line p-4 sm:p-5">
          <TableFiles table={table} />
        </div>
      </Card>
    </div>
  )
}
