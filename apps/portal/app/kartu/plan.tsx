import { isPutOff } from '@mufakat/domain'
import type { CardPostponement } from '@mufakat/services'
import { Input } from '@mufakat/ui'
import { useAllWords } from '~/frame/words'
import { useCard, useOpdName } from './card-context'
import { EditField, EditForm } from './edit-form'
import { ReasonField } from './reason-field'
import { Fact, Section } from './section'

function Step({ step }: { step: CardPostponement }) {
  const words = useAllWords()
  const opdName = useOpdName()
  const day = (date: string | null) => (date === null ? words.t('kartu.due.none') : words.date(date, 'short'))
  return (
    <li className="grid gap-0.5 border-l-2 border-line pl-3">
      <span className="font-medium">
        {step.to === null
          ? words.t('kartu.history.owner', {
              from: opdName(step.fromOpdId, '–'),
              to: opdName(step.toOpdId, '–'),
            })
          : words.t('kartu.history.due', { from: day(step.from), to: day(step.to) })}
      </span>
      <span className="wrap-anywhere whitespace-pre-wrap">{step.reason}</span>
      <span className="text-xs text-ink-2">
        {words.t('kartu.history.by', { by: step.by, at: words.dateTime(step.at) })}
      </span>
    </li>
  )
}

/** From when and until when, and every tenggat and owner that it had before, with the reason. */
export function PlanSection() {
  const words = useAllWords()
  const { page } = useCard()
  const { card, startDate, postponements, rights, today, needsReason } = page
  const day = (value: string) => words.date(value)
  const times = postponements.filter(({ from, to }) => to !== null && isPutOff({ from, to })).length
  const isOpen = card.status !== 'selesai' && card.status !== 'dibatalkan'
  return (
    <Section id="jadwal" title={words.t('kartu.plan')}>
      <dl className="grid grid-cols-2 gap-3">
        <Fact label={words.t('kartu.start')}>{startDate === null ? '–' : day(startDate)}</Fact>
        <Fact label={words.t('kartu.due')}>
          {card.due === null ? words.t('kartu.due.none') : day(card.due)}
          {times > 0 && (
            <span className="block text-xs text-ink-2">{words.t('kartu.due.postponed', { n: times })}</span>
          )}
        </Fact>
      </dl>
      <div className="grid">
        {rights.edits && (
          <EditForm
            name="mulai"
            what={words.t('kartu.start.what')}
            now={{ startDate: startDate ?? '' }}
            isNamed
          >
            <EditField name="startDate" label={words.t('kartu.start')} show={day}>
              {control => <Input {...control} type="date" />}
            </EditField>
          </EditForm>
        )}
        {rights.decides && isOpen && (
          <EditForm name="tenggat" what={words.t('kartu.due.what')} now={{ to: card.due ?? '' }} isNamed>
            <EditField name="to" label={words.t('kartu.due.to')} show={day}>
              {control => <Input {...control} type="date" min={today} required />}
            </EditField>
            {needsReason && <ReasonField isRequired />}
          </EditForm>
        )}
      </div>
      {postponements.length > 0 && (
        <div className="grid gap-2">
          <h3 className="text-sm font-semibold">{words.t('kartu.history')}</h3>
          <ol className="grid gap-3 text-sm">
            {postponements.map(step => (
              <Step key={step.id} step={step} />
            ))}
          </ol>
        </div>
      )}
    </Section>
  )
}
