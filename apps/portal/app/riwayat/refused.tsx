import type { ErrorCode } from '@mufakat/kernel'
import { Notice } from '@mufakat/ui'
import { Lock, TriangleAlert } from 'lucide-react'
import { useAllWords } from '~/frame/words'

/** Why nothing was brought back. */
export function Refused({ code }: { code: ErrorCode }) {
  const words = useAllWords()
  const isClosed = code === 'document-closed'
  return (
    <Notice
      tone={isClosed ? 'warn' : 'danger'}
      icon={isClosed ? Lock : TriangleAlert}
      role="alert"
      className="screen-only mb-4"
    >
      {words.lookup(`versi.refused.${code}`, words.t(`error.${code}`))}
    </Notice>
  )
}
