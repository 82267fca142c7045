import { SETUP_STEPS, type SetupStep } from '@mufakat/domain'
import type { StoredSetting } from '@mufakat/services'
import { Button, Card, CardHead } from '@mufakat/ui'
import { Form } from '@remix-run/react'
import { CircleCheckBig } from 'lucide-react'
import type { ReactNode } from 'react'
import { CalendarFields } from '~/admin/calendar-fields'
import { LetterheadPreview } from '~/admin/letterhead'
import { LetterheadFields, LogoForm } from '~/admin/letterhead-fields'
import { MailCards } from '~/admin/mail-cards'
import type { MailForm, RefusedMail } from '~/admin/mail-form.server'
import { ReferenceFields } from '~/admin/reference-fields'
import { RegencyFields } from '~/admin/regency-fields'
import type { RegionAnswer } from '~/admin/region-form.server'
import { RegionImport } from '~/admin/region-import'
import { type RefusedSetting, typedOf } from '~/admin/typed-of'
import { FieldErrors } from '~/frame/field-errors'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import { StepList } from './step-list'

interface StepPageProps {
  step: SetupStep | null
  done: readonly SetupStep[]
  hasIncluded: boolean
  regency: StoredSetting<'regency'>
  letterhead: StoredSetting<'letterhead'>
  calendar: StoredSetting<'calendar'>
  reference: StoredSetting<'reference'>
  logo: { revision: number; address: string | null }
  mail: MailForm | null
  answer:
    | {
        regions: RegionAnswer | undefined
        setting: RefusedSetting | undefined
        mail: RefusedMail | undefined
      }
    | undefined
}

function Finished() {
  const words = useAllWords()
  return (
    <Card as="section" className="grid justify-items-start gap-3 p-5 sm:p-7">
      <CircleCheckBig aria-hidden className="size-8 text-accent" />
      <h2 className="text-lg">{words.t('siapkan.finished.title')}</h2>
      <p className="text-ink-2">{words.t('siapkan.finished.lead')}</p>
      <Form method="post">
        <Button type="submit">{words.t('siapkan.finish')}</Button>
      </Form>
    </Card>
  )
}

/** Leaves the step: passed over, or when it was done by forms of its own. */
function SkipForm({ isDone }: { isDone: boolean }) {
  const words = useAllWords()
  return (
    <Form method="post">
      <Button type="submit" kind={isDone ? 'primary' : 'quiet'} name="maksud" value="lewati">
        {words.t(isDone ? 'surel.step.next' : 'siapkan.skip')}
      </Button>
    </Form>
  )
}

interface SettingStepProps {
  title: string
  revision: number
  refused: RefusedSetting | undefined
  children: ReactNode
}

function SettingStep({ title, revision, refused, children }: SettingStepProps) {
  const words = useAllWords()
  return (
    <Card as="section" aria-labelledby="langkah">
      <CardHead id="langkah" title={title} />
      <Form method="post" noValidate className="grid gap-5 p-4 sm:p-5">
        <input type="hidden" name="revision" value={revision} />
        <FieldErrors errors={refused?.key === 'logo' ? null : refused?.errors}>{children}</FieldErrors>
        <Button type="submit" className="w-fit">
          {words.t('siapkan.next')}
        </Button>
      </Form>
    </Card>
  )
}

function Step({ step, ...props }: StepPageProps & { step: SetupStep }) {
  const words = useAllWords()
  const { regency, letterhead, calendar, reference, logo, answer } = props
  const refused = answer?.setting
  const title = words.t(`siapkan.step.${step}`)
  if (step === 'wilayah')
    return (
      <RegionImport
        hasIncluded={props.hasIncluded}
        hasRegency={regency.value.code !== ''}
        regencyAt="/siapkan/langkah/daerah"
        answer={answer?.regions}
      />
    )
  if (step === 'surel') return props.mail && <MailCards form={props.mail} refused={answer?.mail} />
  if (step === 'daerah')
    return (
      <SettingStep title={title} revision={regency.revision} refused={refused}>
        <RegencyFields value={typedOf('regency', refused) ?? regency.value} />
      </SettingStep>
    )
  if (step === 'waktu')
    return (
      <SettingStep title={title} revision={calendar.revision} refused={refused}>
        <CalendarFields value={typedOf('calendar', refused) ?? calendar.value} />
      </SettingStep>
    )
  if (step === 'acuan')
    return (
      <SettingStep title={title} revision={reference.revision} refused={refused}>
        <ReferenceFields value={typedOf('reference', refused) ?? reference.value} />
      </SettingStep>
    )
  const head = typedOf('letterhead', refused) ?? letterhead.value
  return (
    <>
      <Card className="p-4 sm:p-5">
        <LogoForm revision={logo.revision} hasLogo={logo.address !== null} refused={refused} />
      </Card>
      <SettingStep title={title} revision={letterhead.revision} refused={refused}>
        <LetterheadPreview value={head} logo={logo.address} />
        <LetterheadFields value={head} />
      </SettingStep>
    </>
  )
}

export function StepPage(props: StepPageProps) {
  const words = useAllWords()
  const { step, done } = props
  const count =
    step && words.t('siapkan.count', { at: SETUP_STEPS.indexOf(step) + 1, of: SETUP_STEPS.length })
  return (
    <div className="grid max-w-3xl gap-6">
      <PageHead
        title={words.t('siapkan.title')}
        lead={[count, words.t('siapkan.later')].filter(Boolean).join(' · ')}
      />
      <StepList step={step} done={done} />
      {step === null ? (
        <Finished />
      ) : (
        <>
          <Step {...props} step={step} />
          <SkipForm isDone={props.mail !== null && (props.mail.saved || props.mail.test !== null)} />
        </>
      )}
    </div>
  )
}
