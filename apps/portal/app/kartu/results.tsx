import { toldProgress } from '@mufakat/domain'
import { Input, Textarea } from '@mufakat/ui'
import { useAllWords } from '~/frame/words'
import { useCard } from './card-context'
import { EditField, EditForm } from './edit-form'
import { Fact, Section } from './section'

const asText = (value: number | null): string => (value === null ? '' : String(value))

/** How far it is: progress, target and what was reached of it, and what hinders. */
export function ResultsSection() {
  const words = useAllWords()
  const { page } = useCard()
  const { card, target, realisasi, unit, kendala, rights } = page
  const told = toldProgress(card)
  const amount = (value: number | null) =>
    value === null ? '–' : words.t('kartu.amount', { amount: words.number(value, 4), unit }).trim()
  const now = {
    progress: String(card.progress),
    target: asText(target),
    realisasi: asText(realisasi),
    unit,
    kendala,
  }
  return (
    <Section id="capaian" title={words.t('kartu.result')}>
      <dl className="grid grid-cols-2 gap-3">
        <Fact label={words.t('kartu.progress')} isWide>
          <span className="flex items-center gap-3">
            <span className="w-12 tabular-nums">{words.percent(told / 100)}</span>
            {/* An attribute: a style would be refused by the page's own policy. */}
            <svg aria-hidden className="h-2 min-w-0 flex-1 rounded-full bg-neutral-soft">
              <title>{words.t('kartu.progress')}</title>
              <rect width={`${told}%`} height="100%" className="fill-accent" />
            </svg>
          </span>
        </Fact>
        <Fact label={words.t('kartu.target')}>{amount(target)}</Fact>
        <Fact label={words.t('kartu.realisasi')}>{amount(realisasi)}</Fact>
        <Fact label={words.t('kartu.kendala')} isWide>
          <span className="whitespace-pre-wrap">{kendala || '–'}</span>
        </Fact>
      </dl>
      {rights.edits && (
        <EditForm name="capaian" what={words.t('kartu.result.what')} now={now}>
          <div className="grid gap-4 sm:grid-cols-2">
            <EditField name="progress" label={words.t('kartu.progress.field')}>
              {control => <Input {...control} type="number" inputMode="numeric" min={0} max={100} step={1} />}
            </EditField>
            <EditField name="unit" label={words.t('kartu.unit')} help={words.t('kartu.unit.help')}>
              {control => <Input {...control} maxLength={50} />}
            </EditField>
            <EditField name="target" label={words.t('kartu.target')}>
              {control => <Input {...control} type="number" inputMode="decimal" min={0} step="any" />}
            </EditField>
            <EditField name="realisasi" label={words.t('kartu.realisasi')}>
              {control => <Input {...control} type="number" inputMode="decimal" min={0} step="any" />}
            </EditField>
          </div>
          <EditField name="kendala" label={words.t('kartu.kendala')}>
            {control => <Textarea {...control} rows={3} maxLength={2_000} />}
          </EditField>
        </EditForm>
      )}
    </Section>
  )
}
