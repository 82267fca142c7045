import type { Triwulan } from '@mufakat/domain'
import type { SeriesPoint } from '@mufakat/services'
import { Card } from '@mufakat/ui'
import { LongTextField } from '~/admin/long-text-field'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import { Fact } from '~/kartu/section'
import type { FormErrors } from '~/request/guard.server'
import { triwulanCode } from '~/request/triwulan'
import { amountText, type Unit, writtenAmount } from '~/target/amount'
import { MeasuredFields, type TypedMeasured } from '~/target/measured-fields'
import { indicatorPath, useRegionName } from '~/target/region'
import { TypedForm } from '~/target/typed-form'

interface CorrectionPageProps extends Unit {
  readonly id: string
  readonly name: string
  readonly factor: number | null
  readonly source: string
  readonly region: { readonly code: string; readonly name: string | null }
  readonly at: Triwulan
  /** The value that holds; null: there is none, or it was put together. */
  readonly standing: SeriesPoint | null
  readonly answer:
    | {
        readonly errors: FormErrors
        readonly revision: number
        readonly values: TypedMeasured & { readonly reason: string; readonly replaces: string }
      }
    | undefined
}

function Standing({ standing, unit }: { standing: SeriesPoint; unit: Unit }) {
  const words = useAllWords()
  const { numerator, denominator } = standing
  return (
    <Card className="mb-6 p-4 sm:p-5">
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        <Fact label={words.t('target.correct.holds')}>
          <span className="font-semibold tabular-nums">
            {standing.number === null ? words.t('sasaran.na') : amountText(words, standing.number, unit)}
          </span>
          {numerator !== null && denominator !== null && (
            <span className="block text-xs text-ink-2 tabular-nums">
              {words.number(numerator, 4)} / {words.number(denominator, 4)}
            </span>
          )}
        </Fact>
        <Fact label={words.t('target.field.finality')}>
          {words.t(`sasaran.finality.${standing.finality}`)}
        </Fact>
        <Fact label={words.t('target.field.asOf')}>{words.date(standing.asOf, 'short')}</Fact>
        <Fact label={words.t('target.field.source')}>{standing.source}</Fact>
      </dl>
    </Card>
  )
}

/** A new value in the place of one that holds: both stay to be seen, with the reason. */
export function CorrectionPage({ standing, answer, at, region, ...indicator }: CorrectionPageProps) {
  const words = useAllWords()
  const regionName = useRegionName()
  const isConflict = answer?.errors.form === 'conflict'
  const back = indicatorPath(indicator.id, region.code, { tw: triwulanCode(at) })
  const values = answer?.values ?? {
    value: standing?.numerator === null ? writtenAmount(standing.value) : '',
    numerator: writtenAmount(standing?.numerator ?? null),
    denominator: writtenAmount(standing?.denominator ?? null),
    notAvailable: standing?.notAvailable ?? false,
    finality: standing?.finality ?? 'sementara',
    asOf: standing?.asOf ?? '',
    source: standing?.source ?? '',
    reason: '',
  }
  return (
    <div className="max-w-4xl">
      <PageHead
        title={words.t('target.correct.title', { triwulan: words.triwulan(at) })}
        lead={words.t('target.correct.lead', { region: regionName(region) })}
        back={{ to: back, label: indicator.name }}
      />
      {standing !== null && <Standing standing={standing} unit={indicator} />}
      <TypedForm back={back} answer={answer}>
        {/* Who has been told of the other value may decide. */}
        <input
          type="hidden"
          name="replaces"
          value={answer && !isConflict ? answer.values.replaces : (standing?.valueId ?? '')}
        />
        <MeasuredFields values={values} unit={indicator.unit} isRatio={indicator.factor !== null} />
        <LongTextField
          name="reason"
          label={words.t('target.field.reason')}
          help={words.t('target.field.reason.help')}
          rows={3}
          required
          maxLength={1_000}
          defaultValue={values.reason}
        />
      </TypedForm>
    </div>
  )
}
