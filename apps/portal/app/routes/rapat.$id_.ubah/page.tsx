import type { Triwulan } from '@mufakat/domain'
import type { PersonRef } from '@mufakat/services'
import { Button, buttonClass } from '@mufakat/ui'
import { Form, Link, useNavigation } from '@remix-run/react'
import { FieldErrors } from '~/frame/field-errors'
import { NikConfirm } from '~/frame/nik-confirm'
import { PageHead } from '~/frame/page-head'
import { useWords } from '~/frame/words'
import { ScheduleFields, type SeriesOffer } from '~/rapat/schedule-fields'
import type { TypedSchedule } from '~/rapat/schedule-form.server'
import type { FormErrors } from '~/request/guard.server'

interface EditRapatPageProps {
  rapat: { id: string; title: string; revision: number }
  around: Triwulan
  people: readonly PersonRef[]
  series: SeriesOffer | null
  values: TypedSchedule
  answer: { errors: FormErrors; values: TypedSchedule } | undefined
}

export function EditRapatPage({ rapat, around, people, series, values, answer }: EditRapatPageProps) {
  const words = useWords()
  const busy = useNavigation().state !== 'idle'
  return (
    <div className="max-w-4xl">
      <PageHead
        title={words.t('rapat.form.edit.title')}
        back={{ to: `/rapat/${rapat.id}`, label: rapat.title }}
      />
      <Form method="post" className="grid gap-6" noValidate>
        <input type="hidden" name="revision" value={rapat.revision} />
        <FieldErrors errors={answer?.errors}>
          <ScheduleFields values={answer?.values ?? values} people={people} series={series} around={around} />
          <NikConfirm />
        </FieldErrors>
        <div className="flex gap-3">
          <Button type="submit" busy={busy}>
            {words.t('rapat.form.save')}
          </Button>
          <Link to={`/rapat/${rapat.id}`} className={buttonClass('quiet')}>
            {words.t('action.cancel')}
          </Link>
        </div>
      </Form>
    </div>
  )
}
