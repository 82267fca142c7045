import {
  findNoticeSetting,
  insertNotices,
  listAccountsForMail,
  listPeopleOfRoles,
  listReportWriters,
  type ReportRow,
  settleSentNotices,
  type Tx,
} from '@mufakat/db'
import { type Actor, isQuiet, may, type ReportNotice, ROLES, type Tanggal } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import { actorsOf } from '../actors'
import { queueMail } from '../mail/queue-mail'
import { USUAL_SETTING } from '../notices/own-settings'
import { organisationOn } from '../notices/owners'
import { settingOf } from '../settings/settings'
import { dayNow } from '../settings/today'
import { triwulanOfRow } from './points'
import type { ReportPlace } from './report-place'

/*
 * Who is told what became of a report (domain, KB10). Invariants:
 * 1. It is told in the transaction in which it happens, and named by the report and its sending: once for each.
 * 2. One event is one mail. What is returned has a letter of its own, which goes out at once and brings the note; who
 *    gets it finds the notice mailed already. In quiet hours there is none, and the notice goes the way of all others.
 * 3. What is decided waits for nobody: that it was sent counts as read by all who may decide.
 */

/** What became of a report; `sentAt`: of which sending. */
interface Told {
  readonly report: ReportRow
  readonly sentAt: Date
  readonly by: Actor
  readonly now: Date
}

/** Of these people who is there, as `may` sees them; without who did it. */
async function othersAmong(
  tx: Tx,
  ids: readonly string[],
  { by, today }: { by: Actor; today: Tanggal },
): Promise<Actor[]> {
  const others = [...new Set(ids)].filter(id => id !== by.personId)
  const present = await listAccountsForMail(tx, others)
  const actors = await actorsOf(
    tx,
    present.map(({ id }) => id),
    today,
  )
  return [...actors.values()]
}

/** @param mailed who has a letter of it */
async function tell(
  tx: Tx,
  kind: ReportNotice,
  { report, sentAt, by, now }: Told,
  { people, mailed = new Set() }: { people: readonly Actor[]; mailed?: ReadonlySet<string> },
): Promise<void> {
  const about = { kind, cardId: null, rapatId: null, reportId: report.id, byId: by.personId, at: now }
  await insertNotices(
    tx,
    people.map(({ personId }) => ({
      ...{ ...about, id: newId(now.getTime()), personId, details: { people: [by.personId] } },
      event: `${kind}:${report.id}:${sentAt.getTime()}`,
      ...(mailed.has(personId) ? { mailedAt: now } : {}),
    })),
  )
}

const REVIEWERS = ROLES.filter(role => may({ personId: '', role, opdId: null }, 'laporan-opd.review'))

/** Tells everybody who checks reports that one was sent. */
export async function tellReportSent(tx: Tx, told: Told): Promise<void> {
  const { by, now } = told
  const today = await dayNow(tx, now)
  const reviewers = await othersAmong(tx, await listPeopleOfRoles(tx, REVIEWERS), { by, today })
  await tell(tx, 'report-sent', told, { people: reviewers.filter(one => may(one, 'laporan-opd.review')) })
}

/** Who filled it in or sent it, and who leads the OPD, as long as they may read it. */
async function thoseOf(tx: Tx, { subject }: ReportPlace, { report, by, now }: Told): Promise<Actor[]> {
  const today = await dayNow(tx, now)
  const organisation = await organisationOn(tx, [report.opdId], today)
  const { heads } = organisation.ownersOf({ ownerOpdId: report.opdId, jabatan: null })
  const writers = await listReportWriters(tx, report.id)
  const ids = [...heads, ...writers, ...(report.sentBy === null ? [] : [report.sentBy])]
  const people = await othersAmong(tx, ids, { by, today })
  return people.filter(one => may(one, 'laporan-opd.read', subject))
}

export async function tellReportAccepted(tx: Tx, place: ReportPlace, told: Told): Promise<void> {
  await settleSentNotices(tx, { reportId: told.report.id, now: told.now })
  await tell(tx, 'report-accepted', told, { people: await thoseOf(tx, place, told) })
}

/** Tells them that it came back, and by letter why. */
export async function tellReportReturned(
  tx: Tx,
  place: ReportPlace,
  told: Told,
  letter: { readonly baseUrl: string; readonly note: string },
): Promise<void> {
  await settleSentNotices(tx, { reportId: told.report.id, now: told.now })
  const people = await thoseOf(tx, place, told)
  const mailed = await writeLetters(tx, place.opd.name, told, { ...letter, people })
  await tell(tx, 'report-returned', told, { people, mailed })
}

/** @returns who has one */
async function writeLetters(
  tx: Tx,
  opd: string,
  { report, sentAt, now }: Told,
  { baseUrl, note, people }: { baseUrl: string; note: string; people: readonly Actor[] },
): Promise<Set<string>> {
  const { zone } = await settingOf(tx, 'calendar')
  const mailed = new Set<string>()
  const accounts = await listAccountsForMail(
    tx,
    people.map(({ personId }) => personId),
  )
  for (const { id, name, email, locale } of accounts) {
    const setting = (await findNoticeSetting(tx, id)) ?? USUAL_SETTING
    if (email === null || setting.mail === 'none' || isQuiet(setting, now, zone)) continue
    await queueMail(tx, {
      event: `report-returned:${report.id}:${sentAt.getTime()}:${id}`,
      to: email,
      locale,
      template: 'report-returned',
      data: { name, opd, ...triwulanOfRow(report), note, link: `${baseUrl}/target/laporan?id=${report.id}` },
    })
    mailed.add(id)
  }
  return mailed
}
