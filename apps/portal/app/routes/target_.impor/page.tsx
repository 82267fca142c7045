import type { ValueRefusal, ValueReview } from '@mufakat/services'
import { Button, Card, CardHead, describe, Field, Notice } from '@mufakat/ui'
import { CircleCheckBig, FileSearch, ShieldAlert, TriangleAlert } from 'lucide-react'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'
import { ExportCard } from './export-card'
import { ReviewCard } from './review-card'

/** How far an import is. */
export interface ImportAnswer {
  readonly errors: FormErrors | null
  readonly refusal: ValueRefusal | null
  readonly review: ValueReview | null
}

interface ImportPageProps {
  readonly choices: {
    readonly years: readonly number[]
    readonly indicators: readonly { readonly id: string; readonly name: string }[]
  }
  /** How many values were put in just now. */
  readonly done: number | null
  readonly answer: ImportAnswer | undefined
}

function FileField() {
  const words = useAllWords()
  const error = useFieldErrors()('file')
  const help = words.t('impor-nilai.file.help')
  return (
    <Field id="file" label={words.t('impor-nilai.file')} help={help} error={error}>
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

export function ImportPage({ choices, done, answer }: ImportPageProps) {
  const words = useAllWords()
  const isConflict = answer?.errors?.form === 'conflict'
  return (
    <div className="grid max-w-5xl gap-6">
      <PageHead
        title={words.t('impor-nilai.title')}
        lead={words.t('impor-nilai.lead')}
        back={{ to: '/target', label: words.t('impor-nilai.back') }}
      />
      {done !== null && !answer && (
        <Notice tone="success" icon={CircleCheckBig} role="status">
          {words.t('impor-nilai.done', { n: done })}
        </Notice>
      )}
      {isConflict && (
        <Notice tone="warn" icon={TriangleAlert} role="alert">
          {words.t('impor-nilai.conflict')}
        </Notice>
      )}
      {answer?.refusal && (
        <Notice tone="danger" icon={ShieldAlert} role="alert">
          {words.t(`impor-nilai.refused.${answer.refusal.fault}`, {
            cell: answer.refusal.cell,
            column: answer.refusal.column,
          })}
        </Notice>
      )}
      {answer?.review && <ReviewCard review={answer.review} />}
      <Card as="section" aria-labelledby="unggah">
        <CardHead id="unggah" title={words.t('impor-nilai.upload')} />
        {/* Back to its own address: what was done before is not told again. */}
        <form
          method="post"
          action="/target/impor"
          encType="multipart/form-data"
          noValidate
          className="grid gap-5 p-4 sm:p-5"
        >
          <FieldErrors errors={isConflict ? null : answer?.errors}>
            <FileField />
          </FieldErrors>
          <Button type="submit" name="maksud" value="periksa" className="w-fit">
            <FileSearch aria-hidden />
            {words.t('impor-nilai.check')}
          </Button>
        </form>
      </Card>
      <ExportCard choices={choices} />
    </div>
  )
}
