import type { ReportForm } from '@mufakat/services'
import { Card, Empty, Notice } from '@mufakat/ui'
import { useSearchParams } from '@remix-run/react'
import { CircleAlert, CircleCheck, Goal, Lock, SendHorizontal, Undo2 } from 'lucide-react'
import { FormOutcome } from '~/berkas/form-outcome'
import { FieldErrors } from '~/frame/field-errors'
import { NikConfirm } from '~/frame/nik-confirm'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import { evidenceFileForm } from '~/lapor/evidence-list'
import { FillScript } from '~/lapor/fill-script'
import { IndicatorSection } from '~/lapor/indicator-section'
import type { ReportAnswer } from '~/lapor/report-answer'
import { ReportBadge } from '~/lapor/report-badge'
import { ReportProvider, useReport } from '~/lapor/report-context'
import { ReviewBar } from '~/lapor/review-bar'
import { SendBar } from '~/lapor/send-bar'
import { triwulanCode } from '~/request/triwulan'

interface ReportPageProps {
  readonly report: ReportForm
  readonly mayCorrect: boolean
  /** Where the script keeps what was typed and is not saved. */
  readonly shelf: string
  readonly answer: ReportAnswer | undefined
}

/** Where the report is on its way, and who has brought it there. */
function Way() {
  const words = useAllWords()
  const { report } = useReport()
  const { state, note, sentBy, sentAt, decidedBy, decidedAt } = report
  const told = (by: string | null, at: Date | null) => ({
    by: by ?? '–',
    at: at === null ? '–' : words.dateTime(at),
  })
  if (state === 'dikirim')
    return (
      <Notice tone="violet" icon={SendHorizontal}>
        {words.t('lapor.sent', told(sentBy, sentAt))}
      </Notice>
    )
  if (state === 'diterima')
    return (
      <Notice tone="success" icon={Lock}>
        {words.t('lapor.accepted', told(decidedBy, decidedAt))}
      </Notice>
    )
  if (state === 'dikembalikan')
    return (
      <Notice tone="warn" icon={Undo2}>
        {words.t('lapor.returned', told(decidedBy, decidedAt))}
        <p className="mt-1 font-normal whitespace-pre-wrap wrap-anywhere">{note}</p>
      </Notice>
    )
  return null
}

function Outcome({ answer }: { answer: ReportAnswer | undefined }) {
  const words = useAllWords()
  const [params] = useSearchParams()
  if (answer !== undefined) {
    const { errors, maksud, verdicts } = answer
    const key =
      errors.form === 'conflict'
        ? 'lapor.conflict'
        : verdicts !== null && !verdicts.isAllSaved
          ? 'lapor.not-saved'
          : maksud === 'kirim'
            ? 'lapor.not-sent'
            : null
    if (maksud === 'kembalikan' && key === null) return null
    return (
      <Notice tone="danger" icon={CircleAlert} role="alert">
        {key === null ? words.t(`error.${errors.form ?? 'invalid-input'}`) : words.t(key)}
      </Notice>
    )
  }
  const text = words.lookup(`lapor.done.${params.get('hasil') ?? ''}`, '')
  if (text === '') return null
  return (
    <Notice tone="success" icon={CircleCheck} role="status" className="screen-only">
      {text}
    </Notice>
  )
}

/** The forms that a form can't hold: files of bukti dukung of each indicator. */
function EvidenceForms({ report }: { report: ReportForm }) {
  return (
    <>
      {report.indicators.map(({ id }) => (
        <div key={id} hidden>
          <form
            id={evidenceFileForm(id)}
            method="post"
            encType="multipart/form-data"
            action={`/berkas/formulir/laporan/${report.id}?bagian=${id}`}
          />
        </div>
      ))}
    </>
  )
}

/** What is due first. */
function Sections({ report }: { report: ReportForm }) {
  const inOrder = [...report.indicators].sort((a, b) => Number(b.isDue) - Number(a.isDue))
  return inOrder.map(indicator => <IndicatorSection key={indicator.id} indicator={indicator} />)
}

/** What an OPD reports for a triwulan: filled in by it, then read by those who check it, and at last locked. */
export function ReportPage({ report, mayCorrect, shelf, answer }: ReportPageProps) {
  const words = useAllWords()
  const { opd, indicators, state, allowed } = report
  const isWritten = allowed.fill
  const code = triwulanCode(report)
  return (
    <ReportProvider
      value={{
        ...{ report, isWritten, mayCorrect },
        typed: answer?.typed ?? null,
        verdicts: answer?.verdicts ?? null,
      }}
    >
      <PageHead
        title={words.t('lapor.one', { triwulan: words.triwulan(report) })}
        lead={opd.name}
        back={{ to: '/target/laporan', label: words.t('lapor.title') }}
        end={<ReportBadge state={state} word={words.t(`sasaran.report.${state}`)} />}
      />
      <div className="grid gap-4">
        <Outcome answer={answer} />
        <FormOutcome />
        <Way />
        <ReviewBar
          errors={answer?.maksud === 'kembalikan' ? answer.errors : null}
          note={answer?.note ?? ''}
        />
        {indicators.length === 0 ? (
          <Card>
            <Empty icon={Goal} title={words.t('lapor.none')} help={words.t('lapor.none.help')} />
          </Card>
        ) : isWritten ? (
          <>
            <form
              id="laporan"
              method="post"
              noValidate
              data-laci={shelf}
              data-sel={`/target/laporan/${opd.id}/sel?tw=${code}`}
              className="grid gap-4"
            >
              {/* What Enter presses, or it would be whatever button comes first. */}
              <button
                type="submit"
                name="maksud"
                value="simpan"
                tabIndex={-1}
                aria-hidden
                className="sr-only"
              >
                {words.t('action.save')}
              </button>
              <Sections report={report} />
              <FieldErrors errors={answer && { fields: answer.errors.fields, form: null }}>
                <NikConfirm />
              </FieldErrors>
              <SendBar />
            </form>
            <EvidenceForms report={report} />
            <FillScript />
          </>
        ) : (
          <Sections report={report} />
        )}
      </div>
    </ReportProvider>
  )
}
