import type { TableName, TableReview } from '@mufakat/services'
import { Notice } from '@mufakat/ui'
import { CircleCheckBig, TriangleAlert } from 'lucide-react'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import { UploadCard } from '~/impor/upload-card'
import { TableFiles } from '~/organisasi/table-files'
import type { FormErrors } from '~/request/guard.server'
import { TableReviewCard } from './table-review-card'

interface TablePageProps {
  readonly table: TableName
  /** How many rows were written just now. */
  readonly done: number | null
  readonly answer: { readonly errors: FormErrors | null; readonly review: TableReview | null } | undefined
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
      {answer?.review && <TableReviewCard review={answer.review} />}
      <UploadCard
        action={`/admin/impor/${table}`}
        help={words.t('tabel.file.help')}
        errors={isConflict ? null : answer?.errors}
      >
        <div className="border-t border-line p-4 sm:p-5">
          <TableFiles table={table} />
        </div>
      </UploadCard>
    </div>
  )
}
