import type { Actor } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import {
  acceptReport,
  acceptReportInput,
  type DoorContext,
  removeReportEvidence,
  removeReportEvidenceInput,
  returnReport,
  returnReportInput,
  sendReport,
} from '@mufakat/services'
import { type FormErrors, issueErrors } from '~/request/guard.server'
import type { ReportAt } from './save.server'

interface Issues {
  readonly issues: Parameters<typeof issueErrors>[0]
}

/** What was done and where on the page it is seen, or what is wrong with the form. */
export type Obeyed = { readonly hasil: string; readonly part: string } | { readonly errors: FormErrors }

const refused = (error: Issues): Obeyed => ({ errors: issueErrors(error.issues) })

/**
 * Does what a form of a report asks for, beside writing into it. `maksud` is what, and after a colon what it is about.
 * @throws AppError
 */
export async function obeyReport(
  ctx: DoorContext,
  actor: Actor | null,
  { at, maksud, form }: { at: ReportAt; maksud: string; form: FormData },
): Promise<Obeyed> {
  const text = (name: string) => String(form.get(name) ?? '')
  const nikConfirmed = form.get('nik') === 'ya'
  const done = (hasil: string, part = ''): Obeyed => ({ hasil, part })
  const [what = '', about = ''] = maksud.split(':')
  switch (what) {
    case 'simpan':
      return done('simpan', about === '' ? '' : `#indikator-${about}`)
    case 'kirim':
      await sendReport(ctx, actor, at)
      return done('kirim')
    case 'terima': {
      const input = acceptReportInput.safeParse({ ...at, sentAt: text('sentAt') })
      if (!input.success) return refused(input.error)
      await acceptReport(ctx, actor, input.data)
      return done('terima')
    }
    case 'kembalikan': {
      const step = { sentAt: text('sentAt'), note: text('note'), nikConfirmed }
      const input = returnReportInput.safeParse({ ...at, ...step })
      if (!input.success) return refused(input.error)
      await returnReport(ctx, actor, input.data)
      return done('kembali')
    }
    case 'singkir': {
      const input = removeReportEvidenceInput.safeParse({ ...at, evidenceId: about })
      if (!input.success) return refused(input.error)
      await removeReportEvidence(ctx, actor, input.data)
      return done('singkir')
    }
    default:
      throw new AppError('invalid-input', 'maksud')
  }
}
