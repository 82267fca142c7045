import type { NotulaContent } from '@mufakat/doc-model'
import type { MessageKey } from '@mufakat/i18n'
import type { RapatDetail } from '@mufakat/services'
import { Empty, Notice } from '@mufakat/ui'
import { Eye, NotebookPen } from 'lucide-react'
import { useWords } from '~/frame/words'
import { NotulaView } from '~/notula/notula-view'
import { useRapat } from '~/rapat/rapat-context'

interface NotulaPageProps {
  content: NotulaContent
  opd: readonly { id: string; shortName: string; name: string }[]
  people: readonly { id: string; name: string; opd: string | null }[]
  now: Date
}

/** Why this person cannot write, in their words; null when they can. */
function readOnlyKey(rapat: RapatDetail): MessageKey | null {
  if (rapat.allowed.write) return null
  if (rapat.status === 'dibatalkan') return 'notula.read-only.dibatalkan'
  if (rapat.notulaState === 'disahkan') return 'notula.read-only.disahkan'
  if (rapat.notulaState === 'diajukan') return 'notula.read-only.diajukan'
  return 'notula.read-only'
}

export function NotulaPage({ content, opd }: NotulaPageProps) {
  const words = useWords()
  const rapat = useRapat()
  const reason = readOnlyKey(rapat)
  return (
    <div className="grid gap-2">
      <h2 className="sr-only print:not-sr-only">{words.t('rapat.tab.notula')}</h2>
      {reason && (
        <Notice tone="neutral" icon={Eye} className="screen-only mb-2">
          {words.lookup(reason, '')}
        </Notice>
      )}
      <div className="nt-bar screen-only" />
      {content.items.length > 0 ? (
        <NotulaView content={content} opd={opd} />
      ) : (
        <Empty icon={NotebookPen} title={words.t('notula.empty')} help={words.t('notula.empty.help')} />
      )}
    </div>
  )
}
