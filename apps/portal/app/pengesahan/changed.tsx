import { buttonClass, Notice } from '@mufakat/ui'
import { RotateCw, TriangleAlert } from 'lucide-react'
import { useAllWords } from '~/frame/words'

/** What was on screen is no longer what there is: nothing was stored, and the page is to be looked at anew. */
export function Changed({ text, to }: { text: 'sahkan.changed' | 'koreksi.changed'; to: string }) {
  const words = useAllWords()
  return (
    <Notice tone="warn" icon={TriangleAlert} role="alert">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <span>{words.t(text)}</span>
        <a href={to} className={buttonClass('secondary', 'sm')}>
          <RotateCw aria-hidden />
          {words.t('sahkan.reload')}
        </a>
      </div>
    </Notice>
  )
}
