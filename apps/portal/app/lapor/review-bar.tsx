import { Button, buttonClass, Card } from '@mufakat/ui'
import { CircleCheckBig, ClipboardCheck, Undo2 } from 'lucide-react'
import { LongTextField } from '~/admin/long-text-field'
import { FieldErrors } from '~/frame/field-errors'
import { NikConfirm } from '~/frame/nik-confirm'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'
import { useReport } from './report-context'

/** Accepts what was sent, or returns it with what is to be mended. */
export function ReviewBar({ errors, note }: { errors: FormErrors | null; note: string }) {
  const words = useAllWords()
  const { report } = useReport()
  if (!report.allowed.review || report.state !== 'dikirim' || report.sentAt === null) return null
  return (
    <Card as="section" aria-labelledby="periksa" className="screen-only border-violet-line">
      <form method="post" noValidate className="grid gap-3 p-4 sm:p-5">
        <input type="hidden" name="sentAt" value={report.sentAt.toISOString()} />
        <h2 id="periksa" className="flex items-center gap-2 text-base font-bold">
          <ClipboardCheck aria-hidden className="size-5 text-violet-ink" />
          {words.t('lapor.review')}
        </h2>
        <p className="text-sm text-ink-2">{words.t('lapor.review.help')}</p>
        <div className="flex flex-wrap items-start gap-3">
          <Button type="submit" name="maksud" value="terima">
            <CircleCheckBig aria-hidden />
            {words.t('lapor.review.accept')}
          </Button>
          <details className="open:basis-full" open={errors !== null || note !== '' || undefined}>
            <summary className={buttonClass('secondary')}>
              <Undo2 aria-hidden />
              {words.t('lapor.review.return.open')}
            </summary>
            <div className="grid gap-3 pt-3">
              <FieldErrors errors={errors}>
                <LongTextField
                  name="note"
                  label={words.t('lapor.review.note')}
                  rows={3}
                  maxLength={1_000}
                  defaultValue={note}
                />
                <NikConfirm />
              </FieldErrors>
              <Button type="submit" name="maksud" value="kembalikan" kind="secondary" className="w-fit">
                <Undo2 aria-hidden />
                {words.t('lapor.review.return')}
              </Button>
            </div>
          </details>
        </div>
      </form>
    </Card>
  )
}
