import type { ValueRefusal, ValueReview } from '@mufakat/services'
import { Notice } from '@mufakat/ui'
import { CircleCheckBig, ShieldAlert, TriangleAlert } from 'lucide-react'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import { UploadCard } from '~/impor/upload-card'
import type { FormErrors } from '~/request/guard.server'
import { ExportCard } from './export-card'
import { ValueReviewCard } from './value-review-card'

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
      {answer?.review && <ValueReviewCard review={answer.review} />}
      <UploadCard
        action="/target/impor"
        help={words.t('impor-nilai.file.help')}
        errors={isConflict ? null : answer?.errors}
      />
      <ExportCard choices={choices} />
    </div>
  )
}
