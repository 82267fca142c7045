import type { ReportIndicatorView } from '@mufakat/services'
import { describe, Field, Textarea } from '@mufakat/ui'
import { ChevronDown } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { joined, REMARK_PARTS, remarkKey, remarkName } from './cell-names'
import { faultWords } from './cell-words'
import { useReport } from './report-context'

/** Analysis, kendala, solusi and what is planned; what was said of the triwulan before stands below each. */
export function RemarkFields({ indicator }: { indicator: ReportIndicatorView }) {
  const words = useAllWords()
  const { isWritten, typed, verdicts } = useReport()
  const { id, remark, lastRemark } = indicator
  const key = remarkKey(id)
  const verdict = verdicts?.remarks[key]
  const fields = verdict !== undefined && 'fields' in verdict ? verdict.fields : null
  const isSaid = REMARK_PARTS.some(part => remark[part] !== '')
  if (!isWritten && !isSaid) return null
  return (
    <details className="paper-open group border-t border-line" open={isSaid || fields !== null || undefined}>
      <summary className="flex min-h-12 flex-wrap items-center gap-x-3 px-4 py-2 hover:bg-sunken sm:px-5">
        <ChevronDown
          aria-hidden
          className="size-4 flex-none -rotate-90 text-ink-2 transition-transform group-open:rotate-0"
        />
        <span className="text-sm font-semibold">{words.t('lapor.remark')}</span>
        {!isSaid && <span className="text-xs text-ink-2">{words.t('lapor.remark.none')}</span>}
      </summary>
      <div data-remark={key} className="grid gap-4 px-4 pt-1 pb-4 sm:grid-cols-2 sm:px-5">
        {isWritten && (
          <>
            <input type="hidden" name={remarkName(id, 'r')} value={remark.revision} />
            <input
              type="hidden"
              name={remarkName(id, 'b')}
              value={joined(REMARK_PARTS.map(part => remark[part]))}
            />
          </>
        )}
        {REMARK_PARTS.map(part => {
          const name = remarkName(id, part)
          const errorKey = fields?.[part]
          const error = errorKey === undefined ? null : faultWords(words, errorKey)
          const shown = fields === null ? remark[part] : (typed?.[name] ?? '')
          const last = lastRemark?.[part] ?? ''
          return (
            <div key={part} className="grid content-start gap-1">
              {isWritten ? (
                <Field id={name} label={words.t(`lapor.remark.${part}`)} error={error}>
                  <Textarea
                    {...describe(name, { error })}
                    name={name}
                    rows={3}
                    maxLength={4_000}
                    defaultValue={shown}
                  />
                </Field>
              ) : (
                <>
                  <p className="text-sm font-semibold">{words.t(`lapor.remark.${part}`)}</p>
                  <p className="text-sm whitespace-pre-wrap wrap-anywhere">{remark[part] || '–'}</p>
                </>
              )}
              {isWritten && shown !== remark[part] && remark[part] !== '' && (
                <p className="rounded-sm bg-warn-soft px-2 py-1 text-sm whitespace-pre-wrap wrap-anywhere text-warn-ink">
                  <span className="font-semibold">{words.t('lapor.remark.now')}</span> {remark[part]}
                </p>
              )}
              {last !== '' && (
                <p className="text-xs whitespace-pre-wrap wrap-anywhere text-ink-2">
                  <span className="font-semibold">{words.t('lapor.remark.last')}</span> {last}
                </p>
              )}
            </div>
          )
        })}
        <p data-words className="text-sm font-medium text-danger-ink empty:hidden sm:col-span-2" />
      </div>
    </details>
  )
}
