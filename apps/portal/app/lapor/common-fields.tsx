import { FINALITIES } from '@mufakat/domain'
import type { ReportIndicatorView } from '@mufakat/services'
import { Field, Input, Select } from '@mufakat/ui'
import { useAllWords } from '~/frame/words'
import { type CommonPart, cellKey, commonName, joined } from './cell-names'
import { commonOf, commonTexts, useReport } from './report-context'

/** Whether the numbers may still change, of which day they are and from where: of all cells of the indicator. */
export function CommonFields({ indicator }: { indicator: ReportIndicatorView }) {
  const words = useAllWords()
  const { isWritten, typed, verdicts } = useReport()
  const { id, cells } = indicator
  const stands = commonOf(indicator)
  const isRefused = cells.some(
    cell => verdicts?.cells[cellKey(cell.indicatorId, cell.regionCode)]?.saved === false,
  )
  const shown = (part: CommonPart) => (isRefused ? (typed?.[commonName(id, part)] ?? '') : stands[part])
  if (!isWritten) {
    return (
      <p className="flex flex-wrap gap-x-4 gap-y-1 px-4 py-2.5 text-sm text-ink-2 sm:px-5">
        <span>{words.t(`sasaran.finality.${stands.finality === 'final' ? 'final' : 'sementara'}`)}</span>
        {stands.asOf !== '' && (
          <span>{words.t('target.as-of', { date: words.date(stands.asOf, 'short') })}</span>
        )}
        <span>{stands.source || indicator.source}</span>
      </p>
    )
  }
  return (
    <div
      data-common={id}
      className="grid gap-3 px-4 py-3 min-[420px]:grid-cols-2 sm:px-5 sm:grid-cols-[10rem_11rem_minmax(0,1fr)]"
    >
      <input type="hidden" name={commonName(id, 'b')} value={joined(commonTexts(stands))} />
      <Field id={commonName(id, 'finality')} label={words.t('target.field.finality')}>
        <Select
          id={commonName(id, 'finality')}
          name={commonName(id, 'finality')}
          defaultValue={shown('finality')}
        >
          {FINALITIES.map(code => (
            <option key={code} value={code}>
              {words.t(`sasaran.finality.${code}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field id={commonName(id, 'asOf')} label={words.t('target.field.asOf')}>
        <Input
          id={commonName(id, 'asOf')}
          type="date"
          name={commonName(id, 'asOf')}
          defaultValue={shown('asOf')}
        />
      </Field>
      <Field
        id={commonName(id, 'source')}
        label={words.t('target.field.source')}
        className="min-[420px]:max-sm:col-span-2"
      >
        <Input
          id={commonName(id, 'source')}
          name={commonName(id, 'source')}
          maxLength={300}
          placeholder={indicator.source}
          defaultValue={shown('source')}
        />
      </Field>
    </div>
  )
}
