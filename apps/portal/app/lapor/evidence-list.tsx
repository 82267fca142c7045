import type { ReportEvidenceView, ReportIndicatorView } from '@mufakat/services'
import { Button, describe, Field, Input } from '@mufakat/ui'
import { ChevronDown, ExternalLink, Paperclip, Trash2 } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { EVIDENCE_PARTS, type EvidencePart, evidenceName } from './cell-names'
import { faultWords } from './cell-words'
import { useReport } from './report-context'

/** The form that sends files of an indicator; it stands outside of the report's, which a form can't hold. */
export const evidenceFileForm = (indicatorId: string): string => `berkas-${indicatorId}`

/** An address, a file, or what is left of one that is no more. */
function Title({ one }: { one: ReportEvidenceView }) {
  const look = 'inline-flex min-h-11 min-w-0 items-center gap-2 wrap-anywhere'
  if (one.url !== null) {
    return (
      <a href={one.url} target="_blank" rel="noopener noreferrer nofollow" className={look}>
        <ExternalLink aria-hidden className="size-4 flex-none" />
        {one.title}
      </a>
    )
  }
  if (one.file === null) return <span className={look}>{one.title}</span>
  return (
    <a href={`/berkas/${one.file.id}`} download className={look}>
      <Paperclip aria-hidden className="size-4 flex-none" />
      {one.title}
    </a>
  )
}

function Item({ one }: { one: ReportEvidenceView }) {
  const words = useAllWords()
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Title one={one} />
      <span className="text-xs text-ink-2">
        {words.t('target.by', { by: one.addedBy, at: words.dateTime(one.addedAt) })}
      </span>
      {one.mayRemove && (
        <Button
          type="submit"
          name="maksud"
          value={`singkir:${one.id}`}
          kind="quiet"
          size="sm"
          aria-label={words.t('lapor.evidence.remove.of', { title: one.title })}
        >
          <Trash2 aria-hidden />
          {words.t('lapor.evidence.remove')}
        </Button>
      )}
    </li>
  )
}

/** What proves the numbers of an indicator, and where more is handed in. */
export function EvidenceList({ indicator }: { indicator: ReportIndicatorView }) {
  const words = useAllWords()
  const { isWritten, report, typed, verdicts } = useReport()
  const { id, evidence } = indicator
  if (!isWritten && evidence.length === 0) return null
  const fileForm = evidenceFileForm(id)
  const verdict = verdicts?.evidence[id]
  const fields = verdict !== undefined && 'fields' in verdict ? verdict.fields : null
  const errorOf = (part: EvidencePart) => {
    const key = fields?.[part]
    return key === undefined ? null : faultWords(words, key)
  }
  return (
    <details
      className="paper-open group border-t border-line"
      open={evidence.length > 0 || fields !== null || undefined}
    >
      <summary className="flex min-h-12 flex-wrap items-center gap-x-3 px-4 py-2 hover:bg-sunken sm:px-5">
        <ChevronDown
          aria-hidden
          className="size-4 flex-none -rotate-90 text-ink-2 transition-transform group-open:rotate-0"
        />
        <span className="text-sm font-semibold">{words.t('lapor.evidence')}</span>
        {evidence.length === 0 && (
          <span className="text-xs text-ink-2">{words.t('lapor.evidence.none')}</span>
        )}
      </summary>
      <div className="grid gap-2 px-4 pt-1 pb-4 sm:px-5">
        {evidence.length > 0 && (
          <ul className="grid gap-1 text-sm">
            {evidence.map(one => (
              <Item key={one.id} one={one} />
            ))}
          </ul>
        )}
        {isWritten && (
          <div className="screen-only grid gap-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)_auto]">
            {EVIDENCE_PARTS.map(part => (
              <Field
                key={part}
                id={evidenceName(id, part)}
                label={words.t(`lapor.evidence.${part}.of`, { name: indicator.name })}
                labelHidden
                error={errorOf(part)}
              >
                <Input
                  {...describe(evidenceName(id, part), { error: errorOf(part) })}
                  name={evidenceName(id, part)}
                  {...(part === 'url'
                    ? { type: 'url', inputMode: 'url', maxLength: 2_000 }
                    : { maxLength: 300 })}
                  placeholder={words.t(`lapor.evidence.${part}`)}
                  defaultValue={fields === null ? '' : (typed?.[evidenceName(id, part)] ?? '')}
                />
              </Field>
            ))}
            <Button type="submit" name="maksud" value={`simpan:${id}`} kind="secondary" className="h-fit">
              {words.t('lapor.evidence.add')}
            </Button>
            {report.id === null ? (
              <p className="text-xs text-ink-2 sm:col-span-full">{words.t('lapor.evidence.file.first')}</p>
            ) : (
              <>
                <Input
                  form={fileForm}
                  name="berkas"
                  type="file"
                  multiple
                  aria-label={words.t('lapor.evidence.file.of', { name: indicator.name })}
                  className="py-2 text-sm sm:col-span-2"
                />
                <Button type="submit" form={fileForm} kind="secondary">
                  {words.t('lapor.evidence.send')}
                </Button>
              </>
            )}
          </div>
        )}
      </div>
    </details>
  )
}
