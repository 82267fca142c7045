import { may, opdIdsOf, type ReportState, shiftTriwulan, triwulanOf } from '@mufakat/domain'
import { catalogueFor, createWords, type Words } from '@mufakat/i18n'
import { owedReports, type ReportSummary, reportsOf } from '@mufakat/services'
import { type AppLoadContext, actorOf, localeOfSession } from '~/request/context.server'
import { localeOf } from '~/request/locale.server'
import { triwulanCode } from '~/request/triwulan'

/** Reports that wait for somebody, as the server has put them into words. */
export interface WaitingReports {
  readonly title: string
  /** Where all of them are. */
  readonly all: { readonly to: string; readonly text: string }
  readonly empty: string
  readonly rows: readonly {
    readonly id: string
    readonly title: string
    readonly note: string
    readonly state: ReportState
    readonly word: string
    readonly to: string
  }[]
}

/** Reports to be checked, of the triwulan that is running and of the one before. */
async function waitingReports(context: AppLoadContext): Promise<ReportSummary[]> {
  const current = triwulanOf(context.services.clock.now(), context.zone)
  const lists = await Promise.all(
    [shiftTriwulan(current, -1), current].map(at => reportsOf(context.services, actorOf(context), at)),
  )
  return lists.flatMap(({ reports }) => reports.filter(({ state }) => state === 'dikirim'))
}

function owedWords(words: Words, { opd, due, filled }: ReportSummary): string {
  const n = due - filled
  return n === 0
    ? words.t('lapor.beranda.ready', { opd: opd.shortName })
    : words.t('lapor.beranda.left', { opd: opd.shortName, n })
}

/**
 * The values that this person owes, or the reports that they check; null: neither is theirs. Said already, since no other
 * page that runs script says it.
 */
export async function berandaReports(
  request: Request,
  context: AppLoadContext,
): Promise<WaitingReports | null> {
  const actor = actorOf(context)
  const mayReview = may(actor, 'laporan-opd.review')
  const mayFill = may(actor, 'laporan-opd.fill', { officeOpdIds: actor ? opdIdsOf(actor) : [] })
  if (!mayReview && !mayFill) return null
  const locale = localeOf(request.headers, localeOfSession(context))
  const words = createWords(locale, catalogueFor(locale), context.zone)
  const rows = mayReview ? await waitingReports(context) : await owedReports(context.services, actor)
  return {
    title: words.t(mayReview ? 'lapor.beranda.check' : 'lapor.beranda.owed'),
    all: { to: '/target/laporan', text: words.t('lapor.beranda.all') },
    empty: words.t(mayReview ? 'lapor.beranda.check.none' : 'lapor.beranda.owed.none'),
    rows: rows.map(report => ({
      id: `${report.opd.id} ${triwulanCode(report)}`,
      title: words.triwulan(report),
      note: mayReview ? report.opd.shortName : owedWords(words, report),
      state: report.state,
      word: words.t(`sasaran.report.${report.state}`),
      to: `/target/laporan/${report.opd.id}?tw=${triwulanCode(report)}`,
    })),
  }
}
