import type { AgendaItemView, PostponedItem } from '@mufakat/services'
import { Badge, Button, buttonClass, Card, describe, Empty, Field, Input, Notice } from '@mufakat/ui'
import { Form } from '@remix-run/react'
import { CalendarClock, ChevronDown, ListTree, Lock } from 'lucide-react'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { NikConfirm } from '~/frame/nik-confirm'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'
import { SeriesDone } from '~/seri/series-done'

interface Refused {
  readonly itemId: string
  readonly reason: string
  readonly errors: FormErrors
}

function ReasonField({ id, reason }: { id: string; reason: string }) {
  const words = useAllWords()
  const error = useFieldErrors()('reason')
  return (
    <Field id={id} label={words.t('tunda.acara.reason')} error={error} className="min-w-0 flex-1">
      <Input
        {...describe(id, { error })}
        name="reason"
        maxLength={1_000}
        autoComplete="off"
        defaultValue={reason}
      />
    </Field>
  )
}

function Postpone({ item, refused }: { item: AgendaItemView; refused: Refused | null }) {
  const words = useAllWords()
  return (
    <details open={refused !== null} className="group screen-only -ml-3">
      <summary
        className={buttonClass('quiet', 'sm')}
        aria-label={words.t('tunda.acara.submit.of', { title: item.title })}
      >
        {words.t('tunda.acara.submit')}
        <ChevronDown aria-hidden className="transition-transform group-open:rotate-180" />
      </summary>
      <Form method="post" className="mt-2 ml-3 grid max-w-2xl gap-3" noValidate>
        <input type="hidden" name="acara" value={item.itemId} />
        <FieldErrors errors={refused?.errors}>
          <div className="flex flex-wrap items-end gap-3">
            <ReasonField id={`alasan-${item.itemId}`} reason={refused?.reason ?? ''} />
            <Button type="submit" kind="secondary" name="maksud" value="tunda">
              {words.t('tunda.acara.submit')}
            </Button>
          </div>
          <NikConfirm />
        </FieldErrors>
      </Form>
    </details>
  )
}

function Postponed({ item, mayResume }: { item: PostponedItem; mayResume: boolean }) {
  const words = useAllWords()
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <Badge tone="warn" icon={CalendarClock}>
        {words.t('lanjutan.item.postponed')}
      </Badge>
      <span className="text-sm text-ink-2">
        {words.t('lanjutan.item.reason', { reason: item.reason, by: item.by })}
      </span>
      {item.takenBy !== null ? (
        <span className="text-sm">{words.t('tunda.acara.taken')}</span>
      ) : (
        mayResume && (
          <Form method="post" className="screen-only">
            <input type="hidden" name="acara" value={item.itemId} />
            <Button
              type="submit"
              kind="quiet"
              size="sm"
              name="maksud"
              value="lanjut"
              aria-label={words.t('tunda.acara.resume.of', { title: item.title })}
            >
              {words.t('tunda.acara.resume')}
            </Button>
          </Form>
        )
      )}
    </div>
  )
}

interface PostponedItemsPageProps {
  rapat: { id: string; title: string }
  isOfSeries: boolean
  mayPostpone: boolean
  agenda: readonly AgendaItemView[]
  postponed: readonly PostponedItem[]
  refused: Refused | undefined
}

export function PostponedItemsPage(props: PostponedItemsPageProps) {
  const { rapat, isOfSeries, mayPostpone, agenda, postponed, refused } = props
  const words = useAllWords()
  return (
    <div className="max-w-4xl">
      <PageHead
        title={words.t('tunda.acara.title')}
        lead={words.t('tunda.acara.lead')}
        back={{ to: `/rapat/${rapat.id}`, label: rapat.title }}
      />
      <SeriesDone />
      {!mayPostpone && (
        <Notice tone="neutral" icon={Lock} className="mb-4">
          {words.t(isOfSeries ? 'tunda.acara.closed' : 'tunda.acara.alone')}
        </Notice>
      )}
      <Card>
        {agenda.length > 0 ? (
          <ol className="divide-y divide-line">
            {agenda.map((item, at) => {
              const left = postponed.find(one => one.itemId === item.itemId)
              return (
                <li key={item.itemId} className="grid gap-1 px-4 py-3 sm:px-5">
                  <h2 className="text-base font-semibold">
                    <span className="mr-2 text-accent-strong tabular-nums">{at + 1}</span>
                    {item.title || words.t('notula.item.untitled')}
                  </h2>
                  {left ? (
                    <Postponed item={left} mayResume={mayPostpone} />
                  ) : (
                    mayPostpone && (
                      <Postpone item={item} refused={refused?.itemId === item.itemId ? refused : null} />
                    )
                  )}
                </li>
              )
            })}
          </ol>
        ) : (
          <Empty
            icon={ListTree}
            title={words.t('tunda.acara.empty')}
            help={words.t('tunda.acara.empty.help')}
          />
        )}
      </Card>
    </div>
  )
}
