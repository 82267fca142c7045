import type { tenggatForm } from '@mufakat/services'
import { Button, buttonClass, Card, Notice } from '@mufakat/ui'
import { Form, Link } from '@remix-run/react'
import { Lock } from 'lucide-react'
import { LongTextField } from '~/admin/long-text-field'
import { TextField } from '~/admin/text-field'
import { FieldErrors } from '~/frame/field-errors'
import { NikConfirm } from '~/frame/nik-confirm'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import { TenggatBadge, TindakLanjutBadge } from '~/rapat/status'
import type { FormErrors } from '~/request/guard.server'

type Line = Awaited<ReturnType<typeof tenggatForm>>
type Values = { to: string; reason: string }

function Fields({ values, today }: { values: Values; today: string }) {
  const words = useAllWords()
  return (
    <>
      <TextField
        type="date"
        name="to"
        label={words.t('tunda.field.to')}
        className="sm:w-64"
        min={today}
        required
        defaultValue={values.to}
      />
      <LongTextField
        name="reason"
        label={words.t('tunda.field.reason')}
        rows={3}
        maxLength={1_000}
        defaultValue={values.reason}
      />
    </>
  )
}

function History({ line }: { line: Line }) {
  const words = useAllWords()
  const day = (date: string | null) => (date === null ? words.t('tl.no-tenggat') : words.date(date, 'short'))
  return (
    <section aria-labelledby="sebelumnya">
      <h2 id="sebelumnya" className="mb-2 text-sm font-semibold">
        {words.t('tunda.history')}
      </h2>
      <ol className="grid gap-1.5 text-sm">
        {line.history.map(step => (
          <li key={step.at + step.to}>
            {words.t('lanjutan.postponed.step', {
              from: day(step.from),
              to: day(step.to),
              reason: step.reason,
              by: step.by,
              at: words.date(step.at, 'short'),
            })}
          </li>
        ))}
      </ol>
    </section>
  )
}

interface PostponePageProps {
  line: Line
  /** Id of the rapat in which it is agreed; empty: outside of any. */
  during: string
  answer: { errors: FormErrors; values: Values } | undefined
}

export function PostponePage({ line, during, answer }: PostponePageProps) {
  const words = useAllWords()
  const back = during === '' ? `/rapat/${line.rapat.id}/tindak-lanjut` : `/rapat/${during}`
  const day = (date: string | null) => (date === null ? words.t('tl.no-tenggat') : words.date(date, 'full'))
  return (
    <div className="max-w-3xl">
      <PageHead
        title={words.t('tunda.title')}
        lead={words.t('tunda.lead')}
        back={{ to: back, label: during === '' ? line.rapat.title : words.t('rapat.tab.notula') }}
      />
      <Card className="grid gap-6 p-4 sm:p-5">
        <div className="grid gap-2">
          <p className="font-semibold">{line.text || words.t('tl.untitled')}</p>
          <p className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
            <TindakLanjutBadge status={line.status} />
            <TenggatBadge state={line.tenggatState} />
            <span>{line.rapat.title}</span>
          </p>
          <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[10rem_minmax(0,1fr)]">
            <dt className="text-ink-2">{words.t('tunda.now')}</dt>
            <dd>{day(line.due)}</dd>
            {line.due !== line.tenggat && (
              <>
                <dt className="text-ink-2">{words.t('tunda.decided')}</dt>
                <dd>{day(line.tenggat)}</dd>
              </>
            )}
          </dl>
        </div>
        {line.history.length > 0 && <History line={line} />}
        {line.isPossible ? (
          <Form method="post" className="grid gap-6" noValidate>
            <FieldErrors errors={answer?.errors}>
              <Fields values={answer?.values ?? { to: '', reason: '' }} today={line.today} />
              <NikConfirm />
            </FieldErrors>
            <div className="flex gap-3">
              <Button type="submit">{words.t('tunda.submit')}</Button>
              <Link to={back} className={buttonClass('quiet')}>
                {words.t('action.cancel')}
              </Link>
            </div>
          </Form>
        ) : (
          <Notice tone="neutral" icon={Lock}>
            {words.t('tunda.closed')}
          </Notice>
        )}
      </Card>
    </div>
  )
}
