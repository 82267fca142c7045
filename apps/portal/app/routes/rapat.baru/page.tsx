import { parseDuration, type Triwulan } from '@mufakat/domain'
import type { PersonRef, PokjaChoice } from '@mufakat/services'
import { Button, buttonClass, Card, CardHead } from '@mufakat/ui'
import { Form, Link, useNavigation } from '@remix-run/react'
import { type ComponentProps, useState } from 'react'
import { FieldErrors } from '~/frame/field-errors'
import { NikConfirm } from '~/frame/nik-confirm'
import { PageHead } from '~/frame/page-head'
import { useWords } from '~/frame/words'
import { AgendaRows } from '~/rapat/agenda-rows'
import { OpdChoices } from '~/rapat/opd-choices'
import { ScheduleFields, type SeriesOffer } from '~/rapat/schedule-fields'
import type { TypedAgendaRow, TypedSchedule } from '~/rapat/schedule-form.server'
import type { FormErrors } from '~/request/guard.server'

interface NewRapatPageProps {
  opd: ComponentProps<typeof OpdChoices>['opd']
  pokja: readonly PokjaChoice[]
  texts: ComponentProps<typeof OpdChoices>['texts']
  people: readonly PersonRef[]
  series: SeriesOffer | null
  around: Triwulan
  values: TypedSchedule
  agenda: readonly TypedAgendaRow[]
  answer:
    | {
        errors: FormErrors | null
        values: TypedSchedule
        agenda: readonly TypedAgendaRow[]
        opd: readonly string[]
      }
    | undefined
}

export function NewRapatPage(props: NewRapatPageProps) {
  const { opd, pokja, texts, people, series, around, values, agenda, answer } = props
  const words = useWords()
  const busy = useNavigation().state !== 'idle'
  const typed = answer?.values ?? values
  const [planned, setPlanned] = useState(typed.plannedMinutes)
  const presenters = [...new Set([...agenda.map(row => row.presenter), ...opd.map(one => one.shortName)])]
  return (
    <div className="max-w-4xl">
      <PageHead
        title={words.t('rapat.form.new.title')}
        lead={words.t('rapat.form.new.lead')}
        back={{ to: '/rapat', label: words.t('rapat.title') }}
      />
      <Form
        method="post"
        className="grid gap-6"
        noValidate
        onChange={event => {
          const input = event.target as unknown as HTMLInputElement
          if (input.name === 'plannedMinutes') setPlanned(input.value)
        }}
      >
        <FieldErrors errors={answer?.errors}>
          <ScheduleFields values={typed} people={people} series={series} around={around} />
          <Card as="section" aria-labelledby="bagian-undangan">
            <CardHead id="bagian-undangan" title={words.t('rapat.field.invited')} />
            <div className="p-4 sm:p-5">
              <OpdChoices
                opd={opd}
                chosen={answer?.opd ?? opd.map(one => one.id)}
                pokja={pokja}
                texts={texts}
              />
            </div>
          </Card>
          <Card as="section" aria-labelledby="bagian-acara">
            <CardHead id="bagian-acara" title={words.t('rapat.form.section.agenda')} />
            <div className="p-4 sm:p-5">
              <AgendaRows
                initial={answer?.agenda ?? agenda}
                presenters={presenters.filter(Boolean)}
                plannedMinutes={parseDuration(planned)}
              />
            </div>
          </Card>
          <NikConfirm />
        </FieldErrors>
        <div className="sticky bottom-[calc(3.75rem+env(safe-area-inset-bottom))] z-10 -mx-4 flex gap-3 border-t border-line bg-canvas/95 px-4 py-3 md:static md:mx-0 md:border-0 md:bg-transparent md:p-0">
          <Button type="submit" busy={busy} className="flex-1 md:flex-none">
            {words.t('rapat.form.submit')}
          </Button>
          <Link to="/rapat" className={buttonClass('quiet')}>
            {words.t('action.cancel')}
          </Link>
        </div>
      </Form>
    </div>
  )
}
