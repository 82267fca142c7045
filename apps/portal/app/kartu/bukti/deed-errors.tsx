import { Notice } from '@mufakat/ui'
import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { FieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'
import type { DeedAnswer } from '../deed'

/** What went wrong with a form of a card, around its fields; that somebody else was quicker is told in words of its own. */
export function DeedErrors({
  answer,
  children = null,
}: {
  answer: DeedAnswer | undefined
  children?: ReactNode
}) {
  const words = useAllWords()
  const errors = answer?.errors
  const isLate = errors?.form === 'conflict'
  return (
    <FieldErrors errors={isLate ? { ...errors, form: null } : errors}>
      {isLate && (
        <Notice tone="danger" icon={CircleAlert} role="alert">
          {words.t('bukti.conflict')}
        </Notice>
      )}
      {children}
    </FieldErrors>
  )
}
