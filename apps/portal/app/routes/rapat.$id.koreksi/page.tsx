import type { KoreksiPage } from '@mufakat/services'
import { buttonClass, Card, Empty, Notice } from '@mufakat/ui'
import { CircleCheck, FilePen, Stamp } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { Changed } from '~/pengesahan/changed'
import { type KoreksiAnswer, KoreksiCard } from '~/pengesahan/koreksi-card'
import { ChooseLines, type Typed, WriteKoreksi } from '~/pengesahan/koreksi-form'
import { useReviewLine } from '~/pengesahan/use-review-line'
import { useRapat } from '~/rapat/rapat-context'

interface KoreksiRouteProps {
  /** Who is here; null: nobody in the room. */
  readonly personId: string | null
  /** Of how far the review was when the page was loaded. */
  readonly mark: string
  readonly page: KoreksiPage
  /** Ids of the lines that were chosen. */
  readonly chosen: readonly string[]
  readonly isChoosing: boolean
  readonly done: string
  readonly answer: (KoreksiAnswer & { readonly typed: Typed }) | undefined
}

/** Lines that stand in what was typed, when the form came back. */
const linesTyped = (typed: Typed | undefined): string[] =>
  Object.keys(typed ?? {}).flatMap(name =>
    name.startsWith('f:') ? [name.slice(2, name.lastIndexOf('.'))] : [],
  )

export function KoreksiRoutePage(props: KoreksiRouteProps) {
  const { page, chosen, isChoosing, done, answer } = props
  const words = useAllWords()
  useReviewLine(props)
  const rapat = useRapat()
  const base = `/rapat/${rapat.id}`
  const said = words.lookup(`koreksi.done.${done}`, '')
  const wanted = new Set([...chosen, ...linesTyped(answer?.typed)])
  const lines = page.items.flatMap(item => item.lines).filter(line => wanted.has(line.lineId))
  return (
    <div className="grid max-w-3xl gap-5">
      <div className="grid gap-1">
        <h2 className="text-lg font-bold">{words.t('koreksi.title')}</h2>
        <p className="text-sm text-ink-2">{words.t('koreksi.lead')}</p>
      </div>
      {said !== '' && (
        <Notice tone="success" icon={CircleCheck} role="status" className="screen-only">
          {said}
        </Notice>
      )}
      {answer?.errors.form === 'conflict' && <Changed text="koreksi.changed" to={`${base}/koreksi`} />}
      {page.mayPropose && lines.length > 0 && (
        <WriteKoreksi
          page={page}
          lines={lines}
          typed={answer?.typed ?? {}}
          errors={answer?.what === 'usul' && answer.errors.form !== 'conflict' ? answer.errors : null}
          base={base}
        />
      )}
      {page.mayPropose && lines.length === 0 && isChoosing && <ChooseLines page={page} chosen={wanted} />}
      {page.koreksi.length === 0 && !isChoosing && lines.length === 0 && (
        <Card>
          <Empty icon={Stamp} title={words.t('koreksi.empty')} help={words.t('koreksi.empty.help')} />
        </Card>
      )}
      {page.koreksi.map(one => (
        <KoreksiCard key={one.id} koreksi={one} opd={page.opd} answer={answer} />
      ))}
      {page.mayPropose && lines.length === 0 && !isChoosing && (
        <a href={`${base}/koreksi?pilih=1`} className={buttonClass('primary', 'md', 'screen-only w-fit')}>
          <FilePen aria-hidden />
          {words.t('koreksi.new')}
        </a>
      )}
    </div>
  )
}
