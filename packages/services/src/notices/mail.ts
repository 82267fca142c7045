import {
  findMailOfEvent,
  listHolidays,
  listNoticesById,
  listPeopleToMail,
  type NoticeRow,
  type PersonToMail,
  type Tx,
  takeForMail,
} from '@mufakat/db'
import { addDays, digestDue, isQuiet, isWorkday, type Tanggal, type Zone } from '@mufakat/domain'
import { defined } from '@mufakat/kernel'
import type { MailData } from '@mufakat/mail'
import type { MailingContext } from '../account/mail'
import { actorsOf } from '../actors'
import { inTransaction } from '../context'
import { queueMail } from '../mail/queue-mail'
import { todayOf, zoneOf } from '../settings/today'
import { grouped } from './groups'
import { USUAL_SETTING } from './own-settings'
import type { NoticeGroup, NoticeSetting, NoticeView } from './views'

/*
 * Letters of what people were told. Invariants:
 * 1. A letter, and the mark on each notice that it tells of, are one transaction: whatever dies, no notice is in two
 *    letters, and none is marked without one. How the letter then goes out is the business of the queue of mail.
 * 2. The letter of a day is named by its person and day, so that a clock that jumps writes no second one.
 * 3. What was read, or may not be read any more, is in no letter.
 */

/** People of one look. */
const AT_ONCE = 100
/** What happens within this time of the first is in one letter. */
const SETTLE_MS = 5 * 60_000
/** As far back as a digest may be due. */
const LOOKS_BACK_DAYS = 14
const MOST_GROUPS = 30
const MOST_LINES = 20

/** Queues the letters that are due now. For the worker. */
export async function mailNotices(ctx: MailingContext): Promise<void> {
  const [zone, today] = [await zoneOf(ctx), await todayOf(ctx)]
  const named = await listHolidays(ctx.database.db, {
    from: addDays(today, -LOOKS_BACK_DAYS),
    to: addDays(today, 1),
  })
  const holidays = new Set(named.map(({ date }) => date))
  for (let after: string | null = null; ; ) {
    const people = await listPeopleToMail(ctx.database.db, { after, limit: AT_ONCE })
    for (const person of people) {
      const due = letterDue(person, ctx.clock.now(), { zone, holidays })
      if (due !== null) await inTransaction(ctx, tx => writeLetter(ctx, tx, person, due, today))
    }
    const last = people.at(-1)
    if (last === undefined || people.length < AT_ONCE) return
    after = last.personId
  }
}

type Due = { readonly before: Date; readonly day: Tanggal | null }

const settingOf = (person: { [K in keyof NoticeSetting]?: NoticeSetting[K] | null }): NoticeSetting => ({
  mail: person.mail ?? USUAL_SETTING.mail,
  hour: person.hour ?? USUAL_SETTING.hour,
  workdaysOnly: person.workdaysOnly ?? USUAL_SETTING.workdaysOnly,
  quietFrom: person.quietFrom ?? USUAL_SETTING.quietFrom,
  quietTo: person.quietTo ?? USUAL_SETTING.quietTo,
})

/** What a letter would tell of now, `day`: of which day it is; null: nothing is due. */
function letterDue(
  person: PersonToMail & { [K in keyof NoticeSetting]?: NoticeSetting[K] | null },
  now: Date,
  { zone, holidays }: { zone: Zone; holidays: ReadonlySet<Tanggal> },
): Due | null {
  const setting = settingOf(person)
  if (isQuiet(setting, now, zone)) return null
  if (setting.mail === 'instant') {
    const isSettled = person.since.getTime() + SETTLE_MS <= now.getTime()
    return isSettled ? { before: new Date(now.getTime() + 1), day: null } : null
  }
  const works = setting.workdaysOnly ? (day: Tanggal) => isWorkday(day, holidays) : null
  const due = digestDue({ hour: setting.hour, isWorkday: works }, now, zone)
  return due === null || person.since >= due.until ? null : { before: due.until, day: due.day }
}

async function writeLetter(
  ctx: MailingContext,
  tx: Tx,
  { personId, name, email, locale }: PersonToMail,
  { before, day }: Due,
  today: Tanggal,
): Promise<void> {
  const event = day === null ? null : `digest:${personId}:${day}`
  if (event !== null && (await findMailOfEvent(tx, event)) !== null) return
  const taken = await takeForMail(tx, { personId, before, now: ctx.clock.now() })
  const actor = (await actorsOf(tx, [personId], today)).get(personId)
  if (taken.length === 0 || actor === undefined || email === null) return
  const rows = await listNoticesById(tx, taken)
  const data = letterOf(ctx, await grouped(tx, actor, rows))
  if (data === null) return
  await queueMail(tx, {
    event: event ?? instantEvent(personId, rows),
    to: email,
    locale,
    template: 'notices',
    data: { name, isDigest: event !== null, ...data },
  })
}

/** A notice that has grown since it was mailed is another one. */
function instantEvent(personId: string, rows: readonly NoticeRow[]): string {
  const { id, merged } = defined(rows[0], 'a notice to mail')
  return `notices:${personId}:${id}:${merged}`
}

/** What stands in the letter; null: nothing that its reader may open. */
function letterOf(
  { baseUrl }: MailingContext,
  groups: readonly NoticeGroup[],
): Pick<MailData<'notices'>, 'groups' | 'more' | 'link'> | null {
  const open = groups.flatMap(({ title, triwulan, link, notices }) =>
    title === null || link === null
      ? []
      : [{ title: title.slice(0, 400), triwulan, link: baseUrl + link, notices }],
  )
  const told = open.slice(0, MOST_GROUPS).map(({ notices, ...about }) => ({
    ...about,
    lines: notices.slice(0, MOST_LINES).map(lineOf),
  }))
  if (told.length === 0) return null
  const all = open.reduce((sum, { notices }) => sum + notices.length, 0)
  const more = all - told.reduce((sum, { lines }) => sum + lines.length, 0)
  return { groups: told, more, link: `${baseUrl}/pemberitahuan` }
}

const lineOf = ({ kind, merged, people, change, due }: NoticeView) => ({
  ...{ kind, merged, change, due },
  people: people.slice(0, 20),
})
