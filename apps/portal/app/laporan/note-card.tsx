import { noteSigned } from '@mufakat/i18n'
import type { QuarterReportPage } from '@mufakat/services'
import { Button, Card, CardHead, Notice } from '@mufakat/ui'
import { TriangleAlert } from 'lucide-react'
import { LongTextField } from '~/admin/long-text-field'
import { FieldErrors } from '~/frame/field-errors'
import { NikConfirm } from '~/frame/nik-confirm'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'
import { triwulanCode } from '~/request/triwulan'

interface NoteCardProps {
  readonly report: QuarterReportPage
  readonly answer: { readonly errors: FormErrors; readonly note: string } | undefined
}

/** What the pimpinan say to a triwulan, and for them the way to say it. */
export function NoteCard({ report, answer }: NoteCardProps) {
  const words = useAllWords()
  const { note, allowed } = report
  const isConflict = answer?.errors.form === 'conflict'
  return (
    <Card as="section" aria-labelledby="catatan">
      <CardHead id="catatan" title={words.t('laporan.note')} />
      <div className="grid gap-4 p-4 sm:p-5">
        {note === null ? (
          <p className="text-sm text-ink-2">{words.t('laporan.note.none')}</p>
        ) : (
          <figure className="border-l-4 border-accent pl-4">
            <blockquote className="max-w-prose whitespace-pre-line break-words">{note.text}</blockquote>
            <figcaption className="mt-1 text-sm text-ink-2">{noteSigned(words, note)}</figcaption>
          </figure>
        )}
        {allowed.note && (
          <form
            method="post"
            action={`/laporan?tw=${triwulanCode(report.at)}#catatan`}
            noValidate
            className="screen-only grid gap-4"
          >
            <input type="hidden" name="after" value={note?.id ?? ''} />
            {isConflict && (
              <Notice tone="warn" icon={TriangleAlert} role="alert">
                {words.t('laporan.note.conflict')}
              </Notice>
            )}
            <FieldErrors errors={isConflict ? null : answer?.errors}>
              <LongTextField
                name="text"
                label={words.t('laporan.note.text')}
                help={words.t('laporan.note.help')}
                rows={4}
                maxLength={4_000}
                defaultValue={answer?.note ?? note?.text ?? ''}
              />
              <NikConfirm />
            </FieldErrors>
            <Button type="submit" name="maksud" value="catatan" className="w-fit">
              {words.t('laporan.note.save')}
            </Button>
          </form>
        )}
      </div>
    </Card>
  )
}
