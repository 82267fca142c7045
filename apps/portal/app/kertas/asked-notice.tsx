import type { PaperView } from '@mufakat/services'
import { buttonClass, Notice } from '@mufakat/ui'
import { CircleAlert, CircleCheckBig, Download, Hourglass } from 'lucide-react'
import type { ReactNode } from 'react'
import { useAllWords } from '~/frame/words'
import { Progress } from './progress'

interface AskedNoticeProps {
  readonly paper: PaperView
  /** Where it lies once it is ready. */
  readonly at: string
  readonly ready: string
  readonly failed: string
  readonly waiting: string
  /** Told below how far it is. */
  readonly children?: ReactNode
}

/** What became of the paper that was asked for. */
export function AskedNotice({ paper, at, ready, failed, waiting, children }: AskedNoticeProps) {
  const words = useAllWords()
  switch (paper.state) {
    case 'ready':
      return (
        <Notice tone="success" icon={CircleCheckBig} role="status">
          <div className="flex flex-wrap items-center justify-between gap-3">
            {ready}
            <a href={at} className={buttonClass('secondary', 'sm')}>
              <Download aria-hidden />
              {words.t('kertas.download.short')}
            </a>
          </div>
        </Notice>
      )
    case 'failed':
      return (
        <Notice tone="danger" icon={CircleAlert} role="alert">
          {failed}
        </Notice>
      )
    default:
      return (
        <Notice tone="info" icon={Hourglass} role="status">
          <div className="grid gap-2">
            {waiting}
            <Progress paper={paper} />
            {children}
          </div>
        </Notice>
      )
  }
}
