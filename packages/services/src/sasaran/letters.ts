import type { ReportRow, Tx } from '@mufakat/db'
import type { Tanggal } from '@mufakat/domain'
import { queueMail } from '../mail/queue-mail'
import { reachable } from '../mail/reachable'
import { headsOf } from '../people'
import { triwulanOfRow } from './points'

/** To who sent it, and who heads the OPD: it came back, and why. */
export async function tellReportReturned(
  tx: Tx,
  baseUrl: string,
  told: { report: ReportRow; opd: string; note: string; by: string; today: Tanggal },
): Promise<void> {
  const { report, opd, note, by, today } = told
  const head = (await headsOf(tx, [report.opdId], today)).get(report.opdId)
  const people = await reachable(tx, [report.sentBy, head?.id ?? null])
  for (const { id, name, email, locale } of people.filter(person => person.id !== by))
    await queueMail(tx, {
      // It may be returned again after it was sent anew.
      event: `report-returned:${report.id}:${report.sentAt?.getTime() ?? 0}:${id}`,
      to: email,
      locale,
      template: 'report-returned',
      data: { name, opd, ...triwulanOfRow(report), note, link: `${baseUrl}/target/laporan?id=${report.id}` },
    })
}
