import type { ErrorCode } from '@mufakat/kernel'
import type { RapatDetail } from '@mufakat/services'
import { buttonClass, Menu, menuItemClass, useToast } from '@mufakat/ui'
import { useFetcher } from '@remix-run/react'
import { ChevronDown, CircleDot } from 'lucide-react'
import { useEffect } from 'react'
import { useWords } from '~/frame/words'

/** Where the rapat can go from here; a form each, so that it works without script. */
export function StatusMenu({ rapat }: { rapat: RapatDetail }) {
  const words = useWords()
  const toast = useToast()
  const fetcher = useFetcher<{ code: ErrorCode | null; status: string }>()
  const answer = fetcher.data

  useEffect(() => {
    if (!answer) return
    if (answer.code === 'invalid-input') {
      toast({ text: words.t('rapat.status.needs-date'), tone: 'danger' })
    } else if (answer.code) {
      toast({ text: words.t(`error.${answer.code}`), tone: 'danger' })
    } else {
      toast({
        text: words.t('rapat.status.changed', {
          status: words.lookup(`status.rapat.${answer.status}`, answer.status),
        }),
      })
    }
  }, [answer, toast, words])

  return (
    <Menu
      summaryClass={buttonClass('secondary', 'sm')}
      summary={
        <>
          {words.t('rapat.status.change')}
          <ChevronDown aria-hidden />
        </>
      }
    >
      <fetcher.Form method="post" action={`/rapat/${rapat.id}/status`}>
        {rapat.allowed.setStatus.map(status => (
          <button
            key={status}
            type="submit"
            name="status"
            value={status}
            data-menu-item
            className={menuItemClass}
          >
            <CircleDot aria-hidden className="text-ink-2" />
            {words.t('rapat.status.to', { status: words.t(`status.rapat.${status}`) })}
          </button>
        ))}
      </fetcher.Form>
    </Menu>
  )
}
