import { Button, buttonClass, Card, Notice } from '@mufakat/ui'
import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { FieldErrors } from '~/frame/field-errors'
import { NikConfirm } from '~/frame/nik-confirm'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'

/** A form that is sent as a whole and comes back with what was typed; who was too late is told so, and may send it again. */
export function TypedForm({
  back,
  answer,
  revision,
  children,
}: {
  /** Where one goes who leaves it. */
  back: string
  answer: { readonly errors: FormErrors; readonly revision: number } | undefined
  /** Of what it edits, as it stands now; left out: it is new. */
  revision?: number
  children: ReactNode
}) {
  const words = useAllWords()
  const isConflict = answer?.errors.form === 'conflict'
  return (
    <Card className="p-4 sm:p-5">
      <form method="post" noValidate className="grid gap-6">
        {isConflict && (
          <Notice tone="warn" icon={TriangleAlert} role="alert">
            {words.t('target.conflict')}{' '}
            <a href={back} target="_blank" rel="noreferrer">
              {words.t('target.conflict.look')}
            </a>
          </Notice>
        )}
        {/* Who has been told of the other change may decide. */}
        {revision !== undefined && (
          <input type="hidden" name="revision" value={answer && !isConflict ? answer.revision : revision} />
        )}
        <FieldErrors errors={isConflict ? null : answer?.errors}>
          {children}
          <NikConfirm />
        </FieldErrors>
        <div className="flex gap-3">
          <Button type="submit">{words.t('action.save')}</Button>
          <a href={back} className={buttonClass('quiet')}>
            {words.t('action.cancel')}
          </a>
        </div>
      </form>
    </Card>
  )
}
