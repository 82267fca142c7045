import type { NotulaContent, Pointed } from '@mufakat/doc-model'
import type { NotulaFigures, RemarkList } from '@mufakat/services'
import { buttonClass, Card, CardHead, Empty, Notice } from '@mufakat/ui'
import { Link, useSearchParams } from '@remix-run/react'
import { ArrowLeft, CircleCheck, Lock, MessageSquareText } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { RemarkCard } from '~/komentar/remark-card'
import { RemarkForm, type TypedRemark } from '~/komentar/remark-form'
import { NotulaView } from '~/notula/notula-view'
import { useFigureTexts } from '~/notula/use-figures'
import { useRapat } from '~/rapat/rapat-context'
import type { FormErrors } from '~/request/guard.server'

interface RemarksPageProps {
  list: RemarkList
  content: NotulaContent
  figures: NotulaFigures
  opd: readonly { id: string; shortName: string }[]
  place: Pointed | null
  answer: { errors: FormErrors | null; typed: TypedRemark } | undefined
}

/** All remarks of a notula, to read and to answer, and every line to remark on: for paper, and for any browser. */
export function RemarksPage(props: RemarksPageProps) {
  const { list, content, opd, place, answer } = props
  const figures = useFigureTexts(props.figures.figures)
  const words = useAllWords()
  const base = `/rapat/${useRapat().id}`
  const [params] = useSearchParams()
  const action = `${base}/komentar`
  const open = list.remarks.filter(({ state }) => state === 'terbuka')
  const settled = list.remarks.filter(({ state }) => state !== 'terbuka')
  return (
    <div className="grid max-w-3xl gap-5">
      <div className="grid gap-1">
        <Link to={base} reloadDocument className={buttonClass('quiet', 'sm', 'screen-only -ml-3 w-fit')}>
          <ArrowLeft aria-hidden />
          {words.t('komentar.back')}
        </Link>
        <h2 className="text-lg">
          {words.t('komentar.title')}{' '}
          <span className="text-base font-normal text-ink-2">
            {words.t('komentar.open', { n: list.openCount })}
          </span>
        </h2>
        <p className="text-ink-2">{words.t('komentar.lead')}</p>
      </div>
      {params.get('hasil') === 'simpan' && (
        <Notice tone="success" icon={CircleCheck} role="status" className="screen-only">
          {words.t('komentar.saved')}
        </Notice>
      )}
      {!list.mayWrite && (
        <Notice tone="neutral" icon={Lock} className="screen-only">
          {words.t('komentar.locked')}
        </Notice>
      )}
      {place && list.mayWrite && (
        <Card as="section" aria-labelledby="tulis" className="screen-only">
          <CardHead id="tulis" title={words.t('komentar.form.title')} />
          <RemarkForm
            action={`${action}?baris=${encodeURIComponent(place.lineId)}`}
            place={place}
            typed={answer?.typed ?? { kind: 'komentar', body: '', proposal: place.quote }}
            names={[]}
            answer={answer}
          />
        </Card>
      )}
      {list.remarks.length === 0 && (
        <Empty
          icon={MessageSquareText}
          title={words.t('komentar.empty')}
          help={words.t(list.mayWrite ? 'komentar.pick.help' : 'komentar.locked')}
        />
      )}
      {open.length > 0 && (
        <ol className="grid gap-3">
          {open.map(remark => (
            <RemarkCard key={remark.id} remark={remark} action={action} />
          ))}
        </ol>
      )}
      {settled.length > 0 && (
        <details>
          <summary className="min-h-11 content-center font-semibold">
            {words.t('komentar.settled', { n: settled.length })}
          </summary>
          <ol className="grid gap-3 pt-2">
            {settled.map(remark => (
              <RemarkCard key={remark.id} remark={remark} action={action} />
            ))}
          </ol>
        </details>
      )}
      {list.mayWrite && (
        <section aria-labelledby="pilih-baris" className="screen-only grid gap-2">
          <h3 id="pilih-baris">{words.t('komentar.pick')}</h3>
          <p className="text-sm text-ink-2">{words.t('komentar.pick.help')}</p>
          <NotulaView
            {...{ content, opd, figures }}
            lineEnd={line => (
              <a
                href={`${action}?baris=${encodeURIComponent(line.id)}#tulis`}
                className="inline-flex min-h-11 items-center text-sm font-semibold text-accent-strong pointer-fine:min-h-7"
              >
                {words.t('komentar.pick.line')}
              </a>
            )}
          />
        </section>
      )}
    </div>
  )
}
